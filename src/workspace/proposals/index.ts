import { readTray, trayLine, type Proposal, type ProposalDecision } from '../../model';
import { enterRead, oneAfterAnother, today } from '../entering';
import type { OutputFile } from '../platform';
import type { Session } from '../session';
import type { ProposalsState } from '../proposalsState';
import { readProposal, seenOf } from './readProposal';

/** How many proposals are looked at against the data at once; the next ones follow as these are decided. */
export const LOOKED_AT = 20;

/** Opens a review tray beside the chart. Nothing of it is drawn or counted before it is accepted. */
export async function openTray(session: Session, { name, blob }: OutputFile): Promise<void> {
  const written = await blob.text();
  const tray = readTray(written);
  if (!tray)
    return session.notify('error', `“${name}” is a review tray of another version, or damaged at its beginning. Nothing was opened.`);
  if (!session.store) return session.notify('info', 'Open the case first that the proposals are about; then drop the tray again.');
  const refused = new Set([...tray.decisions.values()].filter((d) => d.verdict === 'refused').map((d) => d.proposal));
  session.set({
    proposals: { name, written, all: tray.proposals, refused, faults: tray.faults, seen: new Map(), decided: tray.decisions },
  });
  session.setView({ left: true, asking: 'proposals' });
  await lookAtProposals(session);
}

/** Looks at the first proposals that wait, against the data as it is now: whose claim is there by now counts as accepted. */
export async function lookAtProposals(session: Session): Promise<void> {
  if (!session.get().proposals) return;
  await session.job('proposals', 'Looking at proposals', async (ask) => {
    // Those that are there are passed over, so that as many that wait are looked at.
    const seen = new Map<string, NonNullable<ReturnType<ProposalsState['seen']['get']>>>();
    let waiting = 0;
    for (const proposal of session.get().proposals!.all) {
      if (session.get().proposals!.refused.has(proposal.id)) continue;
      if (waiting === LOOKED_AT) break;
      const one = await seenOf(session, proposal, ask);
      seen.set(proposal.id, one);
      if ('cannot' in one || !one.repeated) waiting += 1;
    }
    ask.signal.throwIfAborted();
    setProposals(session, { seen });
  });
}

/** Accepts a proposal: source, entities, tie and claim, by the rule of the claim line, as one step of undo. */
export function acceptProposal(session: Session, id: string): Promise<void> {
  return oneAfterAnother(session, async () => {
    const proposal = proposalIn(session, id);
    if (!proposal) return;
    const read = await readProposal(session, proposal, {});
    if ('cannot' in read) return session.notify('error', `This proposal was not accepted. ${read.cannot}`);
    const { previewOfRead } = await import('../entering/preview');
    const { sentence } = await previewOfRead(session, read.claim, read.source, {});
    await enterRead(session, read.claim, read.source, {
      label: `Accept from ${proposal.by}: ${sentence}`, says: `Accepted: ${sentence}`,
    });
    await lookAtProposals(session);
  });
}

/** Refuses a proposal, or takes that back. It stays in the tray, marked. */
export async function refuseProposal(session: Session, { id, refused }: { id: string; refused: boolean }): Promise<void> {
  const { proposals } = session.get();
  if (!proposals) return;
  setProposals(session, { refused: new Set(refused ? [...proposals.refused, id] : [...proposals.refused].filter((r) => r !== id)) });
  await lookAtProposals(session);
}

/** Writes the tray with what was decided, so that programs do not propose it again. */
export function saveTray(session: Session): void {
  const { proposals } = session.get();
  if (!proposals) return;
  const { name, written, all, refused, seen, decided } = proposals;
  const on = today(session);
  const verdictOf = ({ id }: Proposal): ProposalDecision['verdict'] | undefined => {
    if (refused.has(id)) return 'refused';
    const one = seen.get(id);
    return one && 'repeated' in one && one.repeated ? 'accepted' : undefined;
  };
  const lines = all.flatMap((proposal) => {
    const verdict = verdictOf(proposal);
    return verdict && decided.get(proposal.id)?.verdict !== verdict ? [trayLine({ decision: { proposal: proposal.id, verdict, on } })] : [];
  });
  const blob = new Blob([written, written.endsWith('\n') ? '' : '\n', ...lines], { type: 'application/x-ndjson' });
  session.deps.page.save({ name, blob });
  session.notify('info', `Saved ${name} with ${lines.length === 1 ? 'one decision' : `${lines.length} decisions`}.`);
}

function proposalIn(session: Session, id: string): Proposal | undefined {
  return session.get().proposals?.all.find((p) => p.id === id);
}

function setProposals(session: Session, patch: Partial<ProposalsState>): void {
  const { proposals } = session.get();
  if (proposals) session.set({ proposals: { ...proposals, ...patch } });
}

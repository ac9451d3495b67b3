import type { ClaimRead, Lexicon } from '../../entry';
import type { Proposal, ProposedEnd, Source } from '../../model';
import { lexiconOf, sourceOf } from '../entering';
import { previewOfRead } from '../entering/preview';
import type { Session } from '../session';
import type { ProposalSeen } from '../proposalsState';
import type { CallOptions } from '../../store';

/** A proposal as the claim that a line would be, with its source; or why it cannot be entered here. */
type ProposalRead = { readonly claim: ClaimRead; readonly source: Source } | { readonly cannot: string };

/** Reads a proposal against the data as it is now: ids must be there, and a new name that somebody goes by by now is that entity. */
export async function readProposal(session: Session, { claim, source }: Proposal, ask: CallOptions): Promise<ProposalRead> {
  // What was entered a moment ago is in the data before names are looked up.
  await session.settled();
  const lexicon = lexiconOf(session);
  const ends = [claim.subject, ...(claim.object ? [claim.object] : [])];
  for (const end of ends) lexicon.named(wordOf(end));
  await lexicon.learn(ask);
  const cannot = ends.map((end) => faultOf(end, lexicon)).find((fault) => fault !== undefined);
  if (cannot !== undefined) return { cannot };
  const { proposedRead } = await import('../../entry');
  const read = proposedRead(claim, (end) => lexicon.named(wordOf(end))?.[0]);
  const cited = await citedSource(session, source, ask);
  if (!cited) return { cannot: `The case has no source of the id “${'id' in source ? source.id : ''}”.` };
  return read ? { claim: read, source: cited } : { cannot: 'An entity that it names is not in this case.' };
}

/** An end as a line would name it. */
function wordOf(end: ProposedEnd): string {
  return 'id' in end ? `@${end.id}` : end.name;
}

function faultOf(end: ProposedEnd, lexicon: Lexicon): string | undefined {
  const found = lexicon.named(wordOf(end)) ?? [];
  if ('id' in end)
    return found.length === 0 ? `Nobody in this case has the id “${end.id}”. Is it the case that was asked about?` : undefined;
  return found.length > 1 ? `Several are called “${end.name}” by now. Enter the claim by hand (A), and say which is meant.` : undefined;
}

async function citedSource(session: Session, source: Proposal['source'], ask: CallOptions): Promise<Source | undefined> {
  if ('id' in source) return (await session.opened().sources({ ids: [source.id] }, ask))[0];
  return sourceOf(session, source as Omit<Source, 'id'>);
}

/** What a proposal would be: its sentence, what becomes of it, what it contradicts. */
export async function seenOf(session: Session, proposal: Proposal, ask: CallOptions): Promise<ProposalSeen> {
  const read = await readProposal(session, proposal, ask);
  if ('cannot' in read) return { cannot: read.cannot };
  return { ...(await previewOfRead(session, read.claim, read.source, ask)), source: read.source };
}

import type { ClaimLine, ClaimRead, Entered } from '../../entry';
import { editsByList, type DatasetPart, type Entity, type Relationship, type Source } from '../../model';
import type { CallOptions } from '../../store';
import { plainText, sentencesOf } from '../../wording';
import type { Session } from '../session';
import type { EntryPreview } from '../state';

/** What stands in for a source where none is named yet: the sentence is the same. */
const NO_SOURCE: Source = { id: 'source', title: 'source', publisher: 'source', kind: 'other' };
/** How many neighbours of an end are looked at for what a line contradicts. */
const MOST_NEIGHBOURS = 500;

/** What is there around the ends of a line: their records, all that ties them, and the ties of each. */
interface Around {
  readonly part: DatasetPart;
  readonly ties: readonly Relationship[];
}

/** What a claim makes of the data as it is, and what is around it. */
export interface Outcome extends Around {
  readonly entered: Entered;
}

/** What entering a claim would do, by asking the store for what is around its ends. */
export async function outcomeOf(session: Session, read: ClaimRead, source: Source | undefined, ask: CallOptions): Promise<Outcome> {
  const { enterClaim, slugOf } = await import('../../entry');
  const around = await aroundOf(session, read, ask);
  const taken = await takenIds(session, read, slugOf, ask);
  const entities = new Map(around.part.entities.map((e) => [e.id, e]));
  const hasSource = source !== undefined && (await session.opened().sources({ ids: [source.id] }, ask)).length > 0;
  const entered = enterClaim(read, {
    source: source ?? NO_SOURCE, hasSource, entity: (id) => entities.get(id), ties: around.ties,
    isTaken: (list, id) => taken.has(`${list} ${id}`),
  });
  return { ...around, entered };
}

async function aroundOf(session: Session, read: ClaimRead, ask: CallOptions): Promise<Around> {
  const ends = [read.subject, ...(read.kind === 'tie' ? [read.object] : [])].flatMap((end) => (end.known ? [end.known.id] : []));
  const store = session.opened();
  const near = await Promise.all(
    ends.map((entity) =>
      store.neighbours(
        { entity, limit: MOST_NEIGHBOURS, filter: { statuses: ['confirmed', 'reported', 'alleged', 'disputed', 'reading', 'denied'] } },
        ask,
      ),
    ),
  );
  const byId = <T extends { id: string }>(lists: readonly (readonly T[])[]) => [...new Map(lists.flat().map((r) => [r.id, r])).values()];
  const part = {
    entities: byId(near.map((n) => n.entities)), relationships: byId(near.map((n) => n.relationships)),
    sources: byId(near.map((n) => n.sources)),
  };
  const [a, b] = ends;
  const ties = ends.length === 2 ? (await store.part({ ids: [a!, b!] }, ask)).relationships : [];
  return { part, ties };
}

/** How many numbers behind an id are looked at for one that is free. */
const MOST_NUMBERS = 40;

/** Which of the ids that a claim may want are taken. */
async function takenIds(
  session: Session, read: ClaimRead, slugOf: (name: string) => string, ask: CallOptions,
): Promise<ReadonlySet<string>> {
  const numbered = (id: string) => [id, ...Array.from({ length: MOST_NUMBERS }, (_, n) => `${id}-${n + 2}`)];
  const ends = read.kind === 'tie' ? [read.subject, read.object] : [read.subject];
  const fresh = ends.filter((end) => !end.known).flatMap((end) => numbered(slugOf(end.name)));
  const store = session.opened();
  const entities = fresh.length > 0 ? await store.entities({ ids: fresh }, ask) : [];
  const taken = new Set(entities.map((e) => `entities ${e.id}`));
  if (read.kind !== 'tie') return taken;
  const free = (end: (typeof ends)[number]) =>
    end.known ? end.known.id : (numbered(slugOf(end.name)).find((id) => !taken.has(`entities ${id}`)) ?? slugOf(end.name));
  const [from, to] = read.forward ? [read.subject, read.object] : [read.object, read.subject];
  const wanted = `${free(from)}-${read.type.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}-${free(to)}`.slice(0, 190);
  for (const { id } of await store.relationships({ ids: numbered(wanted) }, ask)) taken.add(`relationships ${id}`);
  return taken;
}

/** What a line will be, as a sentence, what becomes of it, and what it contradicts; nothing where it says no claim. */
export async function previewOf(session: Session, line: ClaimLine, ask: CallOptions): Promise<EntryPreview | undefined> {
  return line.claim && previewOfRead(session, line.claim, session.get().entry.source, ask);
}

/** The same of a claim, and whether that very claim is there. */
export async function previewOfRead(
  session: Session, claim: ClaimRead, source: Source | undefined, ask: CallOptions,
): Promise<EntryPreview & { readonly repeated: boolean }> {
  const outcome = await outcomeOf(session, claim, source, ask);
  // The lint folds names of every script, which the page has not loaded.
  const { contradictions } = await import('./contradictions');
  return {
    sentence: sentenceOf(claim, outcome, source ?? NO_SOURCE), becomes: becomesText(claim, outcome),
    contradicts: contradictions(outcome, partAfter(outcome)), repeated: outcome.entered.repeated,
  };
}

function becomesText(read: ClaimRead, { entered, ties }: Outcome): string {
  if (entered.repeated) return 'This very claim is there already.';
  const fresh = editsByList(new Map(entered.edits.map((e) => [`${e.list}/${e.id}`, e]))).entities.now.filter(
    (e) => !(read.subject.known?.id === e.id || (read.kind === 'tie' && read.object.known?.id === e.id)),
  );
  const added = fresh.length === 0 ? '' : ` New here: ${fresh.map((e) => e.name).join(', ')}.`;
  if (read.kind === 'entity') return `A claim about ${read.subject.known?.name ?? read.subject.name}.${added}`;
  if (entered.existing) return 'The tie is there; it gets this claim.';
  const beside = ties.some((t) => t.type === read.type);
  return `${beside ? 'Another tie beside the one that is there, which says otherwise.' : 'A new tie.'}${added}`;
}

/** The part as it will be, with the edits of a claim. */
function partAfter({ part, entered }: Outcome): DatasetPart {
  const merged = <T extends { id: string }>(records: readonly T[], now: readonly T[]) => [
    ...new Map([...records, ...now].map((r) => [r.id, r])).values(),
  ];
  const lists = editsByList(new Map(entered.edits.map((e) => [`${e.list}/${e.id}`, e])));
  return {
    entities: merged<Entity>(part.entities, lists.entities.now),
    relationships: merged<Relationship>(part.relationships, lists.relationships.now),
    sources: merged<Source>(part.sources, lists.sources.now),
  };
}

function sentenceOf(read: ClaimRead, outcome: Outcome, source: Source): string {
  const after = partAfter(outcome);
  if (read.kind === 'entity') return `${read.subject.known?.name ?? read.subject.name}: ${read.said.statement ?? read.said.quote ?? ''}`;
  const tie = after.relationships.find((r) => r.id === outcome.entered.about.id);
  if (!tie) return '';
  // What this claim alone says, whatever others say of the same tie.
  const alone: Relationship = { ...tie, claims: [{ source: source.id, stance: read.said.stance }] };
  return plainText(sentencesOf({ ...after, relationships: [alone], sources: [source] }).relationship(tie.id));
}

import { drop, put, type Claim, type Edit, type Relationship, type Source } from '../../model';
import { lookup } from '../selectors/lookup';
import type { Session } from '../session';
import { notesAt, withClaims } from './edit';

/** What taking a record away takes with it: in words, to be said first, and as edits. */
interface Removal {
  readonly says: readonly string[];
  readonly edits: readonly Edit[];
}

/** How many ties of one entity are taken away at once. */
const MOST_TIES = 10_000;

/**
 * What depends on a record. With an entity go its ties, and the notes at all of them; with a source the claims that cite it, and what rests
 * on it alone, since nothing is drawn that no source says, while sources that derive from it derive from its own origins; with a tie its
 * notes.
 */
export async function removalOf(session: Session, list: 'sources' | 'entities' | 'relationships', id: string): Promise<Removal> {
  if (list === 'sources') return removalOfSource(session, id);
  if (list === 'relationships') return removalOfTies(session, [id], []);
  const { relationships, more } = await session
    .opened()
    .neighbours({
      entity: id, limit: MOST_TIES, filter: { statuses: ['confirmed', 'reported', 'alleged', 'disputed', 'reading', 'denied'] },
    });
  if (more > 0) throw new TooManyTiesError(MOST_TIES);
  const ties = relationships.filter((r) => r.from === id || r.to === id);
  return removalOfTies(session, ties.map((r) => r.id), [id]);
}

/** An entity has more ties than are taken away in one step. */
class TooManyTiesError extends Error {
  override readonly name = 'TooManyTiesError';
  constructor(most: number) {
    super(`This entity has ties to more than ${most} others, which is more than are taken away at once. Delete it from the file.`);
  }
}

function removalOfTies(session: Session, ties: readonly string[], entities: readonly string[]): Removal {
  const state = session.get();
  const notes = [
    ...ties.flatMap((relationship) => notesAt(state, { relationship })), ...entities.flatMap((entity) => notesAt(state, { entity })),
  ];
  const { relationship, entity } = lookup(state);
  const claims = [
    ...ties.map((id) => relationship(id)?.claims.length ?? 0), ...entities.map((id) => entity(id)?.claims?.length ?? 0),
  ].reduce((sum, n) => sum + n, 0);
  const says = [
    ...(entities.length > 0 && ties.length > 0 ? [`${counted(ties.length, 'relationship')} with it go too.`] : []),
    ...(claims > 0 ? [`${counted(claims, 'claim')} of sources ${claims === 1 ? 'goes' : 'go'} with it.`] : []),
    ...(notes.length > 0
      ? [`${counted(notes.length, 'note')} ${notes.length === 1 ? 'stands' : 'stand'} at it and ${notes.length === 1 ? 'goes' : 'go'} too.`]
      : []),
  ];
  return {
    says,
    edits: [
      ...ties.map((id) => drop('relationships', id)), ...entities.map((id) => drop('entities', id)),
      ...notes.map((n) => drop('notes', n.id)),
    ],
  };
}

async function removalOfSource(session: Session, id: string): Promise<Removal> {
  const store = session.opened();
  const { entities, relationships, sources } = (await store.citing?.({ source: id })) ?? { entities: [], relationships: [], sources: [] };
  const [gone] = await store.sources({ ids: [id] });
  const without = (claims: readonly Claim[] = []) => claims.filter((c) => c.source !== id);
  const alone = relationships.filter((r) => without(r.claims).length === 0);
  const others = relationships.filter((r) => without(r.claims).length > 0);
  const claims = [...entities, ...relationships].reduce((sum, r) => sum + (r.claims ?? []).filter((c) => c.source === id).length, 0);
  const notes = alone.flatMap((r) => notesAt(session.get(), { relationship: r.id }));
  const says = [
    ...(claims > 0
      ? [`${counted(claims, 'claim')} ${claims === 1 ? 'cites' : 'cite'} it and ${claims === 1 ? 'goes' : 'go'} with it.`]
      : []),
    ...(alone.length > 0
      ? [
          `${counted(alone.length, 'relationship')} ${alone.length === 1 ? 'rests' : 'rest'} on it alone and `
          + `${alone.length === 1 ? 'goes' : 'go'} too.`,
        ]
      : []),
    ...(sources.length > 0
      ? [`${counted(sources.length, 'source')} ${sources.length === 1 ? 'derives' : 'derive'} from it and will not say so any more.`]
      : []),
  ];
  return {
    says,
    edits: [
      ...alone.map((r) => drop('relationships', r.id)), ...notes.map((n) => drop('notes', n.id)),
      ...others.map((r) => put('relationships', { ...r, claims: without(r.claims) } satisfies Relationship)),
      ...entities.map((e) => put('entities', withClaims(e, without(e.claims)))),
      ...sources.map((s) => put('sources', withoutOrigin(s, id, gone?.derivedFrom))), drop('sources', id),
    ],
  };
}

/** A source that no longer derives from one that goes, but from what that one derived from. */
function withoutOrigin({ derivedFrom = [], ...source }: Source, gone: string, instead: readonly string[] = []): Source {
  const left = new Set(derivedFrom.flatMap((id) => (id === gone ? instead : [id])).filter((id) => id !== gone && id !== source.id));
  return left.size === 0 ? source : { ...source, derivedFrom: [...left] };
}

function counted(n: number, what: string): string {
  return `${n === 1 ? 'One' : n} ${what}${n === 1 ? '' : 's'}`;
}

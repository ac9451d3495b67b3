import type { Entity } from '../model';
import { UnknownEntityError, type CallOptions, type GraphStore, type SearchHit } from './graphStore';

/** A text that may mean several entities, or none exactly. `candidates` are the likeliest, best first. */
export class AmbiguousNameError extends Error {
  override readonly name = 'AmbiguousNameError';
  constructor(
    readonly text: string,
    readonly candidates: readonly SearchHit[],
    exact: boolean,
  ) {
    const list = candidates.map((c) => `${c.id} (${c.name}${c.matched === c.name ? '' : `, "${c.matched}"`})`).join('; ');
    super(
      exact
        ? `"${text}" may be any of: ${list}. Give the id of the one that is meant.`
        : `Nothing is called "${text}". Did you mean: ${list}?`,
    );
  }
}

/** How many candidates an error lists. */
const LISTED = 8;
/** From this score on every word that was typed stands in the name, as it was typed. */
const WORDS_STAND_IN_IT = 0.8;

/**
 * The one entity that a text means: by id; else by its very name; else by an alias, short name or identifier that no
 * other has; else the only one whose name has all the words typed. Case, marks and script are set aside. Nothing is
 * guessed: a beginning or misspelling throws `AmbiguousNameError` with the likeliest, and what resembles nothing
 * `UnknownEntityError`.
 */
export async function resolveEntity(store: GraphStore, text: string, options?: CallOptions): Promise<Entity> {
  const [byId] = await store.entities({ ids: [text] }, options);
  if (byId) return byId;
  const hits = await store.search({ text, limit: 50 }, options);
  if (hits.length === 0) throw new UnknownEntityError(text);
  const meant =
    only(hits.filter((h) => h.score === 1 && h.matched === h.name))
    ?? only(hits.filter((h) => h.score === 1))
    ?? only(hits.filter((h) => h.score >= WORDS_STAND_IN_IT));
  if (!meant) {
    const exact = hits.filter((h) => h.score === 1);
    throw new AmbiguousNameError(text, (exact.length > 1 ? exact : hits).slice(0, LISTED), exact.length > 1);
  }
  const [entity] = await store.entities({ ids: [meant.id] }, options);
  if (!entity) throw new UnknownEntityError(meant.id);
  return entity;
}

function only(hits: readonly SearchHit[]): SearchHit | undefined {
  return hits.length === 1 ? hits[0] : undefined;
}

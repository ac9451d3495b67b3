import MiniSearch, { type Query } from 'minisearch';
import type { Entity } from '../../model';
import { foldText } from './foldText';
import { mistakesAllowed, nameScore } from './nameScore';
import { soundOf } from './soundOf';

/** A name that an entity is known by, and how well it answers a query. */
export interface NameHit {
  /** Index of the entity in the list that the index was built from. */
  entity: number;
  /** The name as written. */
  matched: string;
  score: number;
}

interface NameRecord {
  id: number;
  entity: number;
  matched: string;
  folded: string;
  /** An id is no name: it answers only to itself. */
  isId: boolean;
  /** What is indexed: the words, the same written together, and the sound of each marked with a "~". */
  terms: string;
}

/** How many names are indexed before others get their turn. */
const SLICE = 5000;
/** How many names of the search engine's ranking are scored for one answer. */
const CANDIDATES = 400;

/**
 * Finds entities by name, short name, alias, identifier or id, in any script, by beginnings, with misspellings and other transliterations.
 * minisearch finds the candidates; `nameScore` ranks them on a scale that means the same in every dataset.
 */
export class NameIndex {
  private constructor(private readonly search: MiniSearch<NameRecord>, private readonly records: readonly NameRecord[]) {}

  /** Cost O(names), in slices. */
  static async build(entities: readonly Entity[]): Promise<NameIndex> {
    const records = entities.flatMap((entity, i) =>
      [...namesOf(entity), entity.id].map((matched, nth, all) => ({ entity: i, matched, folded: foldText(matched), isId: nth === all.length - 1 })),
    );
    const numbered = records.filter((r) => r.folded !== '').map((r, id): NameRecord => ({ id, ...r, terms: [...new Set(termsOf(r.folded))].join(' ') }));
    const search = new MiniSearch<NameRecord>({ fields: ['terms'], tokenize: (text) => text.split(' '), processTerm: (term) => term });
    await search.addAllAsync(numbered, { chunkSize: SLICE });
    return new NameIndex(search, numbered);
  }

  /** The best name of each entity that answers, in no order. Cost grows with the names that share a word with the query. */
  find(text: string): NameHit[] {
    const query = foldText(text);
    if (query === '') return [];
    const best = new Map<number, NameHit>();
    // In the order of the names, so that among equals the name itself stands before its aliases.
    for (const id of this.candidates(query).sort((a, b) => a - b)) {
      const { entity, matched, folded, isId } = this.records[id]!;
      const score = nameScore(query, folded);
      if (isId && score < 1) continue;
      if (score > (best.get(entity)?.score ?? 0)) best.set(entity, { entity, matched, score });
    }
    return [...best.values()];
  }

  private candidates(query: string): number[] {
    const options = { prefix: true, fuzzy: mistakesAllowed };
    const words: Query = { queries: [query], combineWith: 'AND', ...options };
    const joined: Query = { queries: [query.replaceAll(' ', '')], ...options };
    const sounds: Query = { queries: [soundsOf(query).join(' ')], combineWith: 'AND' };
    const all = this.search.search({ combineWith: 'OR', queries: [words, joined, sounds] });
    const found = all.length > 0 || !query.includes(' ') ? all : this.search.search({ queries: [query], combineWith: 'OR', ...options });
    return found.slice(0, CANDIDATES).map((r) => r.id as number);
  }
}

function namesOf({ name, shortName, aliases = [], identifiers = [] }: Entity): string[] {
  return [...new Set([name, ...(shortName === undefined ? [] : [shortName]), ...aliases, ...identifiers.map((i) => i.value)])];
}

function termsOf(folded: string): string[] {
  return [...folded.split(' '), folded.replaceAll(' ', ''), ...soundsOf(folded)];
}

function soundsOf(folded: string): string[] {
  return folded.split(' ').map((word) => `~${soundOf(word)}`);
}

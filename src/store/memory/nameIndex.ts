import MiniSearch, { type Query } from 'minisearch';
import { foldText, soundOf, type Entity } from '../../model';
import { othersTurn } from './inSlices';
import { mistakesAllowed, nameScore } from './nameScore';

/** A name that an entity is known by, and how well it answers a query. */
export interface NameHit {
  /** Index of the entity in the list that the index was built from. */
  entity: number;
  /** The name as written. */
  matched: string;
  score: number;
}

interface NameRecord {
  /** Index of the entity. */
  id: number;
  /** The words of all names, each name written together, and the sound of each word marked with a "~". */
  terms: string;
}

/** How many entities are indexed before others get their turn. */
const SLICE = 2000;
/** How many entities of the search engine's ranking are scored for one answer. */
const CANDIDATES = 400;

/**
 * Finds entities by name, short name, alias or identifier, in any script, by beginnings, with misspellings and other transliterations.
 * minisearch finds the candidates; `nameScore` ranks them on a scale that means the same in every dataset.
 */
export class NameIndex {
  private constructor(
    private readonly entities: readonly Entity[],
    private readonly search: MiniSearch<NameRecord>,
  ) {}

  /** Cost O(names), in slices. */
  static async build(entities: readonly Entity[]): Promise<NameIndex> {
    const search = new MiniSearch<NameRecord>({ fields: ['terms'], tokenize: (text) => text.split(' '), processTerm: (term) => term });
    for (let from = 0; from < entities.length; from += SLICE) {
      if (from > 0) await othersTurn();
      const to = Math.min(from + SLICE, entities.length);
      for (let id = from; id < to; id++) search.add({ id, terms: termsOf(entities[id]!) });
    }
    return new NameIndex(entities, search);
  }

  /** The best name of each entity that answers, in no order. Cost grows with the entities that share a word with the query. */
  find(text: string): NameHit[] {
    const query = foldText(text);
    if (query === '') return [];
    return this.candidates(query).map((entity) => this.bestName(entity, query)).filter((hit) => hit.score > 0);
  }

  /** Among equals the name itself stands before its aliases. */
  private bestName(entity: number, query: string): NameHit {
    let best: NameHit = { entity, matched: '', score: 0 };
    for (const matched of namesOf(this.entities[entity]!)) {
      const folded = foldText(matched);
      const score = folded === '' ? 0 : nameScore(query, folded);
      if (score > best.score) best = { entity, matched, score };
    }
    return best;
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
  return [name, ...(shortName === undefined ? [] : [shortName]), ...aliases, ...identifiers.map((i) => i.value)];
}

function termsOf(entity: Entity): string {
  const folded = namesOf(entity).map(foldText).filter((name) => name !== '');
  return [...new Set(folded.flatMap((name) => [...name.split(' '), name.replaceAll(' ', ''), ...soundsOf(name)]))].join(' ');
}

function soundsOf(folded: string): string[] {
  return folded.split(' ').map((word) => `~${soundOf(word)}`);
}

import { batchesBelow, type RecordTable } from '../../../graph';
import { foldText, inTurns, Turns, type CallOptions, type Entity, type Steps } from '../../../model';
import { BestHits, type Scored } from './bestHits';
import { FoldedNames, namesOf } from './foldedNames';
import { ALL_TERMS, NameQuery } from './nameQuery';
import { nameScore } from './nameScore';
import { sharersOf } from './nameSharers';

/** A name that an entity is known by, and how well it answers a query. */
export interface NameHit {
  /** Index of the entity in the list that the index was built from. */
  entity: number;
  /** The name as written. */
  matched: string;
  score: number;
}

/** Which hits are wanted: how many at most, of which entities, and which of two with the same score comes first. */
interface WantedHits {
  limit: number;
  admits(entity: number): boolean;
  tieBreak(a: number, b: number): number;
}

/** Entities by integer, whose names are searched. */
type NamedEntities = Pick<RecordTable, 'entityCount' | 'entities'>;

/** How many entities are worked on before the clock is looked at. */
const SLICE = 200;

/**
 * Finds entities by name, short name, alias or identifier, in any script, by beginnings, with misspellings and other transliterations.
 * There is no tree to look words up in: of every search all distinct words are looked at, nearly all of them as one integer (`letters.ts`).
 * So the index is built about as fast as the names can be read, and takes little more memory than they do.
 */
export class NameIndex {
  /** Of names that are folded already. */
  constructor(
    private readonly table: NamedEntities,
    readonly names: FoldedNames,
  ) {}

  /** Folds the names of all entities. Cost O(length of the names), in turns of 20 ms. */
  static async build(table: NamedEntities): Promise<NameIndex> {
    const names = new FoldedNames(table.entityCount);
    const turns = new Turns();
    for (const integers of batchesBelow(table.entityCount, SLICE)) {
      if (turns.over) await turns.next();
      for (const entity of await table.entities(integers)) names.add(entity);
    }
    names.finish();
    return new NameIndex(table, names);
  }

  /**
   * The best name of each entity that answers, best first; where none answers wholly, of those that answer in part. Rejects with the
   * signal's reason. Cost O(words of all names), some ns each, in turns of 20 ms.
   */
  async find(text: string, wanted: WantedHits, options?: CallOptions): Promise<NameHit[]> {
    const query = foldText(text);
    if (query === '') return [];
    const found = await inTurns(findingSteps(this.names, query, wanted), options);
    const records = await this.table.entities(found.map(({ entity }) => entity));
    return found.map(({ entity }, i) => bestName(entity, records[i]!, query));
  }

  /** The entities that share a telling word with some of these names; see `sharersOf`. Rejects with the signal's reason. */
  sharing(texts: readonly string[], options?: CallOptions): Promise<number[]> {
    return inTurns(sharersOf(this.names, texts), options);
  }
}

/** Among equals the name itself stands before its aliases. */
function bestName(entity: number, record: Entity, query: string): NameHit {
  let best: NameHit = { entity, matched: '', score: 0 };
  for (const matched of namesOf(record)) {
    const folded = foldText(matched);
    const score = folded === '' ? 0 : nameScore(query, folded);
    if (score > best.score) best = { entity, matched, score };
  }
  return best;
}

function* findingSteps(names: FoldedNames, folded: string, wanted: WantedHits): Steps<readonly Scored[]> {
  const room = names.takeRoom();
  const holders = yield* names.holders();
  const query = yield* NameQuery.steps(names, folded, holders, room);
  let hits = yield* hitsAmong(yield* query.marked(holders, query.decisive), (entity) => query.answersWholly(entity), query, wanted);
  if (!hits) {
    yield* query.scanAll();
    hits = yield* hitsAmong(yield* query.marked(holders, ALL_TERMS), (entity) => query.answersInPart(entity), query, wanted);
  }
  names.giveBack(room);
  return hits ?? [];
}

/** The best of the marked that answer. Nothing where none does, be it one that is not admitted. */
function* hitsAmong(
  marks: Uint8Array, answers: (entity: number) => boolean, query: NameQuery, { limit, admits, tieBreak }: WantedHits,
): Steps<readonly Scored[] | undefined> {
  const best = new BestHits(limit, tieBreak);
  let any = false;
  let looked = 0;
  for (let entity = marks.indexOf(1); entity !== -1; entity = marks.indexOf(1, entity + 1)) {
    if (looked++ % SLICE === 0) yield entity / marks.length;
    if (!answers(entity)) continue;
    any = true;
    const score = admits(entity) ? query.score(entity) : 0;
    if (score > 0) best.add(entity, score);
  }
  return any ? best.sorted : undefined;
}

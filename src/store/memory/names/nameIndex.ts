import { batchesBelow, type RecordTable, type TableOver } from '../../../graph';
import { foldText, inTurns, Turns, type CallOptions, type Entity, type Steps } from '../../../model';
import { BestHits, type Scored } from './bestHits';
import { FoldedNames, namesOf } from './foldedNames';
import { NamePart } from './namePart';
import { nameOrder, nameOrderOver } from './nameOrder';
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
  /** Of names that are folded already; `parts`: these, and names that are searched beside them. */
  constructor(
    private readonly table: NamedEntities,
    readonly names: FoldedNames,
    private readonly parts: readonly NamePart[] = [new NamePart(names)],
  ) {}

  /** The names of a table that is laid over the one that another index is of: its own are folded, the other's are searched as they are. */
  static over(base: NameIndex, table: TableOver): NameIndex {
    const { entities, newEntities } = table.changes;
    const own = [
      ...[...entities].flatMap(([integer, entity]) => (entity ? [{ integer, entity }] : [])),
      ...newEntities.map((entity, i) => ({ integer: table.base.entityCount + i, entity })),
    ];
    const names = new FoldedNames(own.length);
    for (const { entity } of own) names.add(entity);
    names.finish();
    const below = new NamePart(base.names, undefined, new Set(entities.keys()));
    return new NameIndex(table, base.names, [below, new NamePart(names, own.map(({ integer }) => integer))]);
  }

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
    const found = await inTurns(findingSteps(this.parts, query, wanted), options);
    const records = await this.table.entities(found.map(({ entity }) => entity));
    return found.map(({ entity }, i) => bestName(entity, records[i]!, query));
  }

  /** Of every entity a number by which the main names stand in order; of a table that is laid over another, with those of the other. */
  async order(below: () => Promise<Uint32Array>, options?: CallOptions): Promise<Uint32Array> {
    const [first, own] = this.parts;
    if (!own) return inTurns(nameOrder(this.names), options);
    return inTurns(nameOrderOver(await below(), first!, own, this.table.entityCount), options);
  }

  /** The entities that share a telling word with some of these names; see `sharersOf`. Rejects with the signal's reason. */
  sharing(texts: readonly string[], options?: CallOptions): Promise<number[]> {
    return inTurns(sharersOf(this.parts, texts), options);
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

/** Entities that answer wholly are looked for in all parts before any that answer in part. */
function* findingSteps(parts: readonly NamePart[], folded: string, wanted: WantedHits): Steps<readonly Scored[]> {
  const searches = [];
  for (const part of parts) {
    const room = part.names.takeRoom();
    const holders = yield* part.names.holders();
    searches.push({ part, room, holders, query: yield* NameQuery.steps(part.names, folded, holders, room) });
  }
  const best = new BestHits(wanted.limit, wanted.tieBreak);
  let any = false;
  for (const { part, query, holders } of searches)
    any = (yield* addHits(best, part, yield* query.marked(holders, query.decisive), (e) => query.answersWholly(e), query, wanted)) || any;
  if (!any) {
    for (const { part, query, holders } of searches) {
      yield* query.scanAll();
      yield* addHits(best, part, yield* query.marked(holders, ALL_TERMS), (e) => query.answersInPart(e), query, wanted);
    }
  }
  for (const { part, room } of searches) part.names.giveBack(room);
  return best.sorted;
}

/** Adds those of the marked of a part that answer. False where none does, be it one that is not admitted. */
function* addHits(
  best: BestHits, part: NamePart, marks: Uint8Array, answers: (place: number) => boolean, query: NameQuery, { admits }: WantedHits,
): Steps<boolean> {
  let any = false;
  let looked = 0;
  for (let place = marks.indexOf(1); place !== -1; place = marks.indexOf(1, place + 1)) {
    if (looked++ % SLICE === 0) yield place / marks.length;
    if (part.skips(place) || !answers(place)) continue;
    any = true;
    const entity = part.entityAt(place);
    const score = admits(entity) ? query.score(place) : 0;
    if (score > 0) best.add(entity, score);
  }
  return any;
}

import { eachNumber, inTurns, sorted, type CallOptions, type Steps } from '../../model';
import type { CompiledFilter, GraphIndex } from '../../graph';
import type { RowsAnswer, RowsQuestion } from '../graphStore';
import type { DatasetReader } from './datasetReader';

/** How many entities a text finds at most, the best. */
const FOUND = 1000;
const LIMIT = 100;
/** How many lists are kept: the next page is asked of the same. */
const KEPT = 4;

/** The records that a table lists, as integers in its order. */
export interface RowList {
  readonly rows: ArrayLike<number>;
  /** A text found more than are listed. */
  readonly more: boolean;
}

/** A page of the entities or relationships that a filter admits. The list is made once, and kept for its other pages. */
export async function rowsIn(reader: DatasetReader, asked: RowsQuestion, options: CallOptions): Promise<RowsAnswer> {
  const { of, from = 0, limit = LIMIT } = asked;
  const { rows, more } = await listOf(reader, asked, options);
  const page = Array.from({ length: Math.max(0, Math.min(limit, rows.length - from)) }, (_, i) => rows[from + i]!);
  const { index } = reader;
  const told = { total: rows.length, complete: !more };
  if (of === 'entities') {
    const part = await reader.partOf(page, [], options);
    return { ...told, rows: page.map((e) => ({ id: index.entityIdAt(e), ties: index.degree(e) })), ...part };
  }
  const parties = [...new Set(page.flatMap((r) => [index.fromAt(r), index.toAt(r)]))];
  return { ...told, rows: page.map((r) => ({ id: index.relationshipIdAt(r) })), ...(await reader.partOf(parties, page, options)) };
}

async function listOf(
  reader: DatasetReader, { from: _from, limit: _limit, ...asked }: RowsQuestion, options: CallOptions,
): Promise<RowList> {
  const key = JSON.stringify(asked);
  const kept = reader.lists.get(key);
  if (kept) return kept;
  const { of, text = '', filter = {}, descending = false } = asked;
  const { index } = reader;
  const compiled = await reader.compiled(filter, options);
  const sought = text.trim() !== '';
  const order = asked.order ?? 'file';
  const found = sought ? await answering(reader, of, text, compiled, options) : undefined;
  const names = order === 'name' ? await reader.nameRanks(options) : undefined;
  const rows = await inTurns(
    inOrder(found?.rows ?? admitted(index, of, compiled), keyOf(index, of, order, names), descending), options,
  );
  const list = { rows, more: found?.more ?? false };
  reader.lists.set(key, list);
  for (const oldest of reader.lists.keys()) if (reader.lists.size > KEPT) reader.lists.delete(oldest);
  return list;
}

/** Entities whose names answer a text, best first; relationships at these, likewise. */
async function answering(
  reader: DatasetReader, of: RowsQuestion['of'], text: string, compiled: CompiledFilter, options: CallOptions,
): Promise<{ rows: number[]; more: boolean }> {
  const { index } = reader;
  const tieBreak = (a: number, b: number) => index.degree(b) - index.degree(a) || index.compareEntityIds(a, b);
  const names = await reader.nameIndex();
  const hits = await names.find(text, { limit: FOUND + 1, admits: (entity) => compiled.admitsEntity(entity), tieBreak }, options);
  const entities = hits.slice(0, FOUND).map((hit) => hit.entity);
  const more = hits.length > FOUND;
  if (of === 'entities') return { rows: entities, more };
  const { starts, stops, ties } = index.adjacency;
  const found = new Set<number>();
  for (const entity of entities)
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++)
      if (compiled.admits(ties[slot]! >>> 1)) found.add(ties[slot]! >>> 1);
  return { rows: [...found], more };
}

function* admitted(index: GraphIndex, of: RowsQuestion['of'], compiled: CompiledFilter): Steps<number[]> {
  const rows: number[] = [];
  if (of === 'entities')
    yield* eachNumber(index.entityCount, (e) => {
      if (compiled.admitsEntity(e)) rows.push(e);
    });
  else
    yield* eachNumber(index.relationshipCount, (r) => {
      if (compiled.admits(r)) rows.push(r);
    });
  return rows;
}

/** By what rows are ordered: a number of each, `ABSENT` where it has none. */
type Key = (row: number) => number;
const ABSENT = Infinity;

function keyOf(
  index: GraphIndex, of: RowsQuestion['of'], order: NonNullable<RowsQuestion['order']>, names: Uint32Array | undefined,
): Key | undefined {
  const { entityTypeCodes, relationshipTypeCodes, lifeCodes, intervalCodes } = index.parts;
  const ofEntities = of === 'entities';
  if (order === 'file') return undefined;
  if (order === 'type') return (row) => (ofEntities ? entityTypeCodes : relationshipTypeCodes)[row]!;
  if (order === 'ties') return (row) => (ofEntities ? index.degree(row) : ABSENT);
  if (order === 'start' || order === 'end') {
    const ranks = ranksOfDates(index, order);
    const codes = ofEntities ? lifeCodes : intervalCodes;
    return (row) => (codes ? ranks[codes[row]!]! : ABSENT);
  }
  if (ofEntities) return (row) => names![row]!;
  const ends = index.ends();
  // Two ranks in one number: there are fewer than 2^26 entities wherever they fit into memory.
  return (row) => names![ends[row * 2]!]! * 2 ** 26 + names![ends[row * 2 + 1]!]!;
}

/** Of every interval the place of its start or end among those there are, as they are written. */
function ranksOfDates({ parts: { intervals } }: GraphIndex, which: 'start' | 'end'): number[] {
  const texts = intervals.all().map((interval) => interval[which]);
  const distinct = [...new Set(texts.filter((text) => text !== undefined))].sort();
  const ranks = new Map(distinct.map((text, rank) => [text, rank]));
  return texts.map((text) => (text === undefined ? ABSENT : ranks.get(text)!));
}

/** Rows in order; equal ones stay as they came, and those without a key come last either way. */
function* inOrder(
  given: number[] | Steps<number[]>, key: Key | undefined, descending: boolean,
): Steps<ArrayLike<number>> {
  const rows = Array.isArray(given) ? given : yield* given;
  if (!key) return Uint32Array.from(descending ? rows.reverse() : rows);
  const sign = descending ? -1 : 1;
  const compare = (a: number, b: number) => {
    const [keyA, keyB] = [key(a), key(b)];
    if (keyA === keyB) return 0;
    return keyA === ABSENT || keyB === ABSENT ? (keyA === ABSENT ? 1 : -1) : sign * (keyA - keyB);
  };
  return Uint32Array.from(yield* sorted(rows, compare));
}

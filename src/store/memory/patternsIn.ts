import { fitsType, patternSteps, type Shares } from '../../analysis';
import {
  inTurns,
  readPattern,
  relationshipTypeIds,
  shareBounds,
  Turns,
  type CallOptions,
  type Pattern,
  type PatternAnswer,
  type PatternEnds,
  type PatternQuestion,
  type PatternStep,
} from '../../model';
import type { DatasetReader } from './datasetReader';

/** How many records are read at a time. */
const BATCH = 4096;

/** Routes that follow a pattern, over what its ends and its conditions on shares take of records. Throws as `patternSteps` does. */
export async function patternsIn(reader: DatasetReader, asked: PatternQuestion, options: CallOptions): Promise<PatternAnswer> {
  const { openShares, ...ground } = await patternGroundIn(reader, asked, options);
  const found = await reader.searches.run(() => inTurns(patternSteps(reader.index, asked, ground), options));
  return { ...found, openShares };
}

/** What a question about a pattern takes of records: where routes begin and end, and shares. Throws UnknownEntityError. */
export async function patternGroundIn(reader: DatasetReader, asked: PatternQuestion, options: CallOptions) {
  const turns = new Turns({ signal: options.signal });
  options.signal?.throwIfAborted();
  const from = await endsOf(reader, asked.from, turns);
  const to = await endsOf(reader, asked.to, turns);
  const { shares, open } = await sharesOf(reader, readPattern(asked.pattern), turns);
  return { from, to, shares, openShares: open };
}

/** Entities by integer, each once. Throws UnknownEntityError. */
async function endsOf({ index, table }: DatasetReader, ends: PatternEnds, turns: Turns): Promise<number[]> {
  if ('ids' in ends) return [...new Set(ends.ids.map((id) => index.knownEntity(id)))];
  const types = new Set(ends.entityTypes);
  const { jurisdiction } = ends;
  const found: number[] = [];
  for (let entity = 0; entity < index.entityCount; entity++) {
    if (entity % BATCH === 0 && turns.over) await turns.next();
    if (types.has(index.entityTypeAt(entity)) && index.isThere(entity)) found.push(entity);
  }
  if (jurisdiction === undefined) return found;
  const there: number[] = [];
  for (let first = 0; first < found.length; first += BATCH) {
    if (turns.over) await turns.next();
    const batch = found.slice(first, first + BATCH);
    const records = await table.entities(batch);
    there.push(...batch.filter((_, i) => isOf(records[i]!.jurisdiction, jurisdiction)));
  }
  return there;
}

/** A country has its regions with it. */
function isOf(jurisdiction: string | undefined, asked: string): boolean {
  return jurisdiction === asked || (jurisdiction?.startsWith(`${asked}-`) ?? false);
}

/** The recorded shares of what a step that asks for one may run over, and how many of these leave the comparison open. */
async function sharesOf({ index, table }: DatasetReader, pattern: Pattern, turns: Turns): Promise<{ shares: Shares; open: number }> {
  const asking = stepsOf(pattern).filter(({ where }) => where.share);
  const asks = Uint8Array.from(relationshipTypeIds, (type) =>
    Number(asking.some((step) => fitsType(step, type, true) || fitsType(step, type, false))),
  );
  const shares = new Map<number, { min: number; max: number }>();
  if (!asks.includes(1)) return { shares, open: 0 };
  const { relationshipTypeCodes } = index.parts;
  const recorded: number[] = [];
  let open = 0;
  for (let r = 0; r < index.relationshipCount; r++) {
    if (r % BATCH === 0 && turns.over) await turns.next();
    if (asks[relationshipTypeCodes[r]!] === 0 || index.delta?.goneRelationships.has(r)) continue;
    if (table.greatestShareAt(r) > 0) recorded.push(r);
    else open++;
  }
  for (let first = 0; first < recorded.length; first += BATCH) {
    if (turns.over) await turns.next();
    const batch = recorded.slice(first, first + BATCH);
    const records = await table.relationships(batch);
    batch.forEach((r, i) => shares.set(r, shareBounds(records[i]!.share)));
  }
  return { shares, open: open + [...shares.values()].filter((bounds) => asking.some((step) => leavesOpen(step, bounds))).length };
}

/** Whether one reading of a share's bounds fits a comparison and another does not. */
function leavesOpen({ where: { share } }: PatternStep, { min, max }: { min: number; max: number }): boolean {
  const { is, percent } = share!;
  if (min === max) return false;
  if (is === '=') return min <= percent && percent <= max;
  return is === '>' || is === '<=' ? min <= percent && percent < max : min < percent && percent <= max;
}

function stepsOf(pattern: Pattern): PatternStep[] {
  if (pattern.kind === 'step') return [pattern];
  return pattern.kind === 'repeat' ? stepsOf(pattern.part) : pattern.parts.flatMap(stepsOf);
}

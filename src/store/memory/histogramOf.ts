import { eachNumber, type Steps } from '../../model';
import type { GraphIndex } from '../../graph';
import type { YearCount } from '../graphStore';
import { yearOfDate } from './describeDataset';

/**
 * Starts and ends of the admitted relationships by calendar year, ascending and without gaps. `countOf`: for how many alike each of them
 * stands. Cost O(relationships).
 */
export function* histogramSteps(
  { relationshipCount, parts: { intervals, intervalCodes } }: GraphIndex, admits: (relationship: number) => boolean,
  countOf: (relationship: number) => number = () => 1,
): Steps<YearCount[]> {
  const heldSo = new Float64Array(intervals.length);
  yield* eachNumber(
    relationshipCount,
    (r) => {
      if (admits(r)) heldSo[intervalCodes[r]!]! += countOf(r);
    },
    [0, 1],
  );
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const [code, times] of heldSo.entries()) {
    if (times === 0) continue;
    const { start, end } = intervals.intervalOf(code);
    count(starts, start, times);
    count(ends, end, times);
  }
  return withoutGaps(starts, ends);
}

function count(counts: Map<number, number>, date: string | undefined, times: number): void {
  const year = yearOfDate(date);
  if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + times);
}

function withoutGaps(starts: ReadonlyMap<number, number>, ends: ReadonlyMap<number, number>): YearCount[] {
  const years = [...starts.keys(), ...ends.keys()];
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => {
    const year = first + i;
    return { year, starts: starts.get(year) ?? 0, ends: ends.get(year) ?? 0 };
  });
}

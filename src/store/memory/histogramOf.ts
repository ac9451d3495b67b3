import { eachNumber, type Relationship, type Steps } from '../../model';
import type { YearCount } from '../graphStore';
import { yearOfDate } from './describeDataset';

/** Starts and ends of the admitted relationships by calendar year, ascending and without gaps. Cost O(relationships). */
export function* histogramSteps(relationships: readonly Relationship[], admits: (relationship: number) => boolean): Steps<YearCount[]> {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  yield* eachNumber(relationships.length, (r) => {
    if (!admits(r)) return;
    count(starts, relationships[r]!.start);
    count(ends, relationships[r]!.end);
  }, [0, 1]);
  return withoutGaps(starts, ends);
}

function count(counts: Map<number, number>, date: string | undefined): void {
  const year = yearOfDate(date);
  if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
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

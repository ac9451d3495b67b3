import type { Relationship } from '../../model';
import type { Ask, YearCount } from '../graphStore';
import { yearOfDate } from './describeDataset';
import { inSlices } from './inSlices';

/** Starts and ends of the admitted relationships by calendar year, ascending and without gaps. Cost O(relationships). */
export async function histogramOf(relationships: readonly Relationship[], admits: (relationship: number) => boolean, ask?: Ask): Promise<YearCount[]> {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  await inSlices(relationships.length, ask, (from, to) => {
    for (let r = from; r < to; r++) {
      if (!admits(r)) continue;
      count(starts, relationships[r]!.start);
      count(ends, relationships[r]!.end);
    }
  });
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

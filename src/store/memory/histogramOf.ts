import { eachNumber, inTurns, type CallOptions, type Filter, type Interval, type Steps } from '../../model';
import type { CompiledFilter, GraphIndex } from '../../graph';
import type { YearCount } from '../graphStore';
import type { DatasetReader } from './datasetReader';
import { yearOfDate } from './describeDataset';

/** What is counted of an index. */
type Counted = Pick<GraphIndex, 'relationshipCount'> & { parts: Pick<GraphIndex['parts'], 'intervals' | 'intervalCodes'> };

/**
 * Starts and ends of the admitted relationships by calendar year, ascending and without gaps. `countOf`: for how many alike each of them
 * stands. Cost O(relationships).
 */
export function* histogramSteps(
  index: Counted, admits: (relationship: number) => boolean, countOf?: (relationship: number) => number,
): Steps<YearCount[]> {
  return withoutGaps(yield* yearsSteps(index, admits, countOf));
}

/** How many relationships start, and end, in which calendar year. */
export interface Years {
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
}

/** The histogram of what a reader has. The years of a base are kept, and what is laid over it is added to them and taken from them. */
export async function histogramIn(reader: DatasetReader, filter: Filter, options: CallOptions): Promise<YearCount[]> {
  return withoutGaps(await yearsIn(reader, filter, options));
}

async function yearsIn(reader: DatasetReader, filter: Filter, options: CallOptions): Promise<Years> {
  const key = JSON.stringify(filter);
  if (reader.lastYears?.key === key) return reader.lastYears.years;
  const { index, index: { delta } } = reader;
  const compiled = await reader.compiled(filter, options);
  const years = delta
    ? yearsOver(await yearsIn(reader.opened, filter, options), { index, compiled }, {
        index: delta.base, compiled: await reader.opened.compiled(filter, options),
      })
    : await inTurns(yearsSteps(index, compiled.admits), options);
  reader.lastYears = { key, years };
  return years;
}

interface Filtered {
  readonly index: GraphIndex;
  readonly compiled: CompiledFilter;
}

function yearsOver(years: Years, now: Filtered, base: Filtered): Years {
  const [starts, ends] = [new Map(years.starts), new Map(years.ends)];
  const countDates = ({ start, end }: Interval, times: 1 | -1) => {
    count(starts, start, times);
    count(ends, end, times);
  };
  for (const r of now.compiled.judged!) {
    if (r < base.index.relationshipCount && base.compiled.admits(r)) countDates(base.index.datesAt(r), -1);
    if (now.compiled.admits(r)) countDates(now.index.datesAt(r), 1);
  }
  return { starts, ends };
}

/** `countOf`: for how many alike each relationship stands. */
function* yearsSteps(
  { relationshipCount, parts: { intervals, intervalCodes } }: Counted, admits: (relationship: number) => boolean,
  countOf: (relationship: number) => number = () => 1,
): Steps<Years> {
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
  return { starts, ends };
}

function count(counts: Map<number, number>, date: string | undefined, times: number): void {
  const year = yearOfDate(date);
  if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + times);
}

function withoutGaps({ starts, ends }: Years): YearCount[] {
  const years = [...starts, ...ends].flatMap(([year, times]) => (times > 0 ? [year] : []));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => {
    const year = first + i;
    return { year, starts: starts.get(year) ?? 0, ends: ends.get(year) ?? 0 };
  });
}

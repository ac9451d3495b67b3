import { isoOf, type Day, type IntervalBounds, type Together } from '../../model';

/** Days, both inclusive; `-Infinity` and `Infinity` are open. */
interface Stretch {
  first: Day;
  last: Day;
}

/**
 * Whether there was a time when all hops held at once; a hop holds when one of its relationships does.
 *
 * - `yes`: there are days on which every hop certainly held; or, whichever way its partial dates are read, some relationship held at a time
 *   through which all other hops certainly did ("in 2008" beside "2000 to 2020"): then the period is the one in which that time lies.
 * - `never`: no reading of the dates has a day on which every hop held. `apart` are the first two hops that have none, if two do.
 * - `possibly`: anything else, undated relationships included. (Where a hop has several relationships of uncertain dates, a certainty that
 * - only
 *   all of them together would give is not looked for, and the answer is the more careful one.)
 *
 * Cost O(h² · r log r), h hops of at most r relationships.
 */
export function together(hops: readonly (readonly IntervalBounds[])[]): Together {
  const certain = hops.map((hop) => union(hop.map(certainly)));
  const certainAll = certain.reduce(intersection);
  if (certainAll.length > 0) return { answer: 'yes', periods: certainAll.map(periodOf) };
  const within = union(hops.flatMap((hop, i) => hop.flatMap((interval) => heldWithin(interval, certain.filter((_, j) => j !== i)))));
  if (within.length > 0) return { answer: 'yes', periods: within.map(periodOf) };
  const possible = hops.map((hop) => union(hop.map(possibly)));
  const possibleAll = possible.reduce(intersection);
  if (possibleAll.length > 0) return { answer: 'possibly', periods: possibleAll.map(periodOf) };
  const apart = firstApart(possible);
  return { answer: 'never', periods: [], ...(apart ? { apart } : {}) };
}

/** The days on which something held whichever way its dates are read. An unknown start of something that goes on gives none. */
function certainly({ start, end }: IntervalBounds): Stretch[] {
  return start.latest <= end.earliest && start.latest !== Infinity && end.earliest !== -Infinity
    ? [{ first: start.latest, last: end.earliest }]
    : [];
}

function possibly({ start, end }: IntervalBounds): Stretch[] {
  return [{ first: start.earliest, last: end.latest }];
}

/**
 * Where something held for certain at a time in a stretch that no single day of is certain, and the others held all through it:
 * that stretch.
 */
function heldWithin({ start, end }: IntervalBounds, others: readonly (readonly Stretch[])[]): Stretch[] {
  const stretch = { first: end.earliest, last: start.latest };
  if (stretch.first >= stretch.last || stretch.first === -Infinity || stretch.last === Infinity) return [];
  return others.every((hop) => hop.some((s) => s.first <= stretch.first && s.last >= stretch.last)) ? [stretch] : [];
}

/** The same days in stretches that do not touch, in order. */
function union(stretches: readonly (Stretch | readonly Stretch[])[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { first, last } of stretches.flat().sort((a, b) => (a.first < b.first ? -1 : 1)) as Stretch[]) {
    const before = merged.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else merged.push({ first, last });
  }
  return merged;
}

function intersection(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  return a
    .flatMap((x) => b.map((y) => ({ first: Math.max(x.first, y.first), last: Math.min(x.last, y.last) })))
    .filter((s) => s.first <= s.last);
}

function firstApart(possible: readonly (readonly Stretch[])[]): [number, number] | undefined {
  for (let i = 0; i < possible.length; i++) {
    for (let j = i + 1; j < possible.length; j++) if (intersection(possible[i]!, possible[j]!).length === 0) return [i, j];
  }
  return undefined;
}

function periodOf({ first, last }: Stretch): { from?: string; to?: string } {
  return { ...(first === -Infinity ? {} : { from: isoOf(first) }), ...(last === Infinity ? {} : { to: isoOf(last) }) };
}

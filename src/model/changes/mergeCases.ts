import type { ChartDocument } from '../chartDocument';
import { compareText } from '../order';
import type { Case, CaseChart } from './caseFile';
import { mergeDatasets, type MergeConflict } from './mergeDatasets';
import { sameContent } from './recordLists';

interface MergedCase {
  readonly case: Case;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * What two sides made of one case, as one: the datasets as `mergeDatasets` does it, charts by name, and each chart by who is on it and
 * where. Where both moved a box, ours is kept; that is told once a chart. A chart that one side took away and the other changed stays.
 */
export function mergeCases(base: Case, ours: Case, theirs: Case): MergedCase {
  const { dataset, conflicts } = mergeDatasets(base.dataset, ours.dataset, theirs.dataset);
  const [b, o, t] = [chartsOf(base), chartsOf(ours), chartsOf(theirs)];
  const told: MergeConflict[] = [...conflicts];
  const fresh = [...new Set([...o.keys(), ...t.keys()])].filter((name) => !b.has(name)).sort(compareText);
  const charts = [...b.keys(), ...fresh].flatMap((name): CaseChart[] => {
    const chart = mergedChart(name, b.get(name), o.get(name), t.get(name), told);
    return chart ? [{ name, chart }] : [];
  });
  return { case: { dataset, charts }, conflicts: told };
}

function chartsOf({ charts }: Case): ReadonlyMap<string, ChartDocument> {
  return new Map(charts.map(({ name, chart }) => [name, chart]));
}

function mergedChart(
  name: string, base: ChartDocument | undefined, ours: ChartDocument | undefined, theirs: ChartDocument | undefined,
  conflicts: MergeConflict[],
): ChartDocument | undefined {
  if (same(ours, theirs) || same(theirs, base)) return ours;
  if (same(ours, base)) return theirs;
  if (!ours || !theirs) {
    conflicts.push({ list: 'charts', id: name, kept: ours ? 'ours' : 'theirs' });
    return ours ?? theirs;
  }
  let torn = false;
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])] as (keyof ChartDocument)[];
  const merged = Object.fromEntries(
    fields.flatMap((field) => {
      const { value, conflict } = mergedValue(base?.[field], ours[field], theirs[field]);
      torn ||= conflict;
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
  if (torn) conflicts.push({ list: 'charts', id: name, kept: 'ours' });
  return merged as unknown as ChartDocument;
}

function mergedValue(base: unknown, ours: unknown, theirs: unknown): { value: unknown; conflict: boolean } {
  if (same(ours, theirs) || same(theirs, base)) return { value: ours, conflict: false };
  if (same(ours, base)) return { value: theirs, conflict: false };
  if (ours instanceof Set && theirs instanceof Set)
    return { value: mergedSet(base instanceof Set ? base : new Set(), ours, theirs), conflict: false };
  if (!(ours instanceof Map) || !(theirs instanceof Map)) return { value: ours ?? theirs, conflict: true };
  const [b, o, t] = [base instanceof Map ? base : new Map(), ours, theirs] as [
    ReadonlyMap<string, unknown>,
    ReadonlyMap<string, unknown>,
    ReadonlyMap<string, unknown>,
  ];
  let conflict = false;
  const value = new Map<string, unknown>();
  for (const key of [...new Set([...b.keys(), ...o.keys(), ...t.keys()])].sort(compareText)) {
    const one = mergedValue(b.get(key), o.get(key), t.get(key));
    conflict ||= one.conflict;
    if (one.value !== undefined) value.set(key, one.value);
  }
  return { value, conflict };
}

function mergedSet(base: ReadonlySet<unknown>, ours: ReadonlySet<unknown>, theirs: ReadonlySet<unknown>): Set<unknown> {
  const kept = (x: unknown) => (base.has(x) ? ours.has(x) && theirs.has(x) : ours.has(x) || theirs.has(x));
  return new Set([...new Set([...base, ...ours, ...theirs])].filter(kept));
}

/** Whether two charts say the same, in whatever order their ids came. */
export function sameCharts(a: ChartDocument, b: ChartDocument): boolean {
  return same(a, b);
}

/** Maps and sets say the same whatever order they are in. */
function same(a: unknown, b: unknown): boolean {
  return a === b || sameContent(plain(a), plain(b));
}

function plain(value: unknown): unknown {
  if (value instanceof Set) return { set: [...(value as ReadonlySet<string>)].sort(compareText) };
  if (value instanceof Map)
    return { map: [...(value as ReadonlyMap<string, unknown>)].sort(([a], [b]) => compareText(a, b)).map(([key, v]) => [key, plain(v)]) };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, plain(v)]));
}

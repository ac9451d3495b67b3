import {
  boundsOf, compareText, intervalBounds, isoOf, statusWithout, UNKNOWN_END,
  type Claim, type DatasetPart, type Day, type Entity, type Filter, type Interval, type Relationship, type Steps, type TimelineAnswer,
  type TimelineBar, type TimelineContradiction, type TimelineRow, type TimelineSpan,
} from '../../model';
import { shareClashes } from './shareClashes';

/** Records of which a timeline is made: whose rows are asked for, and the ties that the filter admits. */
interface TimelineGround extends DatasetPart {
  /** Ties that are not among the relationships, since there are too many. */
  readonly more: number;
}

/** How many records are looked at in a step. */
const BATCH = 500;

/**
 * The rows of a timeline, an entity each, in steps. A tie stands once: in the row of the entity that it leads from, or where that has no
 * row in the row of the other. Rows and bars come in the order in which they may have begun, then by id. Dates stay partial, as recorded.
 * Cost O((entities + ties) log) and, of ties of one type between the same two, the pairs among those with shares.
 */
export function* timelineSteps({ entities, relationships, sources, more }: TimelineGround, filter: Filter): Steps<TimelineAnswer> {
  const sourceOf = new Map(sources.map((s) => [s.id, s]));
  const aside = new Set(filter.withoutSources);
  const rowOf = new Map(entities.map((e) => [e.id, rowFor(e)]));
  const undated: TimelineAnswer['undated'] = { entities: [], relationships: [] };
  const clashes = yield* shareClashes(relationships);
  for (const [i, r] of relationships.entries()) {
    if (i % BATCH === BATCH - 1) yield;
    const forward = rowOf.has(r.from);
    const row = rowOf.get(forward ? r.from : r.to);
    if (!row) continue;
    if (!isDated(r)) undated.relationships.push(r.id);
    else row.bars.push(barOf(r, forward, statusWithout(r.claims, aside, (id) => sourceOf.get(id)), clashes.has(r.id), aside));
  }
  const rows: TimelineRow[] = [];
  for (const [id, row] of rowOf) {
    if (!row.life && row.bars.length === 0) undated.entities.push(id);
    else rows.push({ ...row, bars: row.bars.sort(byBeginning((bar) => bar.relationship)) });
  }
  rows.sort((a, b) => beginningOf(a) - beginningOf(b) || compareText(a.entity, b.entity));
  yield;
  return { rows, ...extentOf(rows), undated, more };
}

/** Whether anything says when it was: "nobody knows whether it has ended" is no date. */
function isDated({ start, end }: Interval): boolean {
  return start !== undefined || (end !== undefined && end !== UNKNOWN_END);
}

function rowFor(entity: Entity): TimelineRow {
  // Claims about an entity are about anything, so that they do not contradict its dates.
  return { entity: entity.id, bars: [], ...(isDated(entity) ? { life: spanOf(entity, []) } : {}) };
}

function barOf(
  r: Relationship, forward: boolean, status: TimelineBar['status'], clashes: boolean, aside: ReadonlySet<string>,
): TimelineBar {
  const claims = r.claims.filter((c) => !aside.has(c.source));
  const [affirmed, opposed] = [claims.filter(affirms).length, claims.filter(opposes).length];
  const contradictions = [...(affirmed > 0 && opposed > 0 ? ['claims' as const] : []), ...(clashes ? ['shares' as const] : [])];
  return { relationship: r.id, other: forward ? r.to : r.from, forward, status, affirmed, opposed, ...spanOf(r, contradictions) };
}

function affirms({ stance }: Claim): boolean {
  return stance === 'asserts' || stance === 'alleges';
}

function opposes(claim: Claim): boolean {
  return !affirms(claim);
}

function spanOf({ start, end }: Interval, contradictions: readonly TimelineContradiction[]): TimelineSpan {
  const reversed = lastDay(end) < firstDay(start);
  return {
    ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), moment: start !== undefined && start === end,
    contradictions: [...contradictions, ...(reversed ? ['dates' as const] : [])],
  };
}

function firstDay(date: string | undefined): Day {
  return (date === undefined ? undefined : boundsOf(date)?.earliest) ?? -Infinity;
}

function lastDay(date: string | undefined): Day {
  return (date === undefined || date === UNKNOWN_END ? undefined : boundsOf(date)?.latest) ?? Infinity;
}

/** The first day on which it may have held, of what has no start the first day on which it may have ended. */
function beginningOfSpan(span: Interval): Day {
  const { start, end } = intervalBounds(span);
  return Number.isFinite(start.earliest) ? start.earliest : end.earliest;
}

function beginningOf({ life, bars }: TimelineRow): Day {
  return Math.min(life ? beginningOfSpan(life) : Infinity, bars[0] ? beginningOfSpan(bars[0]) : Infinity);
}

function byBeginning(idOf: (bar: TimelineBar) => string): (a: TimelineBar, b: TimelineBar) => number {
  return (a, b) => beginningOfSpan(a) - beginningOfSpan(b) || compareText(idOf(a), idOf(b));
}

function extentOf(rows: readonly TimelineRow[]): Pick<TimelineAnswer, 'first' | 'last'> {
  let [first, last] = [Infinity, -Infinity];
  for (const { life, bars } of rows) {
    for (const { start, end } of life ? [life, ...bars] : bars) {
      for (const date of [start, end]) {
        const bounds = date === undefined || date === UNKNOWN_END ? undefined : boundsOf(date);
        if (bounds) [first, last] = [Math.min(first, bounds.earliest), Math.max(last, bounds.latest)];
      }
    }
  }
  return first > last ? {} : { first: isoOf(first), last: isoOf(last) };
}

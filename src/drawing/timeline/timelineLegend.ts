import { families, relationshipType, statuses, UNKNOWN_END, type Relationship, type Status } from '../../model';
import { legendItems, type LegendItem } from '../picture/legendMarks';
import { spanMarks } from './spanMarks';
import type { TimelineView } from './timelineDrawing';

const LIFE = { moment: false, contradictions: [] };
const SAMPLE = 34;
/** Room for the sign of what is contradicted, which stands before its bar. */
const SIGN = 16;
const DAY = { from: '2001-01-01', to: '2001-12-31' };
/** A sample spans the days of 2001. */
const FIRST = 11_323;
const DAYS = 365;

interface Sample {
  readonly start?: string;
  readonly end?: string;
  readonly contradicted?: boolean;
  readonly event?: boolean;
}

/** What a reader of a timeline needs to read it, and no more: families, statuses, and the signs of its dates. */
export function timelineLegend({ answer, part }: TimelineView): LegendItem[][] {
  const bars = answer.rows.flatMap((row) => row.bars);
  const lives = answer.rows.flatMap((row) => (row.life ? [row.life] : []));
  const all = [...bars, ...lives];
  const typeOf = new Map(part.relationships.map((r: Relationship) => [r.id, r.type]));
  const drawn = new Set(bars.map((b) => relationshipType(typeOf.get(b.relationship) ?? 'linkedTo').family));
  const said = new Set<Status>(bars.map((b) => b.status));
  const { lines } = legendItems({
    entityTypes: [], families: families.filter((f) => drawn.has(f)), statuses: statuses.filter((s) => said.has(s)), ended: false,
    shares: false, computed: false, route: false, possibly: false, joined: false, ring: false, faint: false, enclosure: false,
  });
  const types = new Map(part.entities.map((e) => [e.id, e.type]));
  const has = {
    event: answer.rows.some((row) => row.life && types.get(row.entity) === 'event'),
    moment: bars.some((b) => b.moment),
    partial: all.some(({ start, end }) => [start, end].some((d) => d !== undefined && d !== UNKNOWN_END && d.length < 10)),
    goesOn: all.some((s) => s.end === undefined && !s.moment),
    unknown: all.some((s) => s.start === undefined || s.end === UNKNOWN_END),
    contradicted: all.some((s) => s.contradictions.includes('claims')),
  };
  const signs: [boolean, string, Sample][] = [
    [has.partial, 'thin: may have held, its date is a year or a month', { start: '2001', end: DAY.to }],
    [has.goesOn, 'not known to have ended', { start: DAY.from }],
    [has.unknown, 'nobody recorded when', { start: '2001-06-01', end: UNKNOWN_END }],
    [has.moment, 'happened', { start: '2001-07-01', end: '2001-07-01' }],
    [has.event, 'event', { start: '2001-07-01', end: '2001-07-01', event: true }],
    [has.contradicted, 'doubled: affirmed above, denied or questioned below', { start: DAY.from, end: DAY.to, contradicted: true }],
  ];
  const items = signs.filter(([drawnHere]) => drawnHere).map(([, label, sample]) =>
    ({ label, width: sample.contradicted ? SAMPLE + SIGN : SAMPLE, sign: signOf(sample) }));
  return [lines, items];
}

function signOf({ start, end, contradicted, event }: Sample): LegendItem['sign'] {
  const span = {
    ...LIFE, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }),
    moment: start === end, contradictions: contradicted ? ['claims' as const] : [],
  };
  // The thin line of a partial date is shown beside the thick one of what is certain.
  const shown = start === '2001' ? { ...span, start: '2001-05', end: DAY.to } : span;
  return (at, y) => {
    const x = contradicted ? at + SIGN : at;
    return spanMarks(shown, {
      status: contradicted ? 'disputed' : 'reported', colour: 'ink', y, left: x, right: x + SAMPLE - 8,
      x: (day) => x + ((day - FIRST) / DAYS) * (SAMPLE - 8), ...(event ? { event } : {}),
    });
  };
}

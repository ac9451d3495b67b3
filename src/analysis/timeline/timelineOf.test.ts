import fc from 'fast-check';
import '../../propertySeed';
import { describe, expect, test } from 'vitest';
import {
  atOnce, boundsOf, intervalBounds, shareBounds, type DatasetPart, type Entity, type Interval, type Relationship, type TimelineAnswer,
} from '../../model';
import { timelineSteps } from './timelineOf';

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({ id, type: 'company', name: id, ...more });
const tie = (id: string, more: Partial<Relationship> = {}): Relationship =>
  ({ id, type: 'owns', from: 'a', to: 'b', claims: [{ source: 's', stance: 'asserts' }], ...more });
const timeline = (part: Partial<DatasetPart>): TimelineAnswer =>
  atOnce(timelineSteps({ entities: [], relationships: [], sources: [], more: 0, ...part }, {}));

describe('a timeline', () => {
  test('has a tie once, in the row of whom it leads from, and in that of the other end where only that has one', () => {
    const both = timeline({
      entities: [entity('a', { start: '2000' }), entity('b', { start: '2001' })], relationships: [tie('r', { start: '2002' })],
    });
    expect(both.rows.map(({ entity: id, bars }) => [id, bars.map((b) => [b.other, b.forward])])).toEqual([['a', [['b', true]]], ['b', []]]);
    const other = timeline({ entities: [entity('b')], relationships: [tie('r', { start: '2002' })] });
    expect(other.rows.map(({ entity: id, bars }) => [id, bars.map((b) => [b.other, b.forward])])).toEqual([['b', [['a', false]]]]);
  });

  test('keeps partial dates as they are, and calls what begins and ends in one date a moment', () => {
    const { rows, first, last } = timeline({
      entities: [entity('a', { start: '2004', end: '..' })],
      relationships: [tie('moment', { start: '2005-03', end: '2005-03' }), tie('span', { start: '2005', end: '2007-02-03' })],
    });
    expect(rows[0]).toMatchObject({
      life: { start: '2004', end: '..', moment: false },
      bars: [{ relationship: 'span', start: '2005', end: '2007-02-03', moment: false }, { relationship: 'moment', moment: true }],
    });
    expect([first, last]).toEqual(['2004-01-01', '2007-02-03']);
  });

  test('tells who and what has no date; that nobody knows of an end is no date', () => {
    const { rows, undated, first } = timeline({
      entities: [entity('a'), entity('b', { end: '..' })], relationships: [tie('r'), tie('q', { end: '..' })],
    });
    expect({ rows, undated, first }).toEqual({ rows: [], undated: { entities: ['a', 'b'], relationships: ['r', 'q'] }, first: undefined });
  });

  test('tells contradictions: of sources, of shares at one time, of an end before the start', () => {
    const { rows } = timeline({
      entities: [entity('a')],
      relationships: [
        tie('said', { start: '2001', claims: [{ source: 's', stance: 'alleges' }, { source: 't', stance: 'denies' }] }),
        tie('most', { start: '2002', end: '2008', share: 75 }), tie('least', { start: '2004', share: { min: 20, max: 50 } }),
        tie('later', { start: '2008', share: 10 }), tie('back', { start: '2010', end: '2009' }),
      ],
    });
    expect(Object.fromEntries(rows[0]!.bars.map((b) => [b.relationship, b.contradictions]))).toEqual({
      said: ['claims'], most: ['shares'], least: ['shares'], later: ['shares'], back: ['dates'],
    });
    expect(rows[0]!.bars.find((b) => b.relationship === 'said')).toMatchObject({ status: 'disputed', affirmed: 1, opposed: 1 });
  });

  test('does not take shares for contradictory that may have followed one another', () => {
    const { rows } = timeline({
      entities: [entity('a')],
      relationships: [tie('before', { start: '2002', end: '2008', share: 75 }), tie('after', { start: '2008', share: 25 })],
    });
    expect(rows[0]!.bars.flatMap((b) => b.contradictions)).toEqual([]);
  });
});

const date = fc.constantFrom('1999', '2003', '2003-05', '2003-05-09', '2008', '2008-12', '2008-12-31', undefined);
const end = fc.oneof(date, fc.constant('..'));
const span = fc.record({ start: date, end }).map(
  ({ start, end: until }): Interval => ({ ...(start ? { start } : {}), ...(until ? { end: until } : {}) }),
);
const NAMES = ['a', 'b', 'c', 'd'] as const;
const ground = fc.record({
  lives: fc.tuple(span, span, span), // of a, b and c: d is none of the set
  ties: fc.array(fc.record({
    from: fc.constantFrom(...NAMES), to: fc.constantFrom(...NAMES), span, share: fc.constantFrom(undefined, 20, 60, { min: 50, max: 70 }),
    stances: fc.array(fc.constantFrom('asserts', 'alleges', 'denies', 'questions'), { maxLength: 3 }),
  }), { maxLength: 12 }),
});

test('says of random records what counting them says', () => {
  fc.assert(fc.property(ground, ({ lives, ties }) => {
    const entities = lives.map((life, i) => entity(NAMES[i]!, life as Partial<Entity>));
    const relationships = ties.map(({ from, to, span: held, share, stances }, i): Relationship => ({
      ...tie(`r${i}`, held as Partial<Relationship>), from, to, ...(share === undefined ? {} : { share }),
      claims: stances.map((stance) => ({ source: 's', stance })),
    })).filter((r) => r.from !== 'd' || r.to !== 'd');
    const answer = timeline({ entities, relationships });
    const dated = ({ start, end: until }: Interval) => start !== undefined || (until !== undefined && until !== '..');
    const bars = answer.rows.flatMap((row) => row.bars.map((bar) => ({ row: row.entity, ...bar })));
    expect(bars.map((b) => b.relationship).sort()).toEqual(relationships.filter(dated).map((r) => r.id).sort());
    expect(answer.undated.relationships).toEqual(relationships.filter((r) => !dated(r)).map((r) => r.id));
    for (const bar of bars) {
      const r = relationships.find((one) => one.id === bar.relationship)!;
      expect([bar.row, bar.other]).toEqual(r.from === 'd' ? [r.to, r.from] : [r.from, r.to]);
      expect([bar.start, bar.end]).toEqual([r.start, r.end]);
      expect(bar.contradictions.includes('shares')).toBe(relationships.some((o) => clash(r, o)));
    }
    const days = [...entities, ...relationships].flatMap(({ start, end: until }) => [start, until])
      .flatMap((text) => (text === undefined || text === '..' ? [] : [boundsOf(text)!]));
    expect(answer.first).toBe(days.length ? iso(Math.min(...days.map((d) => d.earliest))) : undefined);
    expect(answer.last).toBe(days.length ? iso(Math.max(...days.map((d) => d.latest))) : undefined);
    for (const { bars: inRow } of answer.rows) expect(inRow.map(beginning)).toEqual(inRow.map(beginning).sort((x, y) => x - y));
  }));
});

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
function beginning(held: Interval): number {
  const bounds = intervalBounds(held);
  return Number.isFinite(bounds.start.earliest) ? bounds.start.earliest : bounds.end.earliest;
}
/** Day by day: whether both certainly held on one of them and no share is in both ranges. */
function clash(a: Relationship, b: Relationship): boolean {
  if (a === b || a.share === undefined || b.share === undefined || a.from !== b.from || a.to !== b.to) return false;
  const [x, y] = [shareBounds(a.share), shareBounds(b.share)];
  if (Array.from({ length: 101 }, (_, i) => i).some((p) => p >= x.min && p <= x.max && p >= y.min && p <= y.max)) return false;
  const surely = (r: Relationship, day: number) => intervalBounds(r).start.latest <= day && intervalBounds(r).end.earliest >= day;
  const from = boundsOf('1998')!.earliest;
  return Array.from({ length: 366 * 13 }, (_, i) => from + i).some((day) => surely(a, day) && surely(b, day));
}

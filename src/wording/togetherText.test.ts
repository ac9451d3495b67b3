import fc from 'fast-check';
import { expect, test } from 'vitest';
import { together } from '../analysis/routes/together';
import { intervalBounds, type Hop, type Interval, type Relationship, type Route } from '../model';
import { plainText } from './sentencePart';
import { sentencesOf } from './sentences';
import { togetherText } from './togetherText';

const said = (...intervals: Interval[]) => togetherText(together(intervals.map((i) => [intervalBounds(i)])), intervals.length, intervals);

test('when all hops held is said as finely as their dates are', () => {
  expect(said({ start: '2008', end: '2016' }, { start: '2000', end: '2020' })).toBe(
    'all hops held together in some part of 2008–2016, certainly 2009–2015',
  );
  expect(said({ start: '2008', end: '2009' }, { start: '2000' })).toBe('all hops held together in some part of 2008–2009');
  expect(said({ start: '2008', end: '2008' }, { start: '2000', end: '2020' })).toBe('all hops held together in some part of 2008');
  expect(said({ start: '2008' }, { start: '2005' })).toBe('all hops held together since some time in 2008, certainly from 2009');
  expect(said({ start: '2008-06' }, { start: '2005', end: '2016-03-02' })).toBe(
    'all hops held together in some part of Jun 2008 – 2 Mar 2016, certainly Jul 2008 – 2 Mar 2016',
  );
  expect(said({ start: '2008-06-15', end: '2010-01-31' })).toBe('held 15 Jun 2008 – 31 Jan 2010');
  expect(said({ start: '2008-12-31' })).toBe('held since 31 Dec 2008');
  expect(said({ end: '2016' }, {})).toBe('possibly all hops held together until 2016');
  expect(said({ start: '2008', end: '2016' }, { start: '2008', end: '..' })).toBe(
    'possibly all hops held together in some part of 2008–2016',
  );
  expect(said({ start: '2008' }, { end: '2003' })).toBe('never all at once');
  expect(said({})).toBe('dates not recorded');
});

const year = fc.integer({ min: 1990, max: 2024 }).map(String);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const interval = (date: fc.Arbitrary<string>): fc.Arbitrary<Interval> =>
  fc.record({ start: fc.option(date, { nil: undefined }), end: fc.option(fc.oneof(date, fc.constant('..')), { nil: undefined }) });
const DAY = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\d{4}-\d{2}-\d{2}/;
const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\d{4}-\d{2}/;

/** Everything that is said of a route whose hops held in these intervals, one relationship a hop. */
function sentencesOver(intervals: readonly Interval[]): string {
  const relationships = intervals.map((dates, i): Relationship => ({
    id: `r${i}`, type: 'owns', from: `e${i}`, to: `e${i + 1}`, claims: [], ...dates,
  }));
  const entities = [...relationships, null].map((_, i) => ({ id: `e${i}`, type: 'company' as const, name: `Entity ${'ABCDE'[i]!}` }));
  const hops = relationships.map(({ id, type, from, to }): Hop => ({
    from, to, status: 'reported', relationships: [{ id, type, from, to, status: 'reported', forward: true, sources: 0, publishers: [] }],
  }));
  const route: Route = {
    entities: entities.map((e) => e.id), hops, length: hops.length, strength: 'reported', weakest: 0,
    together: together(intervals.map((i) => [intervalBounds(i)])),
  };
  const words = sentencesOf({ entities, relationships, sources: [] });
  return [
    plainText(words.route(route)), ...relationships.map((r) => plainText(words.relationship(r.id))), words.facts(route).together,
    words.apart(route) ?? '',
  ].join('\n');
}

test('no sentence holds a day where no source gives a day, nor a month where none gives a month', () => {
  const upTo = (date: fc.Arbitrary<string>) => fc.array(interval(date), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(upTo(fc.oneof(year, month)), (intervals) => void expect(sentencesOver(intervals)).not.toMatch(DAY)), { numRuns: 500 },
  );
  fc.assert(fc.property(upTo(year), (intervals) => void expect(sentencesOver(intervals)).not.toMatch(MONTH)), { numRuns: 500 });
});

test('what is said to be certain lies on days on which every hop held', () => {
  fc.assert(fc.property(fc.array(interval(year), { minLength: 1, maxLength: 3 }), (intervals) => {
    const [, from, to] = /certainly (\d{4})(?:–(\d{4}))?$/.exec(said(...intervals)) ?? [];
    if (from === undefined) return;
    const days = { from: `${from}`, to: `${to ?? from}` };
    for (const i of intervals) {
      const { start, end } = intervalBounds(i);
      expect(start.latest < intervalBounds({ start: days.from }).start.earliest || i.start === undefined).toBe(true);
      expect(end.earliest > intervalBounds({ end: days.to }).end.latest).toBe(true);
    }
  }), { numRuns: 500 });
});

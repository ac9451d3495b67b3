import { expect, test } from 'vitest';
import { patternProblem, readPattern } from './readPattern';

test('a pattern is read as steps, choices and repetitions, spaces where one likes', () => {
  expect(readPattern('(owns|controls)+ partnerIn supplies?')).toEqual({
    kind: 'sequence',
    parts: [
      {
        kind: 'repeat',
        least: 1,
        part: { kind: 'choice', parts: ['owns', 'controls'].map((of) => ({ kind: 'step', of, direction: 'forward', where: {} })) },
      },
      { kind: 'step', of: 'partnerIn', direction: 'forward', where: {} },
      { kind: 'repeat', least: 0, most: 1, part: { kind: 'step', of: 'supplies', direction: 'forward', where: {} } },
    ],
  });
});

test('conditions say shares, times, types and statuses', () => {
  expect(readPattern('^owns[ share >= 50 %, held=2009 ,to=company|jointventure, status=confirmed ]{2,}')).toMatchObject({
    kind: 'repeat',
    least: 2,
    part: {
      direction: 'backward',
      where: {
        share: { is: '>=', percent: 50 },
        held: { from: '2009', to: '2009' },
        to: ['company', 'jointVenture'],
        statuses: ['confirmed'],
      },
    },
  });
  expect(readPattern('(owns | partnerIn[share=40])[share>=50]')).toEqual(readPattern('owns[share>=50] | partnerIn[share=40]'));
  expect(readPattern('any[certainly=2008-05..2010]')).toMatchObject({ where: { held: { from: '2008-05', to: '2010' }, certainly: true } });
});

test('what is wrong is said with its place and what may stand there', () => {
  const wrong = (text: string) => patternProblem(text)?.message;
  expect(wrong('')).toBe('Character 1 of the pattern: it is empty. Write a relationship type, as owns.');
  expect(wrong('owns own')).toBe(
    'Character 6 of the pattern: “own” is no relationship type and no family. Did you mean owns or ownership?',
  );
  expect(wrong('owns (supplies')).toBe('Character 6 of the pattern: this ( is never closed.');
  expect(wrong('owns)')).toBe('Character 5 of the pattern: this ) closes nothing.');
  expect(wrong('owns | ')).toBe('Character 8 of the pattern: a step is missing here. Write a relationship type, as owns.');
  expect(wrong('+owns')).toContain('Character 1 of the pattern: “+” cannot stand here.');
  expect(wrong('owns{3,2}')).toBe('Character 5 of the pattern: {3,2} is no number of times.');
  expect(wrong('owns[share>=120]')).toBe('Character 13 of the pattern: a share is a number of per cent from 0 to 100.');
  expect(wrong('owns[since=2009]')).toContain('Character 6 of the pattern: “since” is no condition. Conditions are share, held');
  expect(wrong('owns[held=2010..2008]')).toContain('Character 11 of the pattern: write a time');
  expect(wrong('owns[to=firm]')).toContain('Character 9 of the pattern: “firm” is no type of entity: write company');
  expect(wrong('owns[share>=5')).toBe('Character 5 of the pattern: this [ is never closed.');
  expect(wrong('(owns supplies){16}')).toContain('32 steps, and may have 30');
  expect(wrong(`owns ${'x'.repeat(1000)}`)).toContain('longer than 1000 characters');
});

test('one nested too deep is refused in words', () => {
  expect(patternProblem(`${'('.repeat(499)}owns${')'.repeat(499)}`)?.message ?? 'read').toMatch(/longer than|read/);
});

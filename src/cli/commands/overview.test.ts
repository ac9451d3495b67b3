import { expect, test } from 'vitest';
import { run, runForJson } from '../testing/run';

test('the bundled case in groups, each with its members, and their ties with what is alleged', async () => {
  const { code, out } = await run('overview');
  expect(code).toBe(0);
  expect(out).toMatch(/^1\. \S.*: \d+ entities: /);
  expect(out).toContain('Between them:');
  expect(out).toMatch(/ and .*: \d+ ties?, \d+ alleged only/);
  expect(out).toMatch(/\d+ places? (is|are) left out/);
});

test('as JSON every relationship is counted once: in a group, between two, or in the rest', async () => {
  for (const by of ['communities', 'type-country']) {
    const { code, json } = await runForJson('overview', '--by', by, '--groups', '3', '--json');
    const answer = json() as unknown as {
      relationships: number; groups: { entities: number; within: number }[]; ties: { relationships: number }[];
      entities: number; rest: { relationships: number; entities: number };
    };
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    expect([code, answer.groups.length]).toEqual([0, 3]);
    expect(sum(answer.groups.map((g) => g.within)) + sum(answer.ties.map((t) => t.relationships)) + answer.rest.relationships)
      .toBe(answer.relationships);
    expect(sum(answer.groups.map((g) => g.entities)) + answer.rest.entities).toBe(answer.entities);
  }
});

test('where the filter leaves nothing tied there is no group', async () => {
  const { code, out } = await run('overview', '--entity-types', 'event', '--types', 'owns');
  expect([code, out]).toEqual([1, expect.stringContaining('0 groups of 0 of')]);
});

test('another way of grouping is refused with those that there are', async () => {
  const { code, err } = await run('overview', '--by', 'colour');
  expect(code).toBe(2);
  expect(err).toContain('type-country');
});

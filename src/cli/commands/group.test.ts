import { expect, test } from 'vitest';
import { runForJson as run } from '../testing/run';

test('a group of the overview is told what holds it together, which source it depends on, and who ties it to the rest', async () => {
  const overview = (await run('overview', '--json')).json() as unknown as { groups: { entities: number; within: number }[] };
  const { code, json } = await run('group', '--community', '2', '--json');
  expect(code).toBe(0);
  const answer = json() as unknown as { entities: number; within: number; gates: unknown[]; sources: { pieces: number }[] };
  expect([answer.entities, answer.within]).toEqual([overview.groups[1]!.entities, overview.groups[1]!.within]);
  const told = await run('group', '--community', '2');
  expect(told.out).toContain('## Who ties it to the rest');
  expect(told.out).toContain('## Which types hold it together');
  expect(told.out).toContain('## Which sources it depends on');
  expect(told.out).toContain('Asked with: ');
});

test('entities are a group by their names; one without ties is no answer, and a group that is not there none to ask about', async () => {
  const { code, out } = await run('group', 'Huawei', 'Panda International', 'Koryolink');
  expect(code).toBe(0);
  expect(out).toMatch(/^# What holds 3 together\n\n\d+ ties between 3 entities, all in one piece\./);
  expect((await run('group', 'Intelsat', 'Fox News')).code).not.toBe(0);
  const beyond = await run('group', '--community', '100');
  expect([beyond.code, beyond.err]).toEqual([2, expect.stringContaining('fewer than 100 groups')]);
  expect((await run('group')).code).toBe(2);
  expect((await run('group', 'Huawei')).code).toBe(2);
});

import { describe, expect, test } from 'vitest';
import { runForJson as run, testFolder } from '../testing/run';

const folder = testFolder('leads');

describe('leads', () => {
  test('tell what of the case deserves a second look, with rule, evidence and the usual innocent explanation', async () => {
    const { code, out } = await run('leads');
    expect(code).toBe(0);
    expect(out).toContain('it says nothing about guilt');
    expect(out).toContain('*Usually innocent:*');
    expect(out).toMatch(/gave up a stake in CHEO Technology JV Company \(2018-07\), and Orascom Investment Holding took one \(2018-07\)/);
    expect(out).toContain('## Two ventures with the same partners');
    expect(out).toContain('## Sources');
    expect(out.match(/^## /gm)!.length).toBeGreaterThan(6);
  });

  test('come with what more independent publishers speak for first, and take rules of a newsroom’s own', async () => {
    const rule = {
      id: 'carrier',
      title: 'A carrier of a venture',
      rule: 'A company carries the traffic of a joint venture.',
      innocent: 'Somebody has to.',
      from: { entityTypes: ['company'] },
      to: { entityTypes: ['jointVenture'] },
      pattern: 'carriesTrafficFor',
    };
    const rules = folder.file('rules.json', { format: 'throughline-leads/1', rules: [rule] });
    const { code, json } = await run('leads', '--rules', rules, '--json');
    expect(code).toBe(0);
    const answer = json() as unknown as { shapes: { id: string; found: number }[]; leads: { shape: string; publishers: number }[] };
    expect(answer.shapes.filter((s) => s.found > 0).length).toBeGreaterThanOrEqual(6);
    expect(answer.shapes.find((s) => s.id === 'carrier')!.found).toBe(3);
    expect(answer.leads.map((l) => l.publishers)).toEqual(answer.leads.map((l) => l.publishers).sort((a, b) => b - a));
    const wrong = folder.file('wrong.json', { format: 'throughline-leads/1', rules: [{ ...rule, pattern: 'carries' }] });
    const refused = await run('leads', '--rules', wrong);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('rules.0.pattern: Character 1 of the pattern: “carries” is no relationship type');
    expect((await run('leads', '--rules', folder.file('broken.json', '{'))).err).toContain('is no JSON');
  });

  test('are none where nothing is admitted', async () => {
    expect((await run('leads', '--as-of', '1900')).code).toBe(1);
  });
});

import { describe, expect, test } from 'vitest';
import { runForJson as run } from '../testing/run';

describe('between', () => {
  test('who stands between two entities', async () => {
    const { code, json } = await run('between', 'Intelsat', 'Loxley', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ direct: false, onEveryRoute: expect.arrayContaining(['star-jv']), complete: true });
  });

  test('whoever only judges, records or met stands between nobody unless asked for, and the answer says what it left out', async () => {
    const shares = async (...more: string[]) =>
      (await run('between', 'Huawei', 'Koryolink', '--json', ...more)).json() as unknown as {
        share: { entity: string; of: number }[];
        leftOut: object;
        counted: { routes: number };
      };
    const plain = await shares();
    const all = await shares('--through', 'all');
    expect(Object.keys(plain.leftOut)).toEqual(expect.arrayContaining(['sanctions', 'investigates']));
    expect(all.leftOut).toEqual({});
    expect(all.share.length).toBeGreaterThan(plain.share.length);
    expect(plain.share[0]!.of).toBe(plain.counted.routes);
    expect((await shares('--through', 'authority')).leftOut).not.toHaveProperty('sanctions');
    const { out } = await run('between', 'Huawei', 'Koryolink');
    expect(out).toMatch(/How often each lies between, on the \d+ shortest routes of up to 12 hops that pass somebody:/);
    expect(out).toContain('Not counted as ties, since they make nobody an intermediary: ');
    expect((await run('between', 'Huawei', 'Koryolink', '--through', 'hearsay')).code).toBe(2);
  });
});

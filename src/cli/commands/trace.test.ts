import { describe, expect, test } from 'vitest';
import { runForJson as run } from '../testing/run';

describe('trace', () => {
  test('Huawei to Koryolink, through Panda among others, as one stable object', async () => {
    const { code, json } = await run('trace', 'Huawei', 'Koryolink', '--json');
    const answer = json() as unknown as {
      from: string;
      to: string;
      routes: {
        entities: string[];
        length: number;
        strength: string;
        together: object;
        hops: { relationships: { id: string; type: string; status: string }[]; status: string }[];
      }[];
      complete: boolean;
      excluded: object;
    };
    expect(code).toBe(0);
    expect([answer.from, answer.to]).toEqual(['huawei', 'koryolink']);
    expect(answer.routes.map((r) => r.entities)).toContainEqual(['huawei', 'panda-international', 'koryolink']);
    expect(answer.routes.map((r) => r.length)).toEqual(answer.routes.map((r) => r.length).sort((a, b) => a - b));
    expect(answer.routes[0]).toMatchObject({ length: 1, strength: 'disputed', hops: [{ status: 'disputed' }] });
    expect(answer.excluded).toMatchObject({ status: expect.any(Number) });
  });

  test('aliases name an entity, and the brief is read as sentences with sources', async () => {
    const { code, out } = await run('trace', 'Unicom', 'KPTC');
    expect(code).toBe(0);
    expect(out).toContain('China Unicom');
    expect(out).toMatch(/\[\^1\]: .+/);
  });

  test('without a route the exit code is 1, and what would give one is told', async () => {
    const { code, err } = await run('trace', 'Huawei', 'Koryolink', '--as-of', '1990');
    expect(code).toBe(1);
    expect(err).toContain('There is no such route.');
    expect(err).toMatch(/To get one of \d+ hops?:/);
  });

  test('an unknown name, a wrong option and a wrong figure are misuse', async () => {
    expect(await run('trace', 'Nobody At All', 'Koryolink')).toMatchObject({ code: 2, err: expect.stringContaining('Nobody At All') });
    expect(await run('trace', 'Huawei', 'Koryolink', '--status', 'rumoured')).toMatchObject({
      code: 2, err: expect.stringContaining('"rumoured" is none of'),
    });
    expect(await run('trace', 'Huawei', 'Koryolink', '--max-hops', '99')).toMatchObject({
      code: 2, err: expect.stringContaining('maxHops'),
    });
    expect(await run('trace', 'Huawei', 'Koryolink', '--as-of', '2003-02-30')).toMatchObject({ code: 2 });
    expect(await run('trace', 'Huawei')).toMatchObject({ code: 2, err: expect.stringContaining('to') });
    expect(await run('tracee', 'Huawei')).toMatchObject({ code: 2 });
  });

  test('denied relationships are out until they are asked for', async () => {
    const without = (await run('trace', 'Huawei', 'north-korea', '--places', '--json', '-k', '1000')).out;
    const withThem = (
      await run(
        'trace', 'Huawei', 'north-korea', '--places', '--json', '-k', '1000', '--status', 'confirmed,reported,alleged,disputed,denied',
      )
    ).out;
    expect(without).not.toContain('"denied"');
    expect(withThem).toContain('"denied"');
  });
});

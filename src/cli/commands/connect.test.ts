import { describe, expect, test } from 'vitest';
import { runForJson as run } from '../testing/run';

describe('connect', () => {
  test('tells the smallest set of entities that ties several parties, each hop a sentence with its sources', async () => {
    const { code, out } = await run('connect', 'Huawei', 'Loxley', 'TransTeleCom', 'Orascom', '-k', '2');
    expect(code).toBe(0);
    expect(out).toContain('2 connections; the first is the smallest there is');
    expect(out).toMatch(/## Connection 1: through .*Korea Post/);
    expect(out).toMatch(/- \*\*TransTeleCom\*\* has an agreement with \*\*Korea Post and Telecommunications Corporation\*\* .*\[\^\d+\]/);
    expect(out).toContain('## Sources');
  });

  test('gives the same as JSON, and says no where nothing ties all of them', async () => {
    const { json } = await run('connect', 'Huawei', 'Loxley', 'Orascom', '--json');
    expect(json()).toMatchObject({ exact: true, bound: 1, groups: [expect.any(Array)] });
    const none = await run('connect', 'Huawei', 'Loxley', 'Orascom', '--as-of', '1950');
    expect(none.code).toBe(1);
    expect(none.err).toContain('Nothing here ties all of them.');
    expect((await run('connect', 'Huawei')).code).toBe(2);
    expect((await run('connect', 'Huawei', 'Huawei', 'Loxley')).code).toBe(2);
  });
});

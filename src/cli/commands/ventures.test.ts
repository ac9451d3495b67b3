import { describe, expect, test } from 'vitest';
import { runForJson as run } from '../testing/run';

describe('ventures', () => {
  test('the ventures of a partner', async () => {
    const { json } = await run('ventures', 'KPTC', '--json');
    const { ventures } = json() as unknown as {
      ventures: { venture: string; partners: { partner: string; relationships: { claims: object[] }[] }[] }[];
    };
    expect(ventures.map((v) => v.venture)).toEqual(expect.arrayContaining(['cheo-technology-jv', 'neat-and-t', 'star-jv']));
    expect(ventures[0]!.partners[0]!.relationships[0]!.claims.length).toBeGreaterThan(0);
  });
});

import { describe, expect, test } from 'vitest';
import { runForJson as run } from '../testing/run';

describe('trace by a pattern', () => {
  test('tells the sentence that is asked and the routes that follow it, each with its sources', async () => {
    const { code, out } = await run('trace', 'Orascom Telecom Holding', 'Koryolink', '--pattern', '(owns|controls|partnerIn)+');
    expect(code).toBe(0);
    expect(out).toContain(
      'From Orascom Telecom Holding to Koryolink: a step that owns, that controls or that is a partner in, once or more.',
    );
    expect(out).toMatch(/1\. \*\*Orascom Telecom Holding\*\* .*\[\^1\].*\*\*Koryolink\*\*/);
    expect(out).toContain('## Sources');
  });

  test('runs from any Chinese company through a joint venture to a network', async () => {
    const pattern = 'any[to=jointVenture] (^operates|^partnerIn) (owns|supplies|operates)+';
    const { code, json } = await run('trace', '--from-any', 'company@CN', '--to-any', 'network', '--pattern', pattern, '--json');
    expect(code).toBe(0);
    const answer = json() as unknown as { routes: { entities: string[] }[]; complete: boolean; ends: object };
    expect(answer.routes.map((r) => r.entities)).toEqual([
      ['china-unicom', 'star-jv', 'loxley-pacific', 'sunnet'],
      ['panda-electronics-group', 'achim-panda', 'panda-international', 'koryolink'],
      ['china-unicom', 'star-jv', 'kptc', 'cheo-technology-jv', 'koryolink'],
    ]);
    expect(answer).toMatchObject({ complete: true, ends: { from: 11, to: 4 } });
  });

  test('says what is wrong in a pattern and where, and what ends it lacks', async () => {
    const wrong = await run('trace', 'Huawei', 'Koryolink', '--pattern', 'owns (partnerIn');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('Character 6 of the pattern: this ( is never closed.\n  owns (partnerIn\n       ^');
    expect((await run('trace', 'Huawei', '--pattern', 'owns')).err).toContain('Name both ends');
    expect((await run('trace', 'Huawei', 'Koryolink', '--to-any', 'network', '--pattern', 'owns')).err).toContain('Name the other end');
    expect((await run('trace', 'Huawei', '--to-any', 'network')).err).toContain('go with a --pattern');
    expect((await run('trace', 'Huawei')).err).toContain('Name two entities');
    expect((await run('trace', 'Huawei', 'Koryolink', '--pattern', 'owns', '--via', 'Panda')).code).toBe(2);
  });

  test('says no where nothing follows it', async () => {
    const none = await run('trace', 'Huawei', 'Koryolink', '--pattern', 'family');
    expect(none.code).toBe(1);
    expect(none.err).toContain('No route follows the pattern.');
  });
});

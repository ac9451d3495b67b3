import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { FUZZ_RUNS, hostileJson, hostileText, isPolluted, withChange } from '../../model/testing/hostileValues';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { memoryKeep, TestAddress, testPlatform } from '../testing/testPlatform';

const WORDS_OF_THE_ENGINE =
  /Cannot read propert|is not a function|is not iterable|undefined \(reading|\[object Object\]|Maximum call stack/;

/** What a link may say. */
const PARAMETERS = [
  'case', 'perspective', 'from', 'to', 'route', 'only', 'k', 'hops', 'direction', 'via', 'avoid', 'hub', 'places', 'uncounted',
  'trace-types', 'trace-families', 'trace-entities', 'trace-status', 'trace-sources', 'trace-without', 'trace-asof', 'trace-certainly',
  'entities', 'types', 'families', 'status', 'sources', 'without', 'asof', 'certainly', 'untied', 'by', 'select', 'view', 'ask', 'compound',
  'ties', 'owners', 'owners-asof', 'listed', 'proof',
];

/** The work that a visit leaves behind, with something of everything. */
async function leftWork(): Promise<{ key: string; work: unknown }> {
  const keep = memoryKeep();
  const { workspace } = await begin(testPlatform({ keep }));
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('hide', 'loxley');
  await workspace.run('asOf', '2009');
  workspace.dispose();
  await expect.poll(() => [...keep.values.keys()].some((key) => key.startsWith('work/'))).toBe(true);
  const [key, work] = [...keep.values].find(([name]) => name.startsWith('work/'))!;
  return { key, work };
}

/**
 * Begins a visit, and looks at what the user is told: the case is open whatever was there, and nothing is told in the words of the engine.
 */
async function holds(platform: ReturnType<typeof testPlatform>): Promise<void> {
  const { workspace, state } = await begin(platform);
  expect(state().dataset).toBeDefined();
  expect(state().chart.entities.size).toBeGreaterThan(0);
  expect(state().notices.map((n) => n.text).find((text) => WORDS_OF_THE_ENGINE.test(text))).toBeUndefined();
  expect(isPolluted()).toBe(false);
  workspace.dispose();
}

test('whatever was kept, the next visit begins', { timeout: 180_000 }, async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { key, work } = await leftWork();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 6, arbitrary: withChange(work) }, hostileJson),
      fc.oneof({ weight: 4, arbitrary: fc.constant(key) }, fc.constantFrom('work', 'work-before', 'work/', 'work/a/__proto__', 'work//')),
      async (kept, at) => {
        await holds(testPlatform({ keep: memoryKeep(new Map([[at, kept]])), reloaded: true }));
      },
    ),
    { numRuns: Math.ceil(FUZZ_RUNS / 2) },
  );
  expect(log.mock.calls.map((call) => String(call[0]))).toEqual([]);
});

test('whatever a link says, the visit begins', { timeout: 180_000 }, async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const parameter = fc.tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PARAMETERS) }, hostileText),
    fc.oneof(
      hostileText,
      fc.constantFrom(
        'small', 'huawei', 'koryolink', '2009', 'huawei,koryolink', '~', 'yes', 'none', '3', 'entity:huawei', 'entity:__proto__',
        'degree:size', 'owners',
      ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parameter, { maxLength: 8 }), fc.boolean(), async (parameters, known) => {
      const query = new URLSearchParams(
        [...(known ? [['case', 'small']] : []), ...parameters].map(([name, value]) => [name!, value!]),
      ).toString();
      await holds(testPlatform({ cases: { small: smallCase }, address: new TestAddress(query) }));
    }),
    { numRuns: Math.ceil(FUZZ_RUNS / 2) },
  );
  expect(log.mock.calls.map((call) => String(call[0]))).toEqual([]);
});

test('whatever chart a link carries, the visit begins', { timeout: 180_000 }, async () => {
  const { work } = await leftWork();
  const { chart } = work as { chart: Record<string, unknown> };
  const { decided: _decided, ...carried } = chart;
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 6, arbitrary: withChange(carried) }, hostileJson), async (written) => {
      const fragment = `chart=1.${deflateRawSync(JSON.stringify(written) ?? '').toString('base64url')}`;
      await holds(testPlatform({ cases: { small: smallCase }, address: new TestAddress('case=small', fragment) }));
    }),
    { numRuns: Math.ceil(FUZZ_RUNS / 2) },
  );
});

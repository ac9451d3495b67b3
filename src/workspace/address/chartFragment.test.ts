import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartDocument, type ChartDocument } from '../../model';
import { chartOfFragment, fragmentOf } from './chartFragment';

const chart: ChartDocument = chartDocument.parse({
  entities: ['huawei', 'Ω–7', '__proto__'], positions: { huawei: { x: 1.25, y: -3 }, 'Ω–7': { x: 0.1 + 0.2, y: 1e6 } }, pinned: ['huawei'],
  hidden: ['__proto__'], expanded: { huawei: ['Ω–7'] }, layout: 'organic', ventures: { 'Ω–7': 'compound' }, joined: {},
  filter: { undated: 'held', statuses: ['alleged'] }, camera: { x: -4.5, y: 0, width: 800, height: 600.5 },
});
const fragmentWith = (document: unknown, version = 1) =>
  `chart=${version}.${deflateRawSync(JSON.stringify(document)).toString('base64url')}`;

test('a link gives back the chart that was put into it', async () => {
  expect(await chartOfFragment(await fragmentOf(chart))).toEqual({ chart });
});

test('a link of the first version opens for ever', async () => {
  const written =
    'chart=1.TVDLboMwEPyXOTvITUNU-Td6jDhYsIm3TW1klkCK_O-RMai9zszuPBaQFxamAeYCN9qJGAq99Z2Fwq8QGoU-DCwc_ACz7CKzYIZ5q461whPm8J72'
    + 's8IctV6Jk07lT4ELWGudsp69p-6fc6PguOvIZ2wzpzm_zbI_78tm1SSFu32GUWAQ4s16bnN8ikNPrfCDYOBJphC_Byg8yMsYae2xhcVaPil8BfbFZU278Unh'
    + 'ynehmImJxYVRPsMY27LYNcxriNb-UNyrH05VGUUrTNyJg_nIazjimxOYs9ZVndIL';
  expect(await chartOfFragment(written)).toEqual({
    chart: chartDocument.parse({
      entities: ['huawei', 'panda', 'zte'],
      positions: { huawei: { x: 1.25, y: -3 }, panda: { x: 200, y: 40 }, zte: { x: 0, y: 500 } },
      pinned: ['huawei'],
      hidden: ['zte'],
      expanded: { huawei: ['panda'] },
      layout: 'organic',
      perspective: 'networks',
      ventures: { panda: 'ties' },
      joined: { zte: 'panda' },
      filter: { withoutSources: ['fox'] },
      camera: { x: -4.5, y: 0, width: 800, height: 600.5 },
    }),
  });
});

test.each([
  ['', 'foreign'], ['section-3', 'foreign'], ['chart=', 'foreign'], ['chart=one.AAAA', 'foreign'], [':~:text=Huawei', 'foreign'],
  [fragmentWith({}, 2), 'newer'], ['chart=99.whatever', 'newer'],
  ['chart=1.', 'damaged'], ['chart=1.AAAAA', 'damaged'], ['chart=1.%00', 'damaged'], ['chart=1.____', 'damaged'],
  [fragmentWith({}), 'damaged'], [fragmentWith(null), 'damaged'], [fragmentWith('text'), 'damaged'],
  [`chart=1.${'A'.repeat(300_000)}`, 'tooLarge'],
])('of the fragment %.40s it is told that it is %s', async (fragment, fault) => {
  expect(await chartOfFragment(fragment)).toEqual({ fault });
});

test('a link that was cut off anywhere, or has a letter changed, never throws and never opens as a chart that is none', async () => {
  const whole = await fragmentOf(chart);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.constantFrom('A', '_', '%', 'é', ''), async (at, letter) => {
      for (const text of [whole.slice(0, at), whole.slice(0, at) + letter + whole.slice(at + 1)]) {
        const read = await chartOfFragment(text);
        if ('chart' in read) expect(chartDocument.encode(read.chart)).toBeTruthy();
        else expect(['foreign', 'newer', 'damaged', 'tooLarge']).toContain(read.fault);
      }
    }),
  );
});

test('a link that unfolds to more than any chart is refused before it is held', async () => {
  const bomb = `chart=1.${deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 }).toString('base64url')}`;
  expect(await chartOfFragment(bomb)).toEqual({ fault: 'tooLarge' });
});

test.each([
  ['a place farther out than anything is drawn', { positions: { a: { x: 1e12, y: 0 } } }],
  ['a decision on a match, which only a person makes', { decided: [] }],
  ['a field that no chart has', { script: 'x' }],
  ['a camera that sees nothing', { camera: { x: 0, y: 0, width: 0, height: 10 } }],
])('a link with %s is refused', async (_, change) => {
  const { decided: _decided, ...written } = chartDocument.encode(chart);
  expect(await chartOfFragment(fragmentWith({ ...written, ...change }))).toEqual({ fault: 'damaged' });
});

import { expect, test } from 'vitest';
import { entityTypeIds, statuses } from '../../model';
import { buildScene } from '../scene/index';
import { testDataset, testPositions } from '../testing/testChart';
import { iconOf, legendOf, lineWidth, statusLines } from '.';

const scene = (entities: string[]) => {
  const drawn = new Set(entities);
  const part = {
    ...testDataset, entities: testDataset.entities.filter((e) => drawn.has(e.id)),
    relationships: testDataset.relationships.filter((r) => drawn.has(r.from) && drawn.has(r.to)),
  };
  return buildScene({ part, positions: new Map(Object.entries(testPositions)) });
};

test('the legend lists what is drawn and no more', () => {
  expect(legendOf(scene(['huawei', 'panda', 'koryolink']))).toEqual({
    entityTypes: [{ type: 'company', label: 'company' }, { type: 'network', label: 'network' }],
    families: ['venture', 'supply'],
    statuses: ['alleged'],
    ended: true,
    shares: false,
    computed: false,
    route: false, possibly: false, joined: false, ring: false, faint: false, enclosure: false,
  });
});

test('a computed line has no claims, so that the legend gives it no status', () => {
  const part = { ...testDataset, relationships: testDataset.relationships.slice(0, 2) };
  const positions = new Map(Object.entries(testPositions));
  const [first, second] = part.relationships.map((r) => r.id);
  const legend = (...computed: string[]) =>
    legendOf(buildScene({
      part, positions, derived: new Map(computed.map((id) => [id, { standsFor: { kind: 'relationship', id }, sentence: '' }])),
    }));
  const alone = legendOf(buildScene({ part: { ...part, relationships: part.relationships.slice(1) }, positions }));
  expect(alone.statuses).not.toEqual([]);
  expect(legend(first!)).toMatchObject({ computed: true, statuses: alone.statuses });
  expect(legend(first!, second!)).toMatchObject({ computed: true, statuses: [] });
});

test('the legend of an empty chart is empty', () => {
  const { entityTypes, families, statuses: drawn } = legendOf(scene([]));
  expect([...entityTypes, ...families, ...drawn]).toEqual([]);
});

test('no two entity types share an icon', () => {
  expect(new Set(entityTypeIds.map(iconOf)).size).toBe(entityTypeIds.length);
});

test('denied and disputed never look like facts: each status but confirmed and reported differs from others by more than colour', () => {
  const looks = statuses.filter((s) => s !== 'reported').map((s) => JSON.stringify(statusLines[s]));
  expect(new Set(looks).size).toBe(5);
  expect(statusLines.confirmed).toEqual(statusLines.reported);
});

test('a line is as wide as its share, and unknown is not zero', () => {
  expect(lineWidth(0)).toBe(1.25);
  expect(lineWidth(100)).toBe(4);
  expect(lineWidth({ min: 25, max: 75 })).toBe(lineWidth(50));
  expect(lineWidth(undefined)).toBeGreaterThan(lineWidth(0));
});

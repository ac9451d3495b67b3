import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  chartAmong, chartDocument, chartOfSnapshot, FARTHEST, figures, groupColours, layouts, publishedChart, SNAPSHOT_FORMAT, ventureWays,
  type ChartDocument,
} from './index';

const id = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'same as', 'Ω', '__proto__', '~__proto__');
const ids = fc.uniqueArray(id).map((list) => new Set(list));
const byId = <T>(value: fc.Arbitrary<T>) => fc.array(fc.tuple(id, value), { maxLength: 5 }).map((pairs) => new Map(pairs));

/** Any chart, every field of the document in it. */
const place = fc.integer({ min: -FARTHEST, max: FARTHEST });
const chart: fc.Arbitrary<ChartDocument> = fc.record({
  entities: ids,
  positions: byId(fc.record({ x: place, y: place })),
  pinned: ids,
  hidden: ids,
  expanded: byId(fc.uniqueArray(id)),
  layout: fc.constantFrom(...layouts),
  perspective: id,
  shown: fc.record({ figure: fc.constantFrom(...figures), as: fc.constantFrom('colour' as const, 'size' as const) }),
  ventures: byId(fc.constantFrom(...ventureWays)),
  joined: byId(id),
  groups: fc.uniqueArray(
    fc.record({ id, name: id, members: fc.uniqueArray(id), colour: fc.constantFrom(...groupColours), closed: fc.boolean(),
      place: fc.record({ x: place, y: place }) }),
    { selector: (group) => group.id },
  ),
  arrows: fc.uniqueArray(
    fc.record({ id, text: id, from: fc.record({ x: place, y: place }), to: fc.record({ entity: id }) }), { selector: (arrow) => arrow.id },
  ),
  decided: fc.constant(new Map()),
  filter: fc.constantFrom({}, { withoutSources: ['x'] }),
  camera: fc.record({ x: place, y: place, width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) }),
  story: fc.record({
    id, title: id,
    steps: fc.uniqueArray(
      fc.record({ id, headline: id, text: id, view: fc.record({ entities: fc.array(id, { minLength: 1 }) }) }),
      { selector: (step) => step.id },
    ),
  }),
});

describe('a chart document', () => {
  test('is written as plain JSON and read as it was, field by field', () => {
    fc.assert(fc.property(chart, (document) => {
      expect(Object.keys(document).sort()).toEqual(Object.keys(chartDocument.shape).sort());
      const written = JSON.stringify(z.encode(chartDocument, document));
      expect(written).not.toContain('"__proto__":');
      expect(chartDocument.parse(JSON.parse(written))).toEqual(document);
    }));
  });

  test('among some entities names nobody else', () => {
    fc.assert(fc.property(chart, ids, (document, some) => {
      const left = chartAmong({ ...document, perspective: undefined, filter: {} }, some);
      const named = [
        ...left.entities, ...left.positions.keys(), ...left.pinned, ...left.hidden, ...left.expanded.keys(), ...left.ventures.keys(),
        ...[...left.joined].flat(), ...(left.groups ?? []).flatMap((group) => group.members),
        ...(left.arrows ?? []).flatMap(({ to }) => ('entity' in to ? [to.entity] : [])),
      ];
      expect(named.filter((one) => !some.has(one))).toEqual([]);
    }));
  });

  test('comes back from a snapshot with what a picture needs of it', () => {
    fc.assert(fc.property(chart, (document) => {
      const entities = [...document.entities].map((one) => ({ id: one, type: 'company' as const, name: one }));
      const back = chartOfSnapshot({
        format: SNAPSHOT_FORMAT, title: 'T', origin: { id: 'o', title: 'O' }, filter: document.filter, chart: publishedChart(document),
        dataset: { format: 'throughline/1', id: 'o', title: 'O', sources: [], entities, relationships: [] },
      });
      const { entities: on, positions, pinned, layout, ventures, joined, groups, arrows, filter, camera } = document;
      expect(back).toMatchObject({ entities: on, positions, pinned, layout, ventures, joined, groups, arrows, filter, camera });
    }));
  });
});

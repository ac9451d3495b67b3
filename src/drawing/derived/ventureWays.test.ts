import { describe, expect, test } from 'vitest';
import type { DatasetPart, Entity, Relationship, VentureWay } from '../../model';
import { withVentureWays } from './ventureWays';

const entity = (id: string, type: Entity['type'] = 'company'): Entity => ({ id, type, name: id.toUpperCase() });
const tie = (id: string, type: Relationship['type'], from: string, to: string, more: Partial<Relationship> = {}): Relationship => ({
  id, type, from, to, claims: [], ...more,
});
const part: DatasetPart = {
  entities: [entity('a'), entity('b'), entity('c'), entity('v', 'jointVenture'), entity('n', 'network')],
  relationships: [
    tie('av', 'owns', 'a', 'v', { share: 75, end: '2010' }), tie('bv', 'owns', 'b', 'v', { share: 25 }),
    tie('cv', 'partnerIn', 'c', 'v', { start: '2012' }), tie('vn', 'operates', 'v', 'n'),
  ],
  sources: [],
};
const drawn = (way: VentureWay, kept: string[] = [], of = part) => withVentureWays(of, new Map([['v', way]]), new Set(kept));
const lines = ({ part: { relationships } }: { part: DatasetPart }) => relationships.map((r) => [r.from, r.to]);

describe('a venture drawn in another way', () => {
  test('as a hub everything is as it is recorded, the very same records', () => {
    expect(withVentureWays(part, new Map()).part).toBe(part);
  });

  test('as ties, partners whose stakes may have held on one day are tied, and the line names the venture', () => {
    const { part: now, derived } = drawn('ties');
    expect(lines({ part: now })).toEqual([['v', 'n'], ['a', 'b'], ['b', 'c']]);
    expect(now.relationships[1]).toMatchObject({ label: 'in V', claims: [] });
    expect(derived.get(now.relationships[1]!.id)).toEqual({
      standsFor: { kind: 'entity', id: 'v' }, sentence: 'A and B are partners in V (drawn as a direct tie).',
    });
  });

  test('as ties, its own box stays where something else ties it and goes where nothing does', () => {
    expect(drawn('ties').part.entities.map((e) => e.id)).toContain('v');
    const alone = { ...part, relationships: part.relationships.filter((r) => r.id !== 'vn') };
    expect(drawn('ties', [], alone).part.entities.map((e) => e.id)).not.toContain('v');
  });

  test('as a compound, an enclosure is drawn around its partners, and its stakes still say who has how much', () => {
    const now = drawn('compound');
    expect(now.part).toBe(part);
    expect(now.enclosures).toEqual([{ venture: 'v', members: ['a', 'b', 'c'] }]);
  });

  test('a highlighted route is drawn as it is recorded in every way', () => {
    for (const way of ['compound', 'ties'] as const) expect(lines(drawn(way, ['av', 'bv'])).slice(0, 2)).toEqual([['a', 'v'], ['b', 'v']]);
  });

  test('a venture that is not drawn, or has no partner that is, changes nothing', () => {
    expect(withVentureWays(part, new Map([['elsewhere', 'ties']])).part).toBe(part);
    const lonely = { ...part, relationships: [part.relationships[3]!] };
    expect(drawn('compound', [], lonely)).toEqual({ part: lonely, derived: new Map(), enclosures: [] });
    expect(drawn('ties', [], lonely).part.relationships).toEqual(lonely.relationships);
  });
});

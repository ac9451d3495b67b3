import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../graph';
import { atOnce, originsOf, type DatasetPart, type Filter, type Relationship } from '../../model';
import { naiveVerdict } from '../testing/naiveRoutes';
import { ENTITY_IDS, randomFilter, randomPart } from '../testing/randomPart';
import { explainGroup } from './explainGroup';
import { communityMembersSteps, overviewOf } from './overview';

const someFilter = fc.oneof(fc.constant<Filter>({}), randomFilter);

/** The sizes of pieces that some ties leave of some entities, by going through them again and again; the largest first. */
function piecesOf(members: readonly string[], ties: readonly Relationship[]): number[] {
  const piece = new Map(members.map((id) => [id, id]));
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to } of ties) {
      const [a, b] = [piece.get(from)!, piece.get(to)!];
      if (a === b) continue;
      for (const [id, of] of piece) if (of === b) piece.set(id, a);
      changed = true;
    }
  }
  const of = [...piece.values()];
  return [...new Set(of)].map((p) => of.filter((one) => one === p).length).sort((a, b) => b - a);
}

function naive(part: DatasetPart, filter: Filter, named: readonly string[]) {
  const admitted = (f: Filter) => part.relationships.filter((r) => !('out' in naiveVerdict(part, f, r)));
  const typeOf = new Map(part.entities.map((e) => [e.id, e.type]));
  const alive = (id: string) => filter.entityTypes?.includes(typeOf.get(id)!) ?? true;
  const members = named.filter(alive);
  const among = new Set(members);
  const inside = (f: Filter) => admitted(f).filter((r) => among.has(r.from) && among.has(r.to) && r.from !== r.to);
  const without = (lost: number, ties: readonly Relationship[]) => {
    const pieces = piecesOf(members, ties);
    return { relationships: lost, pieces: pieces.length, largest: pieces[0] ?? 0 };
  };
  const all = inside(filter);
  const types = [...new Set(all.map((r) => r.type))].map((type) => {
    const left = all.filter((r) => r.type !== type);
    return { type, ...without(all.length - left.length, left) };
  });
  const sourceOf = (id: string) => part.sources.find((s) => s.id === id);
  const sources = part.sources.flatMap(({ id }) => {
    const aside = part.sources.filter((s) => originsOf(s.id, sourceOf).join() === id).map((s) => s.id);
    if (aside.length === 0) return [];
    const left = inside({ ...filter, withoutSources: [...(filter.withoutSources ?? []), ...aside] }).filter((r) => all.includes(r));
    return left.length === all.length ? [] : [{ source: id, ...without(all.length - left.length, left) }];
  });
  const crossing = admitted(filter).filter((r) => {
    const [mine, other] = among.has(r.from) ? [r.from, r.to] : [r.to, r.from];
    return among.has(mine) && !among.has(other) && typeOf.get(other) !== 'place' && alive(other);
  });
  return { members, within: all.length, ...without(0, all), types, sources, crossing };
}

test('whatever the group, it falls into the pieces that counting on its records gives', () => {
  const anyGroup = fc.tuple(randomPart, someFilter, fc.subarray(ENTITY_IDS, { minLength: 2 }));
  fc.assert(
    fc.property(anyGroup, ([part, { period: _, certainly: __, ...filter }, named]) => {
      const index = buildIndex(part);
      const found = explainGroup(index, named.map((id) => index.knownEntity(id)), { filter, limit: 100 });
      const expected = naive(part, filter, named);
      expect([found.entities, found.within, found.pieces, found.largest]).toEqual([
        expected.members.length, expected.within, expected.pieces, expected.largest,
      ]);
      const byName = <T extends { type?: string; source?: string }>(list: readonly T[]) =>
        new Map(list.map(({ type, source, ...rest }) => [type ?? source, rest]));
      expect(byName(found.types)).toEqual(byName(expected.types));
      expect(byName(found.sources.map(({ copies: _copies, ...rest }) => rest))).toEqual(byName(expected.sources));
      expect(found.outside.relationships).toBe(expected.crossing.length);
      expect(found.gates.map((g) => g.entity).sort()).toEqual(
        [...new Set(expected.crossing.flatMap((r) => [r.from, r.to]))].filter((id) => expected.members.includes(id)).sort(),
      );
      const fewer = explainGroup(index, named.map((id) => index.knownEntity(id)), { filter, limit: 1 });
      expect(fewer.sources).toEqual(found.sources.slice(0, 1));
      expect(fewer.types).toEqual(found.types.slice(0, 1));
    }),
  );
});

test('a community has the members that the overview counts', () => {
  fc.assert(
    fc.property(randomPart, someFilter, (part, filter) => {
      const index = buildIndex(part);
      const { groups } = overviewOf(index, { by: 'communities', filter, groups: 24, members: 25 });
      const membersAt = (place: number) => atOnce(communityMembersSteps(index, filter, place));
      groups.forEach((group, place) => {
        const members = membersAt(place)!;
        expect(members).toHaveLength(group.entities);
        expect(group.members.every((id) => members.includes(index.entityIndexOf(id)))).toBe(true);
      });
      expect(membersAt(groups.length)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

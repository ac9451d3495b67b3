import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  circularSources, independentPublishers, originsOf, sourceTree, statusOf, withOrigins, type Source,
} from './index';

const source = (id: string, publisher: string, ...derivedFrom: string[]): Source => ({
  id, title: id, publisher, kind: 'news', ...(derivedFrom.length > 0 ? { derivedFrom } : {}),
});
const among = (...sources: Source[]) => {
  const byId = new Map(sources.map((s) => [s.id, s]));
  return {
    sourceOf: (id: string) => byId.get(id),
    publishers: (...ids: string[]) => independentPublishers(ids.map((id) => byId.get(id)), (id) => byId.get(id)),
  };
};

describe('publishers that are independent of one another', () => {
  const wire = source('wire', 'Wire');
  const { publishers, sourceOf } = among(
    wire, source('post', 'Post', 'wire'), source('herald', 'Herald', 'wire'), source('translated', 'Zeitung', 'herald'),
    source('post-itself', 'Post'), source('both', 'Digest', 'wire', 'post-itself'), source('lost', 'Echo', 'not-here'),
    source('lost-too', 'Mirror', 'not-here'), source('egg', 'Egg', 'hen'), source('hen', 'Hen', 'egg'),
  );

  test('are one where two copy one, and one who copies counts as whom it copies', () => {
    expect(publishers('post', 'herald')).toEqual(['Wire']);
    expect(publishers('wire', 'post')).toEqual(['Wire']);
    expect(publishers('translated')).toEqual(['Wire']);
  });

  test('are two where one reports another and says something of its own elsewhere', () => {
    expect(publishers('post', 'post-itself')).toEqual(['Wire', 'Post']);
  });

  test('are no more by a source that goes back to several than without it', () => {
    expect(publishers('both')).toEqual(['Wire']);
    expect(publishers('both', 'wire')).toEqual(['Wire']);
    expect(publishers('both', 'wire', 'post-itself')).toEqual(['Wire', 'Post']);
  });

  test('are one where two copy what the dataset lacks', () => {
    expect(publishers('lost', 'lost-too')).toEqual(['“not-here”']);
  });

  test('are one where two copy one another', () => {
    expect(publishers('egg', 'hen')).toHaveLength(1);
    expect(originsOf('egg', sourceOf)).toEqual(['egg', 'hen']);
  });

  test('decide whether a tie is confirmed', () => {
    const said = (...ids: string[]) => statusOf(ids.map((id) => ({ source: id, stance: 'asserts' as const })), sourceOf);
    expect(said('post', 'herald')).toBe('reported');
    expect(said('post', 'post-itself')).toBe('confirmed');
  });
});

test('a tree tells what a source derives from down to its origins, and stops at a circle', () => {
  const { sourceOf } = among(source('a', 'A', 'b', 'c'), source('b', 'B', 'c'), source('c', 'C'), source('d', 'D', 'd'));
  const shape = (id: string): unknown => JSON.parse(JSON.stringify(sourceTree(id, sourceOf), ['id', 'from', 'circular']));
  expect(shape('a')).toEqual({
    id: 'a', from: [{ id: 'b', from: [{ id: 'c', from: [] }] }, { id: 'c', from: [] }],
  });
  expect(shape('d')).toEqual({ id: 'd', from: [{ id: 'd', from: [], circular: true }] });
});

/** A few sources of a few publishers that derive from any of them, each with a part of the others. */
const ids = ['s0', 's1', 's2', 's3', 's4', 's5', 's6'];
const anySources = fc
  .tuple(
    ...ids.map((id) =>
      fc.record({ publisher: fc.constantFrom('P', 'Q', 'R', 'S'), from: fc.subarray(ids, { maxLength: 2 }), id: fc.constant(id) }),
    ),
  )
  .map((all) => all.map(({ id, publisher, from }) => source(id, publisher, ...from)));

test('no more publishers are independent than can be chosen with no origin in common', () => {
  fc.assert(
    fc.property(anySources, fc.subarray(ids, { minLength: 1 }), (sources, cited) => {
      const { publishers, sourceOf } = among(...sources);
      const origins = cited.map((id) => new Set(originsOf(id, sourceOf).map((o) => sourceOf(o)!.publisher)));
      const found = publishers(...cited).length;
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThanOrEqual(mostDisjoint(origins));
      if (origins.every((o) => o.size === 1)) expect(found).toBe(mostDisjoint(origins));
      expect(publishers(...cited, ...cited)).toEqual(publishers(...cited));
    }),
  );
});

/** By trying every choice. */
function mostDisjoint([first, ...rest]: readonly ReadonlySet<string>[]): number {
  if (!first) return 0;
  return Math.max(mostDisjoint(rest), 1 + mostDisjoint(rest.filter((other) => [...other].every((one) => !first.has(one)))));
}

test('sources are circular that reach themselves, or stand between such', () => {
  fc.assert(
    fc.property(anySources, (sources) => {
      const { sourceOf } = among(...sources);
      const below = (id: string) => withOrigins(sourceOf(id)!.derivedFrom ?? [], sourceOf);
      const onCircle = ids.filter((id) => below(id).has(id));
      const between = ids.filter((id) => onCircle.some((c) => below(id).has(c)) && onCircle.some((c) => below(c).has(id)));
      expect(circularSources(sources).map((s) => s.id)).toEqual(ids.filter((id) => onCircle.includes(id) || between.includes(id)));
    }),
  );
});

test('a line of a hundred thousand copies is followed in linear time', () => {
  const line = Array.from({ length: 100_000 }, (_, i) => source(`s${i}`, `P${i}`, ...(i === 0 ? [] : [`s${i - 1}`])));
  const { publishers } = among(...line);
  expect(circularSources(line)).toEqual([]);
  expect(publishers('s99999', 's99998')).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { GraphIndex } from '../../graph';
import { heavyTailed, indexHeavyTailed } from '../../graph/testing/heavyTailed';
import { nodesInOrder } from './nodesInOrder';
import { ENTITY, NODE, SearchSizeError, SLOTS, STEP_SHIFT } from './rowLayout';
import { SearchRows } from './searchRows';

const index = indexHeavyTailed(heavyTailed(300, 700, 3), 'integers');
const { starts, neighbours } = index.adjacency;

describe('rows to search', () => {
  it('have every entity once, with its neighbours in the order of the adjacency, and the steps that they took last', () => {
    const rows = new SearchRows(index, nodesInOrder(index.adjacency, SLOTS));
    rows.take(new Uint8Array(neighbours.length).fill(63));
    rows.take(Uint8Array.from(neighbours, (_, slot) => slot % 64));
    let words = 0;
    for (let entity = 0; entity < index.entityCount; entity++) {
      const node = rows.nodeOf(entity);
      const slots = [...rows.words.subarray(node + SLOTS, rows.end(node))];
      expect(rows.words[node + ENTITY]).toBe(entity);
      expect(slots.map((word) => rows.words[(word & NODE) + ENTITY])).toEqual([...neighbours.subarray(starts[entity], starts[entity + 1])]);
      expect(slots.map((word) => word >>> STEP_SHIFT)).toEqual(slots.map((_, i) => (starts[entity]! + i) % 64));
      words += SLOTS + rows.degree(node);
    }
    expect(words).toBe(rows.words.length);
  });

  it('stand in breadth-first order from the entity with the most relationships', () => {
    const nodes = nodesInOrder(index.adjacency, SLOTS);
    const order = [...nodes.keys()].sort((a, b) => nodes[a]! - nodes[b]!);
    const hops = new Map([[order[0]!, 0]]);
    for (const entity of order)
      for (const other of neighbours.subarray(starts[entity], starts[entity + 1]))
        if (!hops.has(other)) hops.set(other, hops.get(entity)! + 1);
    expect(Math.max(...order.map((e) => index.degree(e)))).toBe(index.degree(order[0]!));
    expect(order.map((e) => hops.get(e)!)).toEqual(order.map((e) => hops.get(e)!).sort((a, b) => a - b));
  });

  it('are refused, with the sizes, for more than they can hold', () => {
    const many = new GraphIndex({ ...index.parts, entityTypeCodes: new Uint8Array(30_000_000) });
    expect(() => new SearchRows(many, new Int32Array(0))).toThrow(SearchSizeError);
    expect(() => new SearchRows(many, new Int32Array(0))).toThrow('come to 90001400, and may come to 67108863');
  });
});

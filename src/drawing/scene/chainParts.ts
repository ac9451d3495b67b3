import type { Relationship } from '../../model';
import type { SceneEmphasis } from '../scene';

/**
 * Chains of entities as something to highlight, with every given relationship between two that follow one another.
 * Cost O(hops + relationships).
 */
export function chainParts(
  chains: readonly (readonly string[])[], relationships: readonly Relationship[],
): NonNullable<SceneEmphasis['route']> {
  const key = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);
  const hops = new Set(chains.flatMap((chain) => chain.slice(1).map((to, i) => key(chain[i]!, to))));
  return {
    entities: [...new Set(chains.flat())], relationships: relationships.filter((r) => hops.has(key(r.from, r.to))).map((r) => r.id),
  };
}

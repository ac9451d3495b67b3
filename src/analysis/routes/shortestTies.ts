import { COST } from './rowLayout';
import { BloomFilter } from './bloomFilter';
import type { TwoSearches } from './twoSearches';

/** What stands in a row's `COST` for a cost that is yet to be settled: more than any. */
export const PENDING = 1 << 30;

/**
 * Adds to the ties by which two searches have met those of all shortest routes: of what the searches have taken, the little that lies on
 * one. The nodes of it between the ends are left marked as `PENDING`. It reads how the searches came to their nodes, one after another, and
 * no slots. Cost O(nodes that the searches have taken, and ties between them).
 */
export function addShortestTies(searches: TwoSearches): void {
  const { hops, memory: { from, to } } = searches;
  for (let level = to.levels - 1; level >= 1; level--) addTiesInwards(searches, level, level + 1);
  for (let level = hops - from.levels + 2; level <= hops; level++) addTiesInwards(searches, level, level - 1);
}

const bloom = new BloomFilter();

/**
 * Adds the ties of a level: how nodes that those of the level `outer` have come to are tied to the nodes before them in the search that
 * took them.
 */
function addTiesInwards({ hops, rows: { words }, memory: { from, to, ties } }: TwoSearches, level: number, outer: number): void {
  const toTarget = level < outer;
  const [queue, taken] = toTarget ? [to, level] : [from, hops + 1 - level];
  const { nodes, befores, steps, again } = queue;
  const met = toTarget ? ties.near : ties.far;
  for (let i = ties.begin(outer); i < ties.end(outer); i++) {
    bloom.add(met[i]!);
    words[met[i]! + COST] = PENDING;
  }
  ties.beginLevel(level);
  const end = queue.end(taken);
  for (let i = queue.begin(taken); i < end; i++) {
    const node = nodes[i]!;
    if (!bloom.mayHave(node) || words[node + COST] !== PENDING) continue;
    if (toTarget) ties.add(node, befores[i]!, steps[i]!);
    else ties.add(befores[i]!, node, steps[i]!);
  }
  for (let i = again.begin(taken); i < again.end(taken); i++) {
    const node = again.far[i]!;
    if (!bloom.mayHave(node) || words[node + COST] !== PENDING) continue;
    if (toTarget) ties.add(node, again.near[i]!, again.steps[i]!);
    else ties.add(again.near[i]!, node, again.steps[i]!);
  }
  ties.finishLevel(level);
  for (let i = ties.begin(outer); i < ties.end(outer); i++) bloom.drop(met[i]!);
}

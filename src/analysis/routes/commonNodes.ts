import { LevelTies } from './levelTies';
import * as row from './rowLayout';
import { BloomFilter } from './bloomFilter';
import { STEP } from './stepTable';
import type { Side, TwoSearches } from './twoSearches';

/** As constants of this module's own; see `twoSearches.ts`. */
const { COST, DEGREE_SHIFT, LEVELS, MOVED, NODE, SLOTS, STEP_SHIFT } = row;

const tiedToBoth = new BloomFilter();
const tiesOfFewer = new LevelTies();
const tiesOfMore = new LevelTies();

/**
 * Looks one hop ahead: for nodes that the outermost levels of both searches are tied to, though neither search has come to them, and adds
 * the ties on both sides of them to the memory's. False where there is none. The levels themselves must not touch; `tied`: at least what
 * the one with fewer relationships is tied to.
 *
 * It is a join of the two levels' slots by node, in Bloom filters first and exactly for what is left. So nothing is read but rows that the
 * searches have read before: growing the smaller level instead would wait for the row of each new node, and most of a search's new nodes
 * come in its last level. Cost O(relationships of both levels).
 */
export function addTiesByCommonNodes(
  { rows: { words }, memory: { to, ties } }: TwoSearches, fewer: Side, more: Side, tied: BloomFilter,
): boolean {
  tiesOfFewer.clear();
  tiesOfMore.clear();
  tiedToBoth.clear();
  collect(words, more, tied, tiesOfMore);
  if (tiesOfMore.length === 0) return false;
  for (let i = 0; i < tiesOfMore.length; i++) tiedToBoth.add(tiesOfMore.far[i]!);
  collect(words, fewer, tiedToBoth, tiesOfFewer);
  markCommon(words);
  const [ahead, behind] = fewer.queue === to ? [tiesOfMore, tiesOfFewer] : [tiesOfFewer, tiesOfMore];
  ties.beginLevel(to.levels);
  for (let i = 0; i < behind.length; i++)
    if (words[behind.far[i]! + COST] === COMMON) ties.add(behind.far[i]!, behind.near[i]!, behind.steps[i]!);
  ties.finishLevel(to.levels);
  ties.beginLevel(to.levels + 1);
  for (let i = 0; i < ahead.length; i++)
    if (words[ahead.far[i]! + COST] === COMMON) ties.add(ahead.near[i]!, ahead.far[i]!, ahead.steps[i]!);
  ties.finishLevel(to.levels + 1);
  for (let i = 0; i < tiesOfMore.length; i++) words[tiesOfMore.far[i]! + COST] = 0;
  return ties.length > 0;
}

/** Finds the relationships by which a route may go on from a side's outermost level to a node that is among some. */
function collect(words: Int32Array, { queue, usable }: Side, among: BloomFilter, found: LevelTies): void {
  const { nodes } = queue;
  const end = queue.end(queue.outermost);
  for (let i = queue.begin(queue.outermost); i < end; i++) {
    const node = nodes[i]!;
    const head = words[node]!;
    const first = (head & MOVED) === 0 ? node + SLOTS : words[node + SLOTS]!;
    const last = first + (head >>> DEGREE_SHIFT);
    for (let slot = first; slot < last; slot++) {
      const neighbour = words[slot]! & NODE;
      if (!among.mayHave(neighbour)) continue;
      const step = words[slot]! >>> STEP_SHIFT;
      if ((step & usable) !== 0 && (step & STEP.stone) !== 0) found.add(neighbour, node, step);
    }
  }
}

/** What stands for the time being in the `COST` of a node that one of the levels is tied to, and of one that both are. */
const TIED = 1;
const COMMON = 2;

/** Marks what both levels are tied to and no search has been barred from. */
function markCommon(words: Int32Array): void {
  for (let i = 0; i < tiesOfMore.length; i++) {
    const node = tiesOfMore.far[i]!;
    if ((words[node]! & LEVELS) === 0) words[node + COST] = TIED;
  }
  for (let i = 0; i < tiesOfFewer.length; i++) {
    const node = tiesOfFewer.far[i]!;
    if (words[node + COST] !== 0) words[node + COST] = COMMON;
  }
}

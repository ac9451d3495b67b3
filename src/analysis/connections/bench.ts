import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { connectQuestion } from '../../model';
import { heavyTailed, idOfEntity, indexHeavyTailed } from '../../graph/testing/heavyTailed';
import { findConnections } from './connections';

const SEED = 20_190_919;
const SETS = 15;
const SIZES = [
  { entities: 100_000, relationships: 300_000, parties: [3, 5, 10, 50] },
  { entities: 2_000_000, relationships: 3_300_000, parties: [3, 5] },
] as const;

/**
 * What it costs to connect several entities drawn at random: a Markdown table. The first question of an index, which compiles the filter,
 * is asked before.
 */
export function benchConnections(): string {
  const rows = SIZES.flatMap(({ entities, relationships, parties }) => {
    const index = indexHeavyTailed(heavyTailed(entities, relationships, SEED), 'integers');
    const generator = xoroshiro128plus(SEED);
    const some = (count: number) => [...new Set(Array.from({ length: count }, () => idOfEntity((generator.next() >>> 0) % entities)))];
    findConnections(index, connectQuestion.parse({ parties: some(2), k: 1 }));
    return parties.map((count) => {
      const times = Array.from({ length: SETS }, () => {
        const question = connectQuestion.parse({ parties: some(count) });
        const start = performance.now();
        const { exact } = findConnections(index, question);
        return { ms: performance.now() - start, exact };
      }).sort((a, b) => a.ms - b.ms);
      const median = times[Math.floor(times.length / 2)]!;
      const exact = times.filter((t) => t.exact).length;
      const size = `${figure(entities)} / ${figure(relationships)}`;
      return `| ${size} | ${count} | ${median.ms.toFixed(0)} | ${times.at(-1)!.ms.toFixed(0)} | ${exact} of ${SETS} |`;
    });
  });
  const head = '| entities / relationships | parties | median ms | worst ms | found exactly |';
  return [head, '| --- | ---: | ---: | ---: | ---: |', ...rows].join('\n');
}

function figure(count: number): string {
  return count.toLocaleString('en').replaceAll(',', ' ');
}

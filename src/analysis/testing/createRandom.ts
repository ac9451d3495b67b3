import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded figures in [0, 1) for tests. */
export function createRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

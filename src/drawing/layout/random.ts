import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of numbers in [0, 1), the same on any machine. */
export type Random = () => number;

/** Starts a sequence; each seed (any integer) has its own. */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 4294967296;
}

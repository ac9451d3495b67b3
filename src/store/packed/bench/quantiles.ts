export type Quantiles = readonly [median: number, p95: number];

/** The median and the 95th percentile of some times. */
export function asFigures(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  return [sorted[sorted.length >> 1]!, sorted[Math.floor(sorted.length * 0.95)]!];
}

import type { At, DatasetBuilder } from '../builder';

/** Both ends of an edge; undefined, reported and counted, where it names one alone or none. `hint` says how its format names them. */
export function edgeEnds(
  source: string | undefined, target: string | undefined, at: At, builder: DatasetBuilder, hint: string,
): { source: string; target: string } | undefined {
  if (source !== undefined && target !== undefined) return { source, target };
  builder.warn('missing-end', at, 'This edge names only one end, or none; it was not read.', hint, source ?? target);
  builder.miss('edges without an end');
  return undefined;
}

import { shareBounds, type Relationship } from '../../model';
import type { DatasetBuilder } from './datasetBuilder';

/** How far from 1 the shares of one thing may add up and still be fractions of it. */
const TOLERANCE = 0.01;

/**
 * Shares that were written as fractions of one among shares in per cent. Where something has two holders or more, all
 * with a share of at most 1, that add up to 1, they are fractions: multiplied by 100 and reported. Any other share of at
 * most 1 stays per cent, as the format says, and is reported. The figure of the file is kept as the property
 * `shareAsWritten`. Cost O(relationships).
 */
export function settleShares(builder: DatasetBuilder): void {
  const held = new Map<string, number[]>();
  builder.relationships.forEach((r, i) => {
    if (r.share === undefined || r.indirect) return;
    const known = held.get(r.to);
    if (known) known.push(i);
    else held.set(r.to, [i]);
  });
  for (const [id, indices] of held) settle(builder, id, indices);
}

function settle(builder: DatasetBuilder, held: string, indices: readonly number[]): void {
  const all = builder.relationships;
  const shares = indices.map((i) => all[i]!.share!);
  const small = indices.filter((i) => isSmall(all[i]!));
  if (small.length === 0) return;
  const exact = shares.filter((s): s is number => typeof s === 'number');
  const sum = exact.reduce((a, b) => a + b, 0);
  const fractions =
    small.length === indices.length
    && new Set(indices.map((i) => all[i]!.from)).size > 1
    && exact.length === shares.length
    && Math.abs(sum - 1) <= TOLERANCE;
  if (fractions) {
    for (const i of indices) all[i] = asPercent(all[i]!);
    builder.warn(
      'fractions-as-shares', `relationships to ${held}`,
      `The ${indices.length} shares in “${held}” add up to 1; they were read as fractions of one.`, 'Write shares in per cent.',
      exact.join(' + '),
    );
    return;
  }
  for (const i of small) {
    const written = shareBounds(all[i]!.share).max;
    all[i] = { ...all[i]!, properties: { ...all[i]!.properties, shareAsWritten: written } };
    builder.warn(
      'doubtful-share', `relationship ${all[i]!.id}`,
      `A share of ${written} may be per cent or a fraction of one; it was read as ${written} %.`,
      `Check it: if it is a fraction, write ${written * 100}.`, String(written),
    );
  }
}

function isSmall(r: Relationship): boolean {
  const { max } = shareBounds(r.share);
  return max > 0 && max <= 1;
}

function asPercent(r: Relationship): Relationship {
  const written = r.share as number;
  return { ...r, share: Math.min(100, Number((written * 100).toPrecision(12))), properties: { ...r.properties, shareAsWritten: written } };
}

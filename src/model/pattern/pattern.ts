import type { EntityType, RelationshipType } from '../catalogue';
import type { Family } from '../catalogueEntry';
import type { Period } from '../period';
import type { Status } from '../status';

/** Which way a step runs along its relationship: along the arrow, against it, or either. Without an arrow all three are the same. */
export type StepDirection = 'forward' | 'backward' | 'either';

export const shareComparisons = ['>=', '<=', '>', '<', '='] as const;
type ShareComparison = (typeof shareComparisons)[number];

/** What a step asks of its relationship and of the entity that it leads to; what is absent asks nothing. */
export interface StepConditions {
  /** Types of the entity that the step leads to. */
  readonly to?: readonly EntityType[] | undefined;
  readonly statuses?: readonly Status[] | undefined;
  /** The relationship held on some day of it, or may have; `certainly`: it did. */
  readonly held?: Period | undefined;
  readonly certainly?: boolean | undefined;
  /** The share, per cent, whichever way its bounds are read. An unknown share fits no comparison. */
  readonly share?: { readonly is: ShareComparison; readonly percent: number } | undefined;
}

/** One hop of a route: a relationship of this type, of a type of this family, or any. */
export interface PatternStep {
  readonly kind: 'step';
  readonly of: RelationshipType | Family | 'any';
  readonly direction: StepDirection;
  readonly where: StepConditions;
}

/** A regular expression over the hops of a route. `most` is absent where there is no end to it. */
export type Pattern =
  | PatternStep
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most?: number | undefined };

/** The most steps of a pattern once its repetitions are written out. */
export const MOST_PATTERN_STEPS = 30;

/** A pattern that cannot be read: what is wrong at which character, from 0. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  constructor(
    readonly at: number,
    readonly problem: string,
  ) {
    super(`Character ${at + 1} of the pattern: ${problem}`);
  }
}

/** How a share compares with a figure, whichever way its bounds are read. */
export function shareFits({ min, max }: { readonly min: number; readonly max: number }, is: ShareComparison, percent: number): boolean {
  if (is === '>=') return min >= percent;
  if (is === '>') return min > percent;
  if (is === '<=') return max <= percent;
  if (is === '<') return max < percent;
  return min === percent && max === percent;
}

/** How many steps a pattern has once its repetitions are written out, a repetition without end as often as it must be. */
export function stepCount(pattern: Pattern): number {
  if (pattern.kind === 'step') return 1;
  if (pattern.kind === 'repeat') return stepCount(pattern.part) * Math.max(1, pattern.most ?? pattern.least);
  return pattern.parts.reduce((sum, part) => sum + stepCount(part), 0);
}

import type { ListedName, NamesAnswer, RecordIds, TiesAnswer, TiesQuestion } from '../model';

/**
 * A list of names: who each may be, who was taken or refused by hand, and how those that were taken are tied, as the chart's filter admits
 * it.
 */
export interface CrosscheckState {
  phase: 'idle' | 'matching' | 'tying' | 'answered' | 'failed';
  names: readonly ListedName[];
  matches: NamesAnswer['matches'];
  /** By place in the list: the entity that was taken, or null where all were refused. What is not here is taken by its score. */
  decided: ReadonlyMap<number, string | null>;
  /** How far apart two may be, in hops. */
  maxHops: number;
  question?: TiesQuestion | undefined;
  ties?: TiesAnswer | undefined;
  named: RecordIds;
  message?: string | undefined;
}

/** What one question may read. */
export interface Limits {
  /** Relationships that are looked at, each time that one is. */
  readonly ties: number;
  /** Records that an answer is made of. */
  readonly records: number;
  /** Entities whose names are compared with what is searched for. */
  readonly names: number;
}

export const LIMITS: Limits = { ties: 1_000_000, records: 250_000, names: 5_000 };

/** A question would look at more relationships than are read for one. */
export class TooManyTiesError extends Error {
  override readonly name = 'TooManyTiesError';
}

/** What the words of a row hold after the first, and where its slots begin. */
export const ENTITY = 1;
export const COST = 2;
export const SLOTS = 3;

/**
 * The bits of a row's first word: the levels of two searches (see `TwoSearches`); whether its slots have moved, so that in place of the
 * first one stands where they begin; and above them how many slots the row has.
 */
export const LEVELS = 0xff;
export const MOVED = 0x100;
export const DEGREE_SHIFT = 9;

/** The bits of a slot's word: the node at the other end, and above them the step (see `stepTable`). */
export const NODE = (1 << 26) - 1;
export const STEP_SHIFT = 26;

/** The most slots that a row can have. */
export const MOST_SLOTS = (1 << 23) - 1;

/** A dataset that is too large to be searched. */
export class SearchSizeError extends Error {
  override readonly name = 'SearchSizeError';
  constructor(what: string) {
    super(`The dataset is too large for its routes to be searched: ${what}. Open a part of it.`);
  }
}

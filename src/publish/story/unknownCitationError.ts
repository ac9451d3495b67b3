/** A story names a claim that the dataset lacks. */
export class UnknownCitationError extends Error {
  override readonly name = 'UnknownCitationError';
  constructor(readonly citations: readonly string[]) {
    super(`The story cites what the dataset does not hold: ${citations.map((c) => `[@${c}]`).join(', ')}.`);
  }
}

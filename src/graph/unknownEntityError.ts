/** An id that no entity of the dataset has. */
export class UnknownEntityError extends Error {
  override readonly name = 'UnknownEntityError';
  constructor(readonly id: string) {
    super(`No entity has the id "${id}". Search for it to see how it is written.`);
  }
}

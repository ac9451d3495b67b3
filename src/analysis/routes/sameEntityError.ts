/** A question about routes from an entity to itself. A file of its own: the page knows the error, and never searches. */
export class SameEntityError extends Error {
  override readonly name = 'SameEntityError';
  constructor(readonly id: string) {
    super(`Both ends of the route are "${id}". Choose two different entities.`);
  }
}

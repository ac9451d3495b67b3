import type { Dataset, Issue } from '../../model';

/** Entities at which no relationship ends. */
export function* isolatedEntities({ entities, relationships }: Dataset): Generator<Issue> {
  const tied = new Set(relationships.flatMap((r) => [r.from, r.to]));
  for (const [i, e] of entities.entries()) {
    if (!tied.has(e.id))
      yield {
        code: 'isolated-entity', severity: 'warning', at: `entities[${i}].id`, value: e.id, message: 'No relationship ties it to anything.',
        hint: 'Add one, or take the entity out.',
      };
  }
}

import type { Dataset, Issue } from '../../model';

/** Entities at which no relationship ends. */
export function isolatedEntities({ entities, relationships }: Dataset): Issue[] {
  const tied = new Set(relationships.flatMap((r) => [r.from, r.to]));
  return entities.flatMap((e, i): Issue[] =>
    tied.has(e.id) ? [] : [{ code: 'isolated-entity', severity: 'warning', at: `entities[${i}].id`, value: e.id, message: 'No relationship ties it to anything.', hint: 'Add one, or take the entity out.' }],
  );
}

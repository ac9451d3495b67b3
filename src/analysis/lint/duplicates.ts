import { nameKey, type Dataset, type Entity, type Issue } from '../../model';

/**
 * Entities of one type that share a name or alias and that nothing tells apart (no `sameAs` or `succeeds` between them),
 * and relationships recorded twice.
 */
export function* duplicateIssues(data: Dataset): Generator<Issue> {
  yield* entityDuplicates(data);
  yield* relationshipDuplicates(data);
}

function* entityDuplicates({ entities, relationships }: Dataset): Generator<Issue> {
  const apart = new Set(
    relationships.filter((r) => r.type === 'sameAs' || r.type === 'succeeds').flatMap((r) => [`${r.from} ${r.to}`, `${r.to} ${r.from}`]),
  );
  const first = new Map<string, Entity>();
  for (const [i, entity] of entities.entries()) {
    const keys = [entity.name, ...(entity.aliases ?? [])].map(nameKey).filter((key) => key !== '').map((key) => `${entity.type} ${key}`);
    const twin = keys.map((key) => first.get(key)).find((other) => other !== undefined && !apart.has(`${other.id} ${entity.id}`));
    for (const key of keys) if (!first.has(key)) first.set(key, entity);
    if (!twin) continue;
    yield {
      code: 'probable-duplicate', severity: 'warning', at: `entities[${i}].name`, value: entity.name,
      message: `"${twin.id}" (${twin.name}) is of the same type and shares a name with it.`,
      hint: 'Merge them, or add a "sameAs" or "succeeds" between them if they are two.',
    };
  }
}

function* relationshipDuplicates({ relationships }: Dataset): Generator<Issue> {
  const first = new Map<string, number>();
  for (const [i, r] of relationships.entries()) {
    const key = JSON.stringify([r.type, r.from, r.to, r.start, r.end, r.share, r.role, r.label, r.amount]);
    const twin = first.get(key);
    if (twin === undefined) first.set(key, i);
    else
      yield {
        code: 'duplicate-relationship', severity: 'warning', at: `relationships[${i}].id`, value: r.id,
        message: `relationships[${twin}] says the same of the same two.`, hint: 'Put the claims of both under one.',
      };
  }
}

import { foldText, type Entity } from '../model';
import { batchesBelow, type RecordTable } from '../graph';

/** The entities of which a name may stand in some text of a value, found by going through all of them. Cost O(entities), some µs each. */
export async function entitiesNamedIn(value: unknown, table: RecordTable): Promise<Entity[]> {
  const text = foldText(textsIn(value).join(' '));
  const named = ({ name, shortName, aliases = [] }: Entity) =>
    [name, shortName, ...aliases].some((one) => one !== undefined && text.includes(foldText(one)));
  const found: Entity[] = [];
  for (const integers of batchesBelow(table.entityCount)) found.push(...(await table.entities(integers)).filter(named));
  return found;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

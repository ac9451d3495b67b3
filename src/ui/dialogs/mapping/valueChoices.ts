import type { ValueKind, ValueMapping } from '../../../formats';
import {
  entityTypeIds, entityTypes, families, relationshipType, relationshipTypeIds,
  type EntityType, type RelationshipType,
} from '../../../model';

/** Choices that stand together in a menu; without a label they stand by themselves. */
export interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly { id: string; label: string }[];
}

/** What follows the id of a type that is read from the end to the start. */
const TURNED = '<';

const RELATIONSHIPS: readonly ChoiceGroup[] = [
  { label: '', options: [{ id: '', label: 'unknown: keep as label' }] },
  ...families.map((family): ChoiceGroup => ({
    label: family, options: relationshipTypeIds.filter((id) => relationshipType(id).family === family).flatMap(bothWays),
  })),
];

const ENTITIES: readonly ChoiceGroup[] = [{
  label: '',
  options: [{ id: '', label: 'unknown: use the default type' }, ...entityTypeIds.map((id) => ({ id, label: entityTypes[id].label }))],
}];

function bothWays(id: RelationshipType): { id: string; label: string }[] {
  const { verb, inverse, directed } = relationshipType(id);
  return [{ id, label: verb }, ...(directed && inverse !== verb ? [{ id: `${id}${TURNED}`, label: inverse }] : [])];
}

/** What a value can mean: a type of relationship, either way round, or a type of entity. */
export function valueChoices(kind: ValueKind): readonly ChoiceGroup[] {
  return kind === 'relationship' ? RELATIONSHIPS : ENTITIES;
}

/** The choice that a value has. */
export function valueAnswer({ as, turned }: ValueMapping): string {
  return as === null ? '' : `${as}${turned ? TURNED : ''}`;
}

/** What a value means by the choice that was made for it. */
export function valueOfAnswer(value: string, answer: string): ValueMapping {
  if (answer === '') return { value, as: null };
  const turned = answer.endsWith(TURNED);
  const as = (turned ? answer.slice(0, -1) : answer) as RelationshipType | EntityType;
  return { value, as, ...(turned ? { turned } : {}) };
}

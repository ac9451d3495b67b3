import type { Entity } from '../../model';
import { ROUND_TRIP_FIELD, readRoundTripEntity } from './roundTripField';
import { entityTypeOfFields, type Fields, takeBlankName, takeDates, takeJurisdiction, takeName, takeSummary } from '../words';
import { type DatasetBuilder, keptProperties } from '../builder';
import type { GraphNode } from './graphRecord';

/** Columns beside which the same may be carried, where it does not come through a column as it is. */
const SHOWN = ['summary', 'role', 'share'] as const;

/**
 * The entity that a node is: its type by a field that names it, its dates and country by fields that are called so,
 * what our own writers carried, and the rest as properties.
 */
export function readGraphNode(node: GraphNode, builder: DatasetBuilder): Entity {
  const fields: Fields = new Map(node.fields);
  const carried = takeRoundTripField(fields, (text) => readRoundTripEntity(text, node.at, builder));
  const type = entityTypeOfFields(fields);
  if (type.stated !== undefined) fields.delete(type.stated);
  const name = carried?.name ?? nameOf(node, fields);
  const dates = takeDates(fields, node.start, node.end);
  const jurisdiction = takeJurisdiction(fields);
  const summary = takeSummary(fields);
  return {
    id: node.id,
    type: type.type,
    ...dates,
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(summary === undefined ? {} : { summary }),
    ...carried,
    name,
    ...keptProperties(fields, node.at, builder, { ...type.properties, ...carried?.properties }),
  };
}

/**
 * The label, unless it is a mere number and a field has a name; else a field's name, else the id. A name of blanks alone stays one,
 * so that the builder puts the id in its place and says so.
 */
function nameOf({ id, label }: GraphNode, fields: Fields): string {
  const given = label?.trim() ?? '';
  if (given !== '' && fields.get('label') === given) fields.delete('label');
  if (/\p{Letter}/u.test(given)) return given;
  const told = takeName(fields);
  if (told === undefined) return given || label || takeBlankName(fields) || id || 'unnamed';
  if (given !== '' && given !== id) fields.set('label', given);
  return told;
}

/** Takes what our own writers carried, and what they show of it besides. */
export function takeRoundTripField<T extends object>(fields: Fields, read: (text: string) => T | undefined): T | undefined {
  const text = fields.get(ROUND_TRIP_FIELD);
  if (typeof text !== 'string') return undefined;
  const carried = read(text);
  if (carried !== undefined) for (const name of [ROUND_TRIP_FIELD, ...SHOWN.filter((one) => one in carried)]) fields.delete(name);
  return carried;
}

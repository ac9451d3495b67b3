import { type Entity, type Properties, type Relationship, type Source } from '../../model';
import type { Losses } from '../output';
import { WrittenEntity } from './writtenEntity';
import { lifetimeOf, OTHER_NAMES } from './readThing';
import { captionOf, propertiesOf, requiredOf, schemaNamed } from './schemata';
import { schemeOf } from '../words';
import { entityTypeOf, schemaFor } from './schemaTypes';

/** What stands beside id, schema and properties in the files of OpenSanctions and Aleph. */
const EXTRAS: ReadonlySet<string> = new Set([
  'datasets', 'referents', 'first_seen', 'last_seen', 'last_change', 'target', 'countries', 'role_id', 'mutable', 'profile_id',
]);
/** Properties by which readers here remember where something came from; no loss. */
const OWN: ReadonlySet<string> = new Set(['schema', 'property', 'notInFile', 'madeFrom', 'shareAsWritten']);

/** The schema that an entity is written as: its own where it still fits, else its type's. */
export function schemaOf(entity: Entity, references: readonly Relationship[]): string {
  const own = entity.properties?.schema;
  if (typeof own !== 'string' || schemaNamed(own) === undefined || schemaNamed(own)!.abstract || entityTypeOf(own) !== entity.type)
    return schemaFor(entity.type);
  const given = new Set([...captionOf(own).slice(0, 1), 'name', ...Object.keys(entity.properties ?? {}), ...references.map(referenceName)]);
  return requiredOf(own).every((property) => given.has(property)) ? own : schemaFor(entity.type);
}

/** "addressEntity" of a relationship that was read from a reference, as "Thing:addressEntity". */
export function referenceName(relationship: Relationship): string {
  return String(relationship.properties?.property ?? '').split(':')[1] ?? '';
}

/** Writes a thing, with the references that relationships were read from. */
export function writeThing(
  entity: Entity, schema: string, references: readonly Relationship[], sources: ReadonlyMap<string, Source>, losses: Losses,
): Record<string, unknown> {
  const out = new WrittenEntity(entity.id, schema, `entity ${entity.id}`, losses);
  writeNames(entity, out);
  if (entity.jurisdiction) out.addTo(['jurisdiction', 'country'], entity.jurisdiction.toLowerCase(), 'jurisdiction');
  const { start, end } = lifetimeOf(schema);
  out.addTo(start, entity.start, 'start');
  out.addTo(end, entity.end, 'end');
  for (const { scheme, value } of entity.identifiers ?? []) out.addTo([...propertyOfScheme(scheme, schema)], value, 'identifiers');
  if (entity.summary) out.add('summary', entity.summary);
  for (const reference of references) out.add(referenceName(reference), reference.to);
  out.cite(entity.claims ?? [], sources, [entity.properties?.datasets].flat());
  const stances = new Set((entity.claims ?? []).map((c) => c.stance));
  if (stances.size > 1 || (stances.size === 1 && !stances.has('asserts')))
    losses.add('lost-stance', out.at, 'that its sources allege, deny or question it', 'Keep a copy as a Throughline dataset.');
  const extras = writeProperties(entity.properties ?? {}, out);
  return out.toJson({ caption: entity.name, ...extras });
}

function writeNames(entity: Entity, out: WrittenEntity): void {
  const own =
    requiredOf(out.schema).includes('name') || captionOf(out.schema).includes('name') || !out.has(captionOf(out.schema)[0] ?? 'name')
      ? 'name'
      : captionOf(out.schema)[0]!;
  out.add(own, entity.name);
  for (const required of requiredOf(out.schema)) {
    const type = propertiesOf(out.schema).get(required)?.type;
    if (type !== 'entity' && !out.values.has(required)) out.add(required, entity.name);
  }
  const apart = new Set(['name', ...OTHER_NAMES].flatMap((property) => textsOf(entity.properties?.[property])));
  out.add(
    'alias', ...(entity.shortName && entity.shortName !== entity.name ? [entity.shortName] : []),
    ...(entity.aliases ?? []).filter((alias) => !apart.has(alias)),
  );
}

/** Properties that the schema has go back where they came from; the usual extras beside them; others are a loss. */
export function writeProperties(properties: Properties, out: WrittenEntity): Record<string, unknown> {
  const extras: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (OWN.has(name)) continue;
    if (EXTRAS.has(name)) extras[name] = value !== null && LISTS.has(name) && !Array.isArray(value) ? [value] : value;
    else if (!out.add(name, ...textsOf(value)))
      out.losses.add(
        'lost-properties', out.at, `properties that its schema does not have, such as "${name}"`, 'Keep a copy as a Throughline dataset.',
      );
  }
  return extras;
}

const LISTS: ReadonlySet<string> = new Set(['datasets', 'referents', 'countries']);

function textsOf(value: Properties[string] | undefined): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one) => one !== null && one !== undefined && one !== '').map(String);
}

/** The properties that may hold a number of this scheme, best first: the one that is read as it, then the general ones. */
function propertyOfScheme(scheme: string, schema: string): string[] {
  const numbers = [...propertiesOf(schema)].filter(([, { type }]) => type === 'identifier' || type === 'iban').map(([name]) => name);
  const exact = numbers.filter((name) => schemeOf(name) === scheme || name.toLowerCase() === scheme.toLowerCase());
  return [...exact, 'registrationNumber', 'idNumber', 'serialNumber'].filter((name) => numbers.includes(name));
}

import type { Relationship } from '../../model';
import type { DatasetBuilder } from '../builder';
import type { RawEntities, RawEntity } from './rawEntity';
import { propertiesOf, schemaNamed, type PropertyEntry } from './schemata';

/** References that other ones follow from; as relationships they would count the same tie twice. */
const DERIVED: ReadonlySet<string> = new Set(['ancestors']);

/**
 * What a thing refers to: an address is where it is located, anything else a `linkedTo` with the property's label. The
 * property's name is kept, so that it is written back as the reference it was. References to what the file does not
 * hold stay as properties, reported.
 */
export function readReferences(
  raw: RawEntity, raws: RawEntities, builder: DatasetBuilder,
): { relationships: Relationship[]; used: [string, string][] } {
  const relationships: Relationship[] = [];
  const used: [string, string][] = [];
  for (const [name, values] of raw.values) {
    const entry = propertiesOf(raw.schema).get(name);
    if (DERIVED.has(name) || !(entry ? entry.type === 'entity' : schemaNamed(raw.schema) === undefined)) continue;
    for (const value of values) {
      if (raws.byId.has(value)) {
        relationships.push(reference(raw, name, entry, value, builder));
        used.push([name, value]);
      } else if (entry)
        builder.warn(
          'dangling-reference', raw.at, `"${name}" of “${raw.id}” is no entity of this file; the id was kept as a property.`,
          'Open the file that holds it too, or correct the id.', value,
        );
    }
  }
  return { relationships, used };
}

function reference(raw: RawEntity, name: string, entry: PropertyEntry | undefined, to: string, builder: DatasetBuilder): Relationship {
  const property = `${entry?.owner ?? raw.schema}:${name}`;
  const base = { id: builder.freshRelationshipId(`${raw.id}-${name}-${to}`), from: raw.id, to, claims: [], properties: { property } };
  if (name === 'addressEntity') return { ...base, type: 'locatedIn', role: 'address' };
  return { ...base, type: 'linkedTo', label: `has as ${words(entry?.label ?? name)}` };
}

/** "Registered office" and "registeredOffice" as they stand inside a sentence. */
function words(label: string): string {
  const spaced = label.replace(/([a-z])([A-Z])/g, '$1 $2');
  return spaced.charAt(0).toLowerCase() + spaced.slice(1);
}

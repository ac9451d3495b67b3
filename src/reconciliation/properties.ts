import { datesText, entityTypes, relationshipTypeIds, relationshipTypes, UNKNOWN_END, type Entity, type RelationshipType } from '../model';

/** A property of entities that a table may ask for or be compared by. */
interface Property {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

type Value = (entity: Entity) => readonly string[];
const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

/** What an entity says of itself. */
export const OWN_PROPERTIES: Readonly<Record<string, Property & { readonly values: Value }>> = {
  name: { id: 'name', name: 'Name', description: 'The full name.', values: (e) => [e.name] },
  alias: { id: 'alias', name: 'Alias', description: 'Whatever else it is called.', values: (e) => e.aliases ?? [] },
  type: { id: 'type', name: 'Type', description: 'What it is.', values: (e) => [entityTypes[e.type].label] },
  jurisdiction: {
    id: 'jurisdiction', name: 'Country', description: 'The country by its ISO 3166 code.', values: (e) => one(e.jurisdiction),
  },
  start: { id: 'start', name: 'Founded or born', description: 'A year, month or day.', values: (e) => one(e.start) },
  end: {
    id: 'end', name: 'Ended or died', description: 'A year, month or day.', values: (e) => one(e.end === UNKNOWN_END ? undefined : e.end),
  },
  dates: { id: 'dates', name: 'Dates', description: 'Both in words.', values: (e) => one(datesText(e) || undefined) },
  identifier: {
    id: 'identifier', name: 'Number in a register', description: 'The scheme and the value.',
    values: (e) => (e.identifiers ?? []).map(({ scheme, value }) => `${scheme} ${value}`),
  },
  summary: { id: 'summary', name: 'Summary', description: 'One sentence.', values: (e) => one(e.summary) },
};

/** A relationship type read one way. */
export interface TieProperty extends Property {
  readonly type: RelationshipType;
  readonly forward: boolean;
}

/** Who is tied to an entity, by relationship type: "owns", and "owns-of" for who owns it. */
export const TIE_PROPERTIES: Readonly<Record<string, TieProperty>> = Object.fromEntries(
  relationshipTypeIds.flatMap((type) => {
    const { verb, inverse, directed } = relationshipTypes[type];
    const forward = { id: type, name: verb, description: 'Entities that it is tied to so.', type, forward: true };
    const back = { id: `${type}-of`, name: inverse, description: 'Entities that are tied to it so.', type, forward: false };
    return (directed ? [forward, back] : [forward]).map((property) => [property.id, property]);
  }),
);

export const ALL_PROPERTIES: readonly Property[] = [...Object.values(OWN_PROPERTIES), ...Object.values(TIE_PROPERTIES)].map(
  ({ id, name, description }) => ({ id, name, description }),
);

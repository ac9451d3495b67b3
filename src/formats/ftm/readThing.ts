import type { Entity, Properties } from '../../model';
import { countryCode, schemeOf } from '../words';
import type { DatasetBuilder } from '../builder';
import { claimsOf } from './claims';
import type { RawEntity } from './rawEntity';
import { captionOf, isA, propertiesOf, schemaNamed } from './schemata';
import { entityTypeOf, schemaFor } from './schemaTypes';
import { UnusedValues } from './unusedValues';

/** Names that are kept apart in properties besides being searched as aliases, so that they are written back as what they are. */
export const OTHER_NAMES = ['weakAlias', 'previousName', 'abbreviation'] as const;

const COUNTRIES = ['jurisdiction', 'mainCountry', 'country', 'nationality', 'citizenship', 'flag'] as const;

/** The properties that hold when a thing of a schema began and ended. */
export function lifetimeOf(schema: string): { start: string[]; end: string[] } {
  if (isA(schema, 'Person')) return { start: ['birthDate'], end: ['deathDate'] };
  if (isA(schema, 'LegalEntity')) return { start: ['incorporationDate'], end: ['dissolutionDate'] };
  if (isA(schema, 'Position')) return { start: ['inceptionDate'], end: ['dissolutionDate'] };
  if (isA(schema, 'CourtCase')) return { start: ['fileDate'], end: ['closeDate'] };
  if (isA(schema, 'Vehicle')) return { start: ['buildDate'], end: ['deregistrationDate'] };
  if (isA(schema, 'BankAccount')) return { start: ['openingDate'], end: ['closingDate'] };
  return isA(schema, 'Interval') ? { start: ['startDate', 'date'], end: ['endDate'] } : { start: [], end: [] };
}

/** Reads a thing: names, country, dates, numbers, claims; what the model has no field for stays in its properties. */
export function readThing(raw: RawEntity, builder: DatasetBuilder, left: UnusedValues = new UnusedValues(raw, builder)): Entity {
  const names = namesOf(raw, left, builder);
  const jurisdiction = takeCountry(left);
  const { start, end } = lifetimeOf(raw.schema);
  const from = left.takeDate(...start);
  const until = left.takeDate(...end);
  const identifiers = takeIdentifiers(raw.schema, left);
  const claims = claimsOf(left, builder);
  const summary = takeSummary(left);
  const type = entityTypeOf(raw.schema);
  return {
    id: raw.id,
    type,
    name: names.name,
    ...(names.aliases.length > 0 ? { aliases: names.aliases } : {}),
    ...(jurisdiction ? { jurisdiction } : {}),
    ...(from ? { start: from } : {}),
    ...(until ? { end: until } : {}),
    ...(identifiers.length > 0 ? { identifiers } : {}),
    ...(summary ? { summary } : {}),
    ...(claims.length > 0 ? { claims } : {}),
    ...left.asProperties({ ...names.properties, ...(raw.schema === schemaFor(type) ? {} : { schema: raw.schema }) }),
  };
}

interface Names {
  name: string;
  aliases: string[];
  properties: Properties;
}

/** The caption of the file where it is one of the names, else the first name by which the schema is called. */
function namesOf(raw: RawEntity, left: UnusedValues, builder: DatasetBuilder): Names {
  const called = captionOf(raw.schema).find((property) => left.see(property).length > 0);
  const candidates = called === undefined ? [] : left.see(called);
  const caption = raw.extras.get('caption');
  const name =
    typeof caption === 'string' && (candidates.includes(caption) || (called === undefined && caption !== '')) ? caption : candidates[0];
  if (name === undefined) builder.warn('no-name', raw.at, `“${raw.id}” has no name; its id stands for it.`, 'Give it a name.');
  if (called !== undefined && called !== 'name' && name !== undefined) left.takeOne(called, name);
  const others = left.take('name').filter((n) => n !== name);
  const aliases = [...others, ...left.take('alias'), ...OTHER_NAMES.flatMap((property) => left.see(property))].filter((a) => a !== name);
  return { name: name ?? nameless(raw), aliases: [...new Set(aliases)], properties: others.length > 0 ? { name: others } : {} };
}

function nameless(raw: RawEntity): string {
  return `${schemaNamed(raw.schema)?.label ?? raw.schema} ${raw.id}`;
}

/** The first country that the model has a code for; the others stay. */
function takeCountry(left: UnusedValues): string | undefined {
  for (const property of COUNTRIES) {
    for (const value of left.see(property)) {
      const code = countryCode(value);
      if (code === undefined) continue;
      if (property === 'jurisdiction') left.takeOne(property, value);
      return code;
    }
  }
  return undefined;
}

function takeIdentifiers(schema: string, left: UnusedValues): { scheme: string; value: string }[] {
  const found: { scheme: string; value: string }[] = [];
  for (const [property, { type }] of propertiesOf(schema)) {
    if (type !== 'identifier' && type !== 'iban') continue;
    for (const value of left.take(property)) if (value.trim() !== '') found.push({ scheme: schemeOf(property), value });
  }
  return found;
}

function takeSummary(left: UnusedValues): string | undefined {
  const [first] = left.see('summary');
  if (first === undefined || first.trim() === '') return undefined;
  left.takeOne('summary', first);
  return first;
}

import type { Claim, Entity, Properties } from '../../model';
import { asList, asObject, asText, type Json } from '../records';
import { countryCode, isoDateOf, schemeOf } from '../words';
import { type DatasetBuilder, flattened } from '../builder';
import { claimsOf } from './claims';
import type { BodsRecord } from './records';
import type { Statement } from './statement';

const ENTITY_TYPES: Readonly<Record<string, Entity['type']>> = {
  registeredEntity: 'company', state: 'publicBody', stateBody: 'publicBody',
};
/** What is read into fields; everything else of the details stays in properties. */
const READ: ReadonlySet<string> = new Set([
  'name', 'alternateNames', 'names', 'identifiers', 'foundingDate', 'dissolutionDate', 'birthDate', 'deathDate', 'isComponent', 'source',
  'annotations', 'publicationDetails', '__proto__',
]);

/** Reads an entity or person from its latest statement; the names of earlier ones are aliases, and each statement is a claim. */
export function readParty({ kind, id, versions }: BodsRecord, builder: DatasetBuilder): Entity {
  const latest = versions.at(-1)!;
  const { details } = latest;
  const names = versions.toReversed().flatMap((version) => namesOf(version.details));
  const name = names[0] ?? namelessName(latest);
  const aliases = [...new Set(names.slice(1))].filter((one) => one !== name);
  const jurisdiction = jurisdictionOf(details);
  const dates = datesOf(latest, builder);
  const identifiers = identifiersOf(details);
  const { claims, properties } = saidOf(versions, builder, dates.properties);
  if (versions.length > 1) builder.miss(`details of replaced ${kind} statements`, versions.length - 1);
  return {
    id,
    type: kind === 'person' ? 'person' : entityTypeOf(details),
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(jurisdiction ? { jurisdiction } : {}),
    ...dates.fields,
    ...(identifiers.length > 0 ? { identifiers } : {}),
    claims,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}

function entityTypeOf(details: Json): Entity['type'] {
  const type = asText(details.entityType) ?? asText(asObject(details.entityType)?.type) ?? '';
  return Object.hasOwn(ENTITY_TYPES, type) ? ENTITY_TYPES[type]! : 'organization';
}

/** A legal or individual name first, then the others. */
function namesOf(details: Json): string[] {
  const plain = [asText(details.name), ...asList(details.alternateNames).map(asText)].filter((one) => one !== undefined);
  const listed = asList(details.names).flatMap((value) => {
    const name = asObject(value) ?? {};
    const full =
      asText(name.fullName) ?? [name.givenName, name.patronymicName, name.familyName].flatMap((part) => asText(part) ?? []).join(' ');
    return full === '' ? [] : [{ full, first: name.type === undefined || name.type === 'individual' || name.type === 'legal' }];
  });
  return [...plain, ...listed.filter((n) => n.first).map((n) => n.full), ...listed.filter((n) => !n.first).map((n) => n.full)];
}

/** What stands for a name that is not told, with the reason. */
function namelessName({ kind, details, recordId }: Statement): string {
  const unspecified = asObject(details.unspecifiedPersonDetails) ?? asObject(details.unspecifiedEntityDetails) ?? details;
  const reason = asText(unspecified.reason) ?? asText(details.missingInfoReason);
  return `unnamed ${kind} ${recordId}${reason === undefined ? '' : ` (${spelledOut(reason)})`}`;
}

/** "noBeneficialOwners" and "no-beneficial-owners" as words. */
export function spelledOut(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('-', ' ').toLowerCase();
}

function jurisdictionOf(details: Json): string | undefined {
  const places = [details.jurisdiction, details.incorporatedInJurisdiction, ...asList(details.nationalities)];
  for (const place of places) {
    const code = countryCode(asText(asObject(place)?.code) ?? asText(place) ?? '');
    if (code !== undefined) return code;
  }
  return undefined;
}

function identifiersOf(details: Json): { scheme: string; value: string }[] {
  return asList(details.identifiers).flatMap((value) => {
    const identifier = asObject(value) ?? {};
    const number = asText(identifier.id) ?? asText(identifier.uri);
    return number === undefined
      ? []
      : [{ scheme: schemeOf(asText(identifier.scheme) ?? asText(identifier.schemeName) ?? 'unnamed register'), value: number }];
  });
}

function datesOf(
  { details, at, recordId }: Statement, builder: DatasetBuilder,
): { fields: Pick<Entity, 'start' | 'end'>; properties: Properties } {
  const fields: Pick<Entity, 'start' | 'end'> = {};
  const properties: Properties = {};
  for (const [name, field] of [
    ['foundingDate', 'start'], ['birthDate', 'start'], ['dissolutionDate', 'end'], ['deathDate', 'end'],
  ] as const) {
    const text = asText(details[name]);
    if (text === undefined) continue;
    const { date, whole } = isoDateOf(text);
    if (date === undefined)
      builder.warn(
        'bad-date', at, `"${name}" of “${recordId}” is no date that exists; it was kept as a property.`,
        'Write YYYY-MM-DD, of a day that exists.', text,
      );
    else fields[field] = date;
    if (!whole) properties[name] = text;
  }
  return { fields, properties };
}

function saidOf(versions: readonly Statement[], builder: DatasetBuilder, dates: Properties): { claims: Claim[]; properties: Properties } {
  const latest = versions.at(-1)!;
  const claims = versions.flatMap((version) => claimsOf(version, builder));
  const rest = Object.entries(latest.details).filter(([name]) => !READ.has(name));
  const all = [...rest, ...Object.entries(latest.extras)].flatMap(([name, value]) => flattened(name, value));
  const names = asList(latest.details.names).map((one) => JSON.stringify(one));
  const kept: [string, Properties[string]][] = [
    ...Object.entries(dates), ...all, ...(names.length > 0 ? [['names', names] as [string, string[]]] : []),
    ...(latest.annotations.length > 0 ? flattened('annotations', latest.annotations) : []),
  ];
  for (const name of new Set(kept.map(([key]) => key.split('.')[0]!))) builder.keep(name);
  if (latest.status === 'closed')
    kept.push(['recordStatus', 'closed'], ...(latest.date === undefined ? [] : [['closedOn', latest.date] as [string, string]]));
  if (latest.isComponent) kept.push(['isComponent', true]);
  return { claims, properties: Object.fromEntries(kept) };
}

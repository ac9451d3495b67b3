import { boundsOf, entityTypes, isoOf, type Entity, type PartialDate, UNKNOWN_END } from '../../model';
import type { Losses } from '../output';

const ENTITY_TYPES: ReadonlySet<string> = new Set([
  'registeredEntity', 'legalEntity', 'arrangement', 'anonymousEntity', 'unknownEntity', 'state', 'stateBody',
]);
/** Schemes that BODS knows by the code of org-id.guide. */
const SCHEMES: Readonly<Record<string, string>> = { LEI: 'XI-LEI' };

/** Whether BODS has a record for an entity of this type: networks, assets, events and places have none. */
export function isParty(entity: Entity): boolean {
  return entityTypes[entity.type].bods !== null;
}

/** The record details of an entity or person. */
export function partyDetails(entity: Entity, losses: Losses): Record<string, unknown> {
  return entity.type === 'person' ? personDetails(entity, losses) : entityDetails(entity, losses);
}

function entityDetails(entity: Entity, losses: Losses): Record<string, unknown> {
  const kept = entity.properties?.['entityType.type'] ?? entity.properties?.entityType;
  const type = typeof kept === 'string' && ENTITY_TYPES.has(kept) && fits(kept, entity.type) ? kept : entityTypes[entity.type].bods;
  countLosses(entity, losses);
  return {
    isComponent: entity.properties?.isComponent === true,
    entityType: { type },
    name: entity.name,
    ...alternateNames(entity),
    ...(entity.jurisdiction ? { jurisdiction: { name: placeName(entity.jurisdiction), code: entity.jurisdiction } } : {}),
    ...identifiers(entity),
    ...wholeDay('foundingDate', entity.start, 'earliest', entity, losses),
    ...wholeDay('dissolutionDate', entity.end, 'latest', entity, losses),
  };
}

function fits(bodsType: string, type: Entity['type']): boolean {
  const company = bodsType === 'registeredEntity';
  const state = bodsType === 'state' || bodsType === 'stateBody';
  return type === 'publicBody' ? state : type === 'organization' ? !company && !state : company;
}

function personDetails(entity: Entity, losses: Losses): Record<string, unknown> {
  const unspecified =
    entity.properties?.unspecified === true
    || entity.properties?.personType === 'anonymousPerson'
    || entity.properties?.personType === 'unknownPerson';
  const reason = entity.properties?.reason ?? entity.properties?.['unspecifiedPersonDetails.reason'];
  countLosses(entity, losses);
  return {
    isComponent: entity.properties?.isComponent === true,
    personType: !unspecified ? 'knownPerson' : entity.properties?.personType === 'anonymousPerson' ? 'anonymousPerson' : 'unknownPerson',
    ...(unspecified
      ? { unspecifiedPersonDetails: { reason: REASONS.has(String(reason)) ? reason : 'unknown', description: entity.name } }
      : {
          names: [{ type: 'legal', fullName: entity.name }, ...otherNames(entity).map((fullName) => ({ type: 'alternative', fullName }))],
        }),
    ...identifiers(entity),
    ...(entity.jurisdiction ? { nationalities: [{ name: placeName(entity.jurisdiction), code: entity.jurisdiction.slice(0, 2) }] } : {}),
    ...(entity.start ? { birthDate: entity.start } : {}),
    ...(entity.end && entity.end !== UNKNOWN_END ? { deathDate: entity.end } : {}),
  };
}

const REASONS: ReadonlySet<string> = new Set([
  'noBeneficialOwners', 'subjectUnableToConfirmOrIdentifyBeneficialOwner', 'interestedPartyHasNotProvidedInformation',
  'subjectExemptFromDisclosure', 'interestedPartyExemptFromDisclosure', 'unknown', 'informationUnknownToPublisher',
]);

function otherNames(entity: Entity): string[] {
  return [...new Set([...(entity.shortName ? [entity.shortName] : []), ...(entity.aliases ?? [])])].filter((name) => name !== entity.name);
}

function alternateNames(entity: Entity): Record<string, unknown> {
  const names = otherNames(entity);
  return names.length === 0 ? {} : { alternateNames: names };
}

function identifiers({ identifiers: numbers = [] }: Entity): Record<string, unknown> {
  if (numbers.length === 0) return {};
  return {
    identifiers: numbers.map(({ scheme, value }) => ({
      id: value,
      ...(SCHEMES[scheme] ? { scheme: SCHEMES[scheme] } : /^[A-Z]{2,3}-[A-Z0-9]+$/.test(scheme) ? { scheme } : { schemeName: scheme }),
    })),
  };
}

function placeName(code: string): string {
  const country = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(code.slice(0, 2)) ?? code;
  return code.length === 2 ? country : `${country} (${code})`;
}

function wholeDay(
  name: string, date: PartialDate | '..' | undefined, side: 'earliest' | 'latest', entity: Entity, losses: Losses,
): Record<string, string> {
  const bounds = date === undefined ? undefined : boundsOf(date);
  if (!bounds || date === undefined) return {};
  if (date.length < 10)
    losses.add(
      'rounded-date', `entity ${entity.id}`, 'that a date is known by its month or year only',
      'It is written as the first or last day of it.',
    );
  return { [name]: isoOf(bounds[side]) };
}

function countLosses(entity: Entity, losses: Losses): void {
  const at = `entity ${entity.id}`;
  if (entity.summary) losses.add('lost-summary', at, 'its summary', 'Keep a copy as a Throughline dataset.');
  if (entity.end === UNKNOWN_END) losses.add('unknown-end', at, 'that nobody knows whether it has ended', 'It is written without an end.');
  if (Object.keys(entity.properties ?? {}).some((name) => !NO_LOSS.has(name)))
    losses.add('lost-properties', at, 'properties that the model has no field for', 'Keep a copy as a Throughline dataset.');
}

const NO_LOSS: ReadonlySet<string> = new Set([
  'isComponent', 'personType', 'entityType', 'entityType.type', 'unspecified', 'reason', 'declarationSubject', 'notInFile',
]);

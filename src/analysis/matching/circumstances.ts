import { boundsOf, entityTypes, yearOf, type DayRange, type Entity, type EntityType } from '../../model';
import type { Evidence } from './evidence';

const OTHER_SORT = -8;
const OTHER_SORT_GUESSED = -2;
const OTHER_BODY = -0.5;
const SAME_COUNTRY = 1;
const OTHER_COUNTRY = -1.5;
const OTHER_COUNTRY_PERSON = -0.7;
const OTHER_REGION = -1;

/** Types that sources use for one another: what one calls a company another calls an organization. */
const BODIES: ReadonlySet<EntityType> = new Set<EntityType>(['company', 'jointVenture', 'publicBody', 'organization']);

/** What type, jurisdiction and dates say of two entities. */
export function circumstances(a: Entity, b: Entity): Evidence[] {
  return [...typeEvidence(a, b), ...jurisdictionEvidence(a, b), ...dateEvidence(a, b)];
}

function typeEvidence(a: Entity, b: Entity): Evidence[] {
  if (a.type === b.type || a.properties?.typeUnknown === true || b.properties?.typeUnknown === true) return [];
  const say = () => `One is ${withArticle(a.type)}, the other ${withArticle(b.type)}.`;
  if (!BODIES.has(a.type) || !BODIES.has(b.type))
    return [{ kind: 'type', weight: isGuessed(a) || isGuessed(b) ? OTHER_SORT_GUESSED : OTHER_SORT, say }];
  return a.type === 'publicBody' || b.type === 'publicBody' ? [{ kind: 'type', weight: OTHER_BODY, say }] : [];
}

/** Readers record it where they had to guess a type. */
function isGuessed({ properties }: Entity): boolean {
  return properties !== undefined && ('typeGuessedFromName' in properties || 'typeGuessedFrom' in properties);
}

function withArticle(type: EntityType): string {
  const { label } = entityTypes[type];
  return `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
}

function jurisdictionEvidence(a: Entity, b: Entity): Evidence[] {
  if (a.jurisdiction === undefined || b.jurisdiction === undefined) return [];
  const [country, region] = a.jurisdiction.split('-');
  const [otherCountry, otherRegion] = b.jurisdiction.split('-');
  const apart = () => `One is of ${a.jurisdiction}, the other of ${b.jurisdiction}.`;
  if (country !== otherCountry)
    return [{ kind: 'jurisdiction', weight: a.type === 'person' ? OTHER_COUNTRY_PERSON : OTHER_COUNTRY, say: apart }];
  if (region !== undefined && otherRegion !== undefined && region !== otherRegion)
    return [{ kind: 'jurisdiction', weight: OTHER_REGION, say: apart }];
  return [{ kind: 'jurisdiction', weight: SAME_COUNTRY, say: () => `Both are of ${country}.` }];
}

/**
 * Weights of dates, in bits: the same day, dates that may be the same, day and month exchanged, within the same or the next two years,
 * further apart.
 */
const PERSON_DATES = { sameDay: 5, mayBeSame: 2, exchanged: -1, near: -4, far: -7 };
const OTHER_DATES = { sameDay: 3, mayBeSame: 1, exchanged: -0.5, near: -1, far: -3 };
const NEAR_YEARS = 2;

function dateEvidence(a: Entity, b: Entity): Evidence[] {
  const [x, y] = [a.start === undefined ? undefined : boundsOf(a.start), b.start === undefined ? undefined : boundsOf(b.start)];
  if (x === undefined || y === undefined) return [];
  const person = a.type === 'person' || b.type === 'person';
  const weight = (person ? PERSON_DATES : OTHER_DATES)[howFar(x, y, a.start!, b.start!)];
  const asFarAsKnown = () => `in ${yearOf(x.earliest)}, as far as the dates go: ${a.start}, ${b.start}`;
  const when = () => (a.start === b.start ? `${a.start!.length > 7 ? 'on' : 'in'} ${a.start}` : asFarAsKnown());
  const apart = () => `${person ? 'Born' : 'Founded'} ${a.start} and ${b.start}.`;
  const say = () => (weight < 0 ? apart() : `Both were ${person ? 'born' : 'founded'} ${when()}.`);
  return [{ kind: 'date', weight, say }];
}

function howFar(x: DayRange, y: DayRange, a: string, b: string): keyof typeof PERSON_DATES {
  if (a === b && a.length === 10) return 'sameDay';
  if (x.earliest <= y.latest && y.earliest <= x.latest) return 'mayBeSame';
  const [year, month, day] = a.split('-');
  if (day !== undefined && b === `${year}-${day}-${month}`) return 'exchanged';
  return Math.abs(yearOf(x.earliest) - yearOf(y.earliest)) <= NEAR_YEARS ? 'near' : 'far';
}

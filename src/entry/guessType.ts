import { relationshipType, type EntityType, type RelationshipType } from '../model';

const COMPANY =
  /(?<![\p{L}])(ltd|limited|inc|corp|corporation|co|llc|llp|gmbh|ag|kg|sa|s\.a|sae|s\.a\.e|plc|bv|b\.v|nv|n\.v|oy|ab|srl|spa|s\.p\.a|oao|ooo|zao|pao|jsc|company|holdings?|group|bank|telecom|technologies|industries|enterprises?|trading)(?![\p{L}])|公司|株式会社|集团|회사|은행|ооо|оао/iu;
const PUBLIC =
  /(?<![\p{L}])(ministry|ministerium|ministère|department|commission|agency|bureau|authority|committee|court|government|parliament|treasury|embassy|army|police|security council|министерство)(?![\p{L}])|部|省/iu;
const ORGANIZATION =
  /(?<![\p{L}])(university|institute|association|foundation|party|union|club|council|federation|society|church|museum)(?![\p{L}])|大学|대학/iu;
const NETWORK = /(?<![\p{L}])(network|cable|backbone)$/iu;
const EVENT = /(?<![\p{L}])(launch|summit|conference|meeting|exhibition|fair|congress)(?![\p{L}])/iu;
/** Two to four words, each with a capital: how names of people are mostly written. */
const PERSON = /^(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}$/u;
/** Who stands at these ends is mostly a person. */
const PEOPLE: Partial<Record<RelationshipType, 'from' | 'to' | 'both'>> = {
  directs: 'from', employs: 'to', family: 'both', memberOf: 'from', represents: 'from', trusteeOf: 'from',
};

/**
 * What a new entity probably is, by its name and the end of the tie at which it stands;
 * what the catalogue expects there where the name does not say.
 */
export function guessType(name: string, type?: RelationshipType, end?: 'from' | 'to'): EntityType {
  const allowed = type !== undefined && end !== undefined ? relationshipType(type)[end] : 'any';
  const admits = (one: EntityType) => allowed === 'any' || allowed.includes(one);
  const hint = byName(name, type, end);
  if (hint !== undefined && admits(hint)) return hint;
  return admits('company') ? 'company' : (allowed as readonly EntityType[])[0]!;
}

function byName(name: string, type: RelationshipType | undefined, end: 'from' | 'to' | undefined): EntityType | undefined {
  if (COMPANY.test(name)) return 'company';
  if (PUBLIC.test(name)) return 'publicBody';
  if (ORGANIZATION.test(name)) return 'organization';
  if (NETWORK.test(name)) return 'network';
  if (type === 'tookPartIn' && end === 'to') return 'event';
  if (type === 'locatedIn' && end === 'to') return 'place';
  if (EVENT.test(name) && /\d{4}/.test(name)) return 'event';
  const people = type === undefined ? undefined : PEOPLE[type];
  return people !== undefined && (people === 'both' || people === end) && PERSON.test(name) ? 'person' : undefined;
}

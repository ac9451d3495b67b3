import { boundsOf, isoOf, relationshipTypes, UNKNOWN_END, type PartialDate, type Relationship, type Share } from '../../model';
import type { Losses } from '../output';
import { SAID } from './statement';
import { INTERESTS } from './interestTypes';

/** A note on a part of a statement, as BODS has it. */
export interface Annotation {
  readonly statementPointerTarget: string;
  readonly motivation: 'commenting' | 'linking';
  readonly description: string;
  readonly url?: string;
}

/** Verbs by which a relationship is none yet, and the adjectives of such a role ("proposed partner", but not "planning officer"). */
const PLANNED_VERB =
  /\b(?:plan(?:s|ned)|propos(?:es|ed)|intend(?:s|ed)|consider(?:s|ed)|discuss(?:es|ed)|negotiat(?:es|ed)|(?:is|are|was|were) to)\b/i;
const PLANNED_ROLE = /^(?:planned|proposed|intended|prospective|future)\b/i;

/** Whether a relationship says of itself, in its verb or role, that it was only planned: it is no interest then. */
export function isPlanned({ label, role }: Relationship): boolean {
  return PLANNED_VERB.test(label ?? '') || PLANNED_ROLE.test(role ?? '');
}

/**
 * The interest code of a relationship: the one that it was read from where it still fits, else its type's; undefined where
 * it is none. What is merely linked is no interest that is unknown: it has a code only where it was read from one, or has the
 * verb of one ("is settlor of").
 */
export function interestOf({ type, role, label, properties }: Relationship): string | undefined {
  const own = properties?.interest;
  if (typeof own === 'string' && Object.hasOwn(INTERESTS, own) && INTERESTS[own]!.type === type) return own;
  const byWords = Object.entries(INTERESTS).find(
    ([, reading]) =>
      reading.type === type &&
      ((reading.role !== undefined && reading.role === role) || (reading.label !== undefined && reading.label === label)),
  );
  return byWords?.[0] ?? relationshipTypes[type].bods ?? undefined;
}

/** A relationship as an interest, with the notes that its rounded dates want. */
export function writeInterest(
  relationship: Relationship,
  code: string,
  losses: Losses,
): { interest: Record<string, unknown>; annotations: Annotation[] } {
  const { share, indirect, properties } = relationship;
  const start = fullDate(relationship.start, 'startDate', 'earliest');
  const end = fullDate(relationship.end, 'endDate', 'latest');
  if (relationship.end === UNKNOWN_END)
    losses.add('unknown-end', `relationship ${relationship.id}`, 'that nobody knows whether it has ended', 'It is written without an end.');
  const details = detailsOf(relationship, code);
  const interest = {
    type: code,
    directOrIndirect: indirect ? 'indirect' : properties?.directOrIndirect === 'unknown' ? 'unknown' : 'direct',
    ...(typeof properties?.beneficialOwnershipOrControl === 'boolean'
      ? { beneficialOwnershipOrControl: properties.beneficialOwnershipOrControl }
      : {}),
    ...(details ? { details } : {}),
    ...(share === undefined ? {} : { share: shareFor(share, relationship) }),
    ...start.field,
    ...end.field,
  };
  if (Object.keys(properties ?? {}).some((name) => !WRITTEN.has(name)))
    losses.add(
      'lost-properties',
      `relationship ${relationship.id}`,
      'properties that a statement has no field for',
      'Keep a copy as a Throughline dataset.',
    );
  return { interest, annotations: [...start.notes, ...end.notes] };
}

/** Properties that are written, or that say where something was read. */
const WRITTEN: ReadonlySet<string> = new Set([
  'interest', 'directOrIndirect', 'beneficialOwnershipOrControl', 'details', 'exclusiveMinimum', 'exclusiveMaximum', 'isComponent',
  'componentRecords', 'replacedBy', 'recordStatus', 'declarationSubject',
]);

function shareFor(share: Share, { properties }: Relationship): Record<string, number> {
  if (typeof share === 'number') return { exact: share, minimum: share, maximum: share };
  return {
    [properties?.exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: share.min,
    [properties?.exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: share.max,
  };
}

/** BODS wants whole days: the first of a period for a start, the last for an end, with a note of what it was. */
function fullDate(
  date: PartialDate | undefined,
  name: string,
  side: 'earliest' | 'latest',
): { field: Record<string, string>; notes: Annotation[] } {
  const bounds = date === undefined ? undefined : boundsOf(date);
  if (!bounds || date === undefined) return { field: {}, notes: [] };
  const notes: Annotation[] =
    date.length === 10
      ? []
      : [{ statementPointerTarget: `/recordDetails/interests/0/${name}`, motivation: 'commenting', description: `${SAID.rounded}${date}` }];
  return { field: { [name]: isoOf(bounds[side]) }, notes };
}

/** The verb and the role that the code does not say already. */
function detailsOf({ type, role, label, properties }: Relationship, code: string): string | undefined {
  const reading = INTERESTS[code]!;
  const told = [
    type === reading.type ? undefined : relationshipTypes[type].verb,
    label === reading.label ? undefined : label,
    role === reading.role ? undefined : role,
    properties?.details,
  ];
  const texts = told.filter((text): text is string => typeof text === 'string' && text !== '');
  return texts.length === 0 ? undefined : [...new Set(texts)].join('; ');
}

import { boundsOf, isoOf, relationshipTypes, UNKNOWN_END, type PartialDate, type Relationship, type Share } from '../../model';
import type { Losses } from '../output';
import { SAID } from './claims';
import { INTERESTS } from './interestTypes';

/** A note on a part of a statement, as BODS has it. */
export interface Annotation {
  readonly statementPointerTarget: string;
  readonly motivation: 'commenting' | 'linking';
  readonly description: string;
  readonly url?: string;
}

/** The interest code of a relationship: the one that it was read from where it still fits, else its type's; undefined where BODS has none. */
export function interestOf({ type, role, properties }: Relationship): string | undefined {
  const own = properties?.interest;
  if (typeof own === 'string' && Object.hasOwn(INTERESTS, own) && INTERESTS[own]!.type === type) return own;
  const byRole = Object.entries(INTERESTS).find(([, reading]) => reading.type === type && reading.role !== undefined && reading.role === role);
  return byRole?.[0] ?? relationshipTypes[type].bods ?? undefined;
}

/** A relationship as an interest, with the notes that its rounded dates want. */
export function writeInterest(relationship: Relationship, code: string, losses: Losses): { interest: Record<string, unknown>; annotations: Annotation[] } {
  const { share, indirect, properties } = relationship;
  const start = fullDate(relationship.start, 'startDate', 'earliest');
  const end = fullDate(relationship.end, 'endDate', 'latest');
  if (relationship.end === UNKNOWN_END) losses.add('unknown-end', `relationship ${relationship.id}`, 'that nobody knows whether it has ended', 'It is written without an end.');
  const details = detailsOf(relationship, code);
  const interest = {
    type: code,
    directOrIndirect: indirect ? 'indirect' : properties?.directOrIndirect === 'unknown' ? 'unknown' : 'direct',
    ...(typeof properties?.beneficialOwnershipOrControl === 'boolean' ? { beneficialOwnershipOrControl: properties.beneficialOwnershipOrControl } : {}),
    ...(details ? { details } : {}),
    ...(share === undefined ? {} : { share: shareFor(share, relationship) }),
    ...start.field,
    ...end.field,
  };
  return { interest, annotations: [...start.notes, ...end.notes] };
}

function shareFor(share: Share, { properties }: Relationship): Record<string, number> {
  if (typeof share === 'number') return { exact: share, minimum: share, maximum: share };
  return { [properties?.exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: share.min, [properties?.exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: share.max };
}

/** BODS wants whole days: the first of a period for a start, the last for an end, with a note of what it was. */
function fullDate(date: PartialDate | undefined, name: string, side: 'earliest' | 'latest'): { field: Record<string, string>; notes: Annotation[] } {
  const bounds = date === undefined ? undefined : boundsOf(date);
  if (!bounds || date === undefined) return { field: {}, notes: [] };
  const notes: Annotation[] = date.length === 10 ? [] : [{ statementPointerTarget: `/recordDetails/interests/0/${name}`, motivation: 'commenting', description: `${SAID.rounded}${date}` }];
  return { field: { [name]: isoOf(bounds[side]) }, notes };
}

/** The verb and the role that the code does not say already. */
function detailsOf({ type, role, label, properties }: Relationship, code: string): string | undefined {
  const reading = INTERESTS[code]!;
  const told = [type === reading.type ? undefined : relationshipTypes[type].verb, label === reading.label ? undefined : label, role === reading.role ? undefined : role, properties?.details];
  const texts = told.filter((text): text is string => typeof text === 'string' && text !== '');
  return texts.length === 0 ? undefined : [...new Set(texts)].join('; ');
}

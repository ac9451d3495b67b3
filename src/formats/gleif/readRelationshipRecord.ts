import type { Properties, Relationship } from '../../model';
import { shareOf } from '../words';
import type { DatasetBuilder } from '../builder';
import { at, listAt, textAt, type Node } from './node';
import { collect } from './readLeiRecord';
import { claimOf, dayIn } from './registry';

type Said = Pick<Relationship, 'type' | 'role' | 'label' | 'indirect'>;

/** How a type of relationship reads; those that run from the child to the parent are turned round, as the catalogue has them. */
const TYPES: Readonly<Record<string, { said: Said; turned: boolean }>> = {
  IS_DIRECTLY_CONSOLIDATED_BY: { said: { type: 'controls', role: 'direct accounting consolidation parent' }, turned: true },
  IS_ULTIMATELY_CONSOLIDATED_BY: {
    said: { type: 'controls', role: 'ultimate accounting consolidation parent', indirect: true }, turned: true,
  },
  IS_INTERNATIONAL_BRANCH_OF: { said: { type: 'controls', role: 'head office of an international branch' }, turned: true },
  IS_FUND_MANAGED_BY: { said: { type: 'operates', role: 'fund manager' }, turned: true },
  IS_SUBFUND_OF: { said: { type: 'linkedTo', label: 'is a sub-fund of' }, turned: false },
  IS_FEEDER_TO: { said: { type: 'linkedTo', label: 'is a feeder fund to' }, turned: false },
};

/**
 * Reads a relationship record: its ends, what it is, when it held, a percentage where it has one.
 * Undefined, reported, where an end is missing.
 */
export function readRelationshipRecord(record: Node, place: string, builder: DatasetBuilder): Omit<Relationship, 'id'> | undefined {
  const relationship = at(record, 'Relationship');
  const child = textAt(relationship, 'StartNode', 'NodeID');
  const parent = textAt(relationship, 'EndNode', 'NodeID');
  if (child === undefined || parent === undefined) {
    builder.warn(
      'missing-end', place, 'This record names only one end of a relationship, or none; it was not read.', 'Correct or remove it.',
    );
    return undefined;
  }
  const raw = textAt(relationship, 'RelationshipType') ?? '';
  const known = Object.hasOwn(TYPES, raw.replaceAll('-', '_')) ? TYPES[raw.replaceAll('-', '_')]! : undefined;
  if (!known)
    builder.warn(
      'unknown-type', place, `"${raw}" is no type of relationship of RR-CDF 2.1; it was read as a “linked to” with its own words.`,
      'Nothing need be done if a later version has it.', raw,
    );
  const { said, turned } = known ?? {
    said: { type: 'linkedTo' as const, label: raw.toLowerCase().replaceAll(/[_-]/g, ' ') || 'is linked to' }, turned: false,
  };
  const registration = at(record, 'Registration');
  const share = shareIn(relationship, place, builder);
  const { dates, properties } = periodsOf(relationship, registration, place, builder);
  return {
    ...said,
    ...(share === undefined ? {} : { type: said.type === 'controls' ? ('owns' as const) : said.type, share }),
    from: turned ? parent : child,
    to: turned ? child : parent,
    ...dates,
    claims: [claimOf(registration, `relationship record ${child} ${raw} ${parent}`, builder)],
    properties: { RelationshipType: raw, ...properties, ...keptOf(relationship!, registration, builder) },
  };
}

/** The percentage of a quantifier. */
function shareIn(relationship: Node | undefined, place: string, builder: DatasetBuilder): Relationship['share'] {
  for (const quantifier of listAt(relationship, 'RelationshipQuantifiers', 'RelationshipQuantifier')) {
    const text = textAt(quantifier, 'QuantifierAmount');
    if (text === undefined || !/^PERCENT/.test(textAt(quantifier, 'QuantifierUnits') ?? 'PERCENTAGE')) continue;
    const share = shareOf(text);
    if (share !== undefined) return share;
    builder.warn(
      'bad-share', place, 'The amount of a quantifier is no share between 0 and 100; it was kept as a property.', 'Write per cent.', text,
    );
  }
  return undefined;
}

/**
 * The period of the relationship itself; accounting and filing periods are properties.
 * An inactive relationship without an end ended, at the latest, when its record was last updated.
 */
function periodsOf(
  relationship: Node | undefined, registration: Node | undefined, place: string, builder: DatasetBuilder,
): { dates: Pick<Relationship, 'start' | 'end'>; properties: Properties } {
  const dates: Pick<Relationship, 'start' | 'end'> = {};
  const properties: Properties = {};
  for (const period of listAt(relationship, 'RelationshipPeriods', 'RelationshipPeriod')) {
    const [start, end] = [textAt(period, 'StartDate'), textAt(period, 'EndDate')];
    const kind = textAt(period, 'PeriodType') ?? 'RELATIONSHIP_PERIOD';
    const from = dayIn(start, 'StartDate', place, builder);
    const until = dayIn(end, 'EndDate', place, builder);
    const own = kind === 'RELATIONSHIP_PERIOD' && dates.start === undefined && dates.end === undefined;
    if (own && from) dates.start = from;
    if (own && until) dates.end = until;
    if (!own || (start !== undefined && !from) || (end !== undefined && !until)) {
      properties[kind] = `${start ?? '..'}/${end ?? '..'}`;
      builder.keep(kind);
    }
  }
  if (textAt(relationship, 'RelationshipStatus') === 'INACTIVE' && dates.end === undefined) {
    dates.end = dayIn(textAt(registration, 'LastUpdateDate'), 'LastUpdateDate', place, builder) ?? '..';
    properties.endIsLastUpdate = true;
  }
  return { dates, properties };
}

const READ: ReadonlySet<string> = new Set(['StartNode', 'EndNode', 'RelationshipType', 'RelationshipPeriods']);

function keptOf(relationship: Node, registration: Node | undefined, builder: DatasetBuilder): Properties {
  const kept = new Map<string, string | string[]>();
  collect(relationship, kept, (name) => !READ.has(name.split('.')[0]!));
  if (registration !== undefined) collect({ Registration: registration }, kept, () => true);
  for (const name of new Set([...kept.keys()].map((key) => key.split('.')[0]!))) builder.keep(name);
  return Object.fromEntries(kept);
}

import { relationshipTypes, type Relationship } from '../../model';
import { shareOf } from '../words';
import type { DatasetBuilder } from '../builder';
import { claimsOf } from './claims';
import type { RawEntities, RawEntity } from './rawEntity';
import { type LinkReading, markOf } from './schemaTypes';
import { UnusedValues } from './unusedValues';

/** The most relationships that one link with several ends on each side becomes. */
const MOST_ENDS = 1000;

/** Reads a link that has both its ends: a relationship for every pair of them. Undefined where an end is missing. */
export function readLink(raw: RawEntity, reading: LinkReading, builder: DatasetBuilder): Relationship[] | undefined {
  const left = new UnusedValues(raw, builder);
  const from = left.take(reading.from);
  const to = left.take(reading.to);
  if (from.length === 0 || to.length === 0) return undefined;
  const said = whatIsSaid(raw, reading, left, builder);
  const pairs = pairsOf(from, to);
  if (pairs.length < from.length * to.length)
    builder.warn(
      'too-many-ends', raw.at, `“${raw.id}” ties ${from.length} to ${to.length} entities; the first ${MOST_ENDS} pairs were read.`,
      'Split it.', raw.id,
    );
  return pairs.map(([a, b], i) => ({ id: pairs.length === 1 ? raw.id : `${raw.id}-${i + 1}`, from: a, to: b, ...said }));
}

function pairsOf(from: readonly string[], to: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (const a of from) for (const b of to) if (pairs.length < MOST_ENDS) pairs.push([a, b]);
  return pairs;
}

type Said = Omit<Relationship, 'id' | 'from' | 'to'>;

function whatIsSaid(raw: RawEntity, { type, label }: LinkReading, left: UnusedValues, builder: DatasetBuilder): Said {
  const mark = markOf(type, raw.schema);
  const role = takeRole(left, mark);
  const start = left.takeDate('startDate');
  const end = left.takeDate('endDate');
  const on = start === undefined && end === undefined ? left.takeDate('date') : undefined;
  const claims = claimsOf(left, builder);
  return {
    type,
    ...(start ?? on ? { start: start ?? on } : {}),
    ...(end ?? on ? { end: end ?? on } : {}),
    ...takeShare(raw, left, builder),
    ...takeAmount(left),
    ...(role ? { role } : {}),
    ...(label ? { label } : {}),
    claims,
    ...left.asProperties(raw.schema === schemaWritten(type) ? {} : { schema: raw.schema }),
  };
}

function schemaWritten(type: Relationship['type']): string {
  return relationshipTypes[type].ftm.schema;
}

/** The roles but for the mark that told the type; a kinship or acquaintance counts as one. */
function takeRole(left: UnusedValues, mark: string | undefined): string | undefined {
  const roles = [...left.take('role'), ...left.take('relationship')].filter((role) => role !== mark && role.trim() !== '');
  return roles.length === 0 ? undefined : roles.join('; ');
}

function takeShare(raw: RawEntity, left: UnusedValues, builder: DatasetBuilder): Pick<Relationship, 'share' | 'indirect'> {
  const indirect = left.see('ownershipType').find((text) => /^indirect\b/i.test(text));
  if (indirect === 'indirect') left.takeOne('ownershipType', indirect);
  const flag = indirect === undefined ? {} : { indirect: true };
  for (const text of left.see('percentage')) {
    const share = shareOf(text);
    if (share === undefined) {
      builder.warn(
        'bad-share', raw.at, `The percentage of “${raw.id}” is no share between 0 and 100; it was kept as a property.`,
        'Write per cent: 75, or 25-50.', text,
      );
      continue;
    }
    left.takeOne('percentage', text);
    return { share, ...flag };
  }
  return flag;
}

/**
 * A sum with its currency, of an ownership the value of its shares; in euros or dollars where the file gives only those.
 * The plain figures stay when there are others.
 */
function takeAmount(left: UnusedValues): Pick<Relationship, 'amount'> {
  for (const [property, unit] of [
    ['amount', 'currency'], ['sharesValue', 'sharesCurrency'], ['amountEur', 'EUR'], ['amountUsd', 'USD'],
  ] as const) {
    const [text] = left.see(property);
    const currency = unit.length === 3 ? unit : left.see(unit)[0]?.toUpperCase();
    const value = text === undefined || text.trim() === '' ? NaN : Number(text.replaceAll(',', ''));
    if (!Number.isFinite(value) || currency === undefined || !/^[A-Z]{3}$/.test(currency)) continue;
    left.takeOne(property, text!);
    if (unit.length > 3) left.takeOne(unit, left.see(unit)[0]!);
    return { amount: { value, currency } };
  }
  return {};
}

/**
 * How a link of a schema that this version does not know is read: two of its properties hold ids of entities of the file,
 * and the schema's name is the verb. Undefined where it is no link.
 */
export function readUnknownLink(raw: RawEntity, raws: RawEntities): LinkReading | undefined {
  const ends = [...raw.values]
    .filter(([, values]) => values.every((value) => value !== raw.id && raws.byId.has(value)))
    .map(([name]) => name);
  if (ends.length !== 2 || raw.values.has('name')) return undefined;
  const words = raw.schema.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return { from: ends[0]!, to: ends[1]!, type: 'linkedTo', label: `is tied by ${words} to` };
}

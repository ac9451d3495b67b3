import { z } from 'zod';
import { citedSources, entity, relationship, source, withOrigins, type Claim, type Properties, type Source } from '../../model';
import { endOfValue } from '../records/endOfValue';
import type { DatasetBuilder } from '../builder';
import { asObject } from '../records';
import type { ColumnValue } from './graphColumns';
import { wellFormedValue } from '../text';

/** The name of the field in which our own writers carry through other tools what these have no field for, as JSON. */
export const ROUND_TRIP_FIELD = 'throughline';
/** The longest such field that is read, in characters (1 Mi). */
const LONGEST = 1024 * 1024;
/** How deep its JSON may nest; what is written nests five deep. */
const DEEPEST = 12;

const roundTripEntity = entity
  .pick({ name: true, shortName: true, aliases: true, identifiers: true, summary: true, claims: true, properties: true })
  .partial()
  .strip();
const roundTripRelationship = relationship
  .pick({ share: true, role: true, label: true, indirect: true, amount: true, claims: true, properties: true })
  .partial()
  .strip();
const cited = z.array(source);

type RoundTripEntity = z.infer<typeof roundTripEntity>;
type RoundTripRelationship = z.infer<typeof roundTripRelationship>;

/**
 * The field for a record: what is given, and the sources behind its claims, each whole, so that a record may be taken out alone.
 * Undefined where there is nothing to carry.
 */
export function roundTripText(record: RoundTripEntity | RoundTripRelationship, sources: ReadonlyMap<string, Source>): string | undefined {
  const told = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
  if (Object.keys(told).length === 0) return undefined;
  const ids = withOrigins(citedSources([record]), (id) => sources.get(id));
  const found = [...ids].flatMap((id) => sources.get(id) ?? []);
  const text = JSON.stringify({ ...told, ...(found.length > 0 ? { sources: found } : {}) });
  // XML has no place for these two, JSON has.
  return text.replace(/[\ufffe\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16)}`);
}

/** What such a field of an entity carries; undefined, reported, where it is not as it was written. */
export function readRoundTripEntity(text: string, at: string | number, builder: DatasetBuilder): RoundTripEntity | undefined {
  return read(text, roundTripEntity, at, builder);
}

/** What such a field of a relationship carries; undefined, reported, where it is not as it was written. */
export function readRoundTripRelationship(text: string, at: string | number, builder: DatasetBuilder): RoundTripRelationship | undefined {
  return read(text, roundTripRelationship, at, builder);
}

function read<T extends { claims?: Claim[] | undefined }>(
  text: string, schema: z.ZodType<T>, at: string | number, builder: DatasetBuilder,
): T | undefined {
  const raw = text.length > LONGEST ? undefined : parsed(text);
  const record = schema.safeParse(raw);
  const sources = cited.safeParse(raw?.sources ?? []);
  const ids = new Set(sources.data?.map((s) => s.id));
  if (!raw || !record.success || !sources.success || record.data.claims?.some((c) => !ids.has(c.source))) {
    builder.warn(
      'bad-carried-field',
      at,
      `The field “${ROUND_TRIP_FIELD}” does not hold what Throughline writes there, or more than ${LONGEST} characters; `
      + `it was kept as a property.`,
      'Export the file again.',
      text,
    );
    return undefined;
  }
  const named = new Map(sources.data.map((s) => [s.id, builder.source(`${ROUND_TRIP_FIELD} ${JSON.stringify(s)}`, () => s)]));
  for (const { id, derivedFrom } of sources.data)
    if (derivedFrom) builder.derive(named.get(id)!, derivedFrom.flatMap((origin) => named.get(origin) ?? []));
  return record.data.claims
    ? { ...record.data, claims: record.data.claims.map((c) => ({ ...c, source: named.get(c.source)! })) }
    : record.data;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof endOfValue(text, 0, DEEPEST) !== 'number') return undefined;
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => (key === '__proto__' ? undefined : inner));
    return asObject(wellFormedValue(value).value);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return undefined;
  }
}

/** Columns of a record, of which those with names that a format keeps for something else are carried with what has no column. */
export function withoutReservedColumns(values: ReadonlyMap<string, ColumnValue>, kept: ReadonlySet<string>): Map<string, ColumnValue> {
  const clashing = [...values].filter(([name]) => kept.has(name));
  if (clashing.length === 0) return new Map(values);
  const carried = JSON.parse(String(values.get(ROUND_TRIP_FIELD) ?? '{}')) as { properties?: Properties };
  const properties = { ...carried.properties, ...Object.fromEntries(clashing) };
  return new Map<string, ColumnValue>([
    ...[...values].filter(([name]) => !kept.has(name) && name !== ROUND_TRIP_FIELD),
    [ROUND_TRIP_FIELD, JSON.stringify({ ...carried, properties })],
  ]);
}

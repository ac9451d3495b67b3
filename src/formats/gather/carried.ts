import { z } from 'zod';
import { entity, relationship, source, type Claim, type Source } from '../../model';
import { endOfValue } from './endOfValue';
import type { Gathering } from './gathering';
import { asObject } from './json';
import { wellFormedValue } from './wellFormed';

/** The name of the field in which our own writers carry through other tools what these have no field for, as JSON. */
export const CARRIED = 'throughline';
/** The longest such field that is read, in characters (1 Mi). */
export const LONGEST_CARRIED = 1024 * 1024;
/** How deep its JSON may nest; what is written nests five deep. */
const DEEPEST_CARRIED = 12;

const carriedEntity = entity.pick({ name: true, shortName: true, aliases: true, identifiers: true, summary: true, claims: true, properties: true }).partial().strip();
const carriedRelationship = relationship.pick({ share: true, role: true, label: true, indirect: true, amount: true, claims: true, properties: true }).partial().strip();
const cited = z.array(source);

export type CarriedEntity = z.infer<typeof carriedEntity>;
export type CarriedRelationship = z.infer<typeof carriedRelationship>;

/** The field for a record: what is given, and the sources that its claims cite, each whole, so that a record may be taken out alone. Undefined where there is nothing to carry. */
export function carriedText(record: CarriedEntity | CarriedRelationship, sources: ReadonlyMap<string, Source>): string | undefined {
  const told = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
  if (Object.keys(told).length === 0) return undefined;
  const ids = new Set((record.claims ?? []).map((c) => c.source));
  const found = [...ids].flatMap((id) => sources.get(id) ?? []);
  const text = JSON.stringify({ ...told, ...(found.length > 0 ? { sources: found } : {}) });
  // XML has no place for these two, JSON has.
  return text.replace(/[\ufffe\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16)}`);
}

/** What such a field of an entity carries; undefined, reported, where it is not as it was written. */
export function readCarriedEntity(text: string, at: string | number, gathering: Gathering): CarriedEntity | undefined {
  return read(text, carriedEntity, at, gathering);
}

/** What such a field of a relationship carries; undefined, reported, where it is not as it was written. */
export function readCarriedRelationship(text: string, at: string | number, gathering: Gathering): CarriedRelationship | undefined {
  return read(text, carriedRelationship, at, gathering);
}

function read<T extends { claims?: Claim[] | undefined }>(text: string, schema: z.ZodType<T>, at: string | number, gathering: Gathering): T | undefined {
  const raw = text.length > LONGEST_CARRIED ? undefined : parsed(text);
  const record = schema.safeParse(raw);
  const sources = cited.safeParse(raw?.sources ?? []);
  const ids = new Set(sources.data?.map((s) => s.id));
  if (!raw || !record.success || !sources.success || record.data.claims?.some((c) => !ids.has(c.source))) {
    gathering.warn('bad-carried-field', at, `The field “${CARRIED}” does not hold what Throughline writes there, or more than ${LONGEST_CARRIED} characters; it was kept as a property.`, 'Export the file again.', text);
    return undefined;
  }
  const named = new Map(sources.data.map((s) => [s.id, gathering.source(`${CARRIED} ${JSON.stringify(s)}`, () => s)]));
  return record.data.claims ? { ...record.data, claims: record.data.claims.map((c) => ({ ...c, source: named.get(c.source)! })) } : record.data;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof endOfValue(text, 0, DEEPEST_CARRIED) !== 'number') return undefined;
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => (key === '__proto__' ? undefined : inner));
    return asObject(wellFormedValue(value).value);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return undefined;
  }
}

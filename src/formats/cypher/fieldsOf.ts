import {
  relationshipType, shareBounds, UNKNOWN_END,
  type Claim, type Entity, type Properties, type Relationship, type Source, type Status,
} from '../../model';
import type { Losses } from '../output';
import { safeName, type CypherValue } from './cypherText';

export type CypherFields = Map<string, CypherValue>;

const KEEP = 'Keep a copy as a Throughline dataset.';

/** The properties of a node for an entity. */
export function fieldsOfEntity(entity: Entity, losses: Losses): CypherFields {
  const at = `entity ${entity.id}`;
  const { id, name, shortName, aliases, jurisdiction, identifiers, summary, claims, properties } = entity;
  const fields = fieldsFrom({
    id, name, shortName, aliases, jurisdiction, summary, ...datesOf(entity),
    identifiers: identifiers?.map(({ scheme, value }) => `${scheme}: ${value}`),
  });
  addClaims(fields, claims ?? [], at, losses);
  addProperties(fields, properties, at, losses);
  return fields;
}

/** The properties of a relationship, whose type says the verb. */
export function fieldsOfRelationship(r: Relationship, status: Status, at: string, losses: Losses): CypherFields {
  const bounds = r.share === undefined ? undefined : shareBounds(r.share);
  const undirected = !relationshipType(r.type).directed || r.properties?.undirected === true;
  const fields = fieldsFrom({
    id: r.id,
    status,
    verb: r.label ?? relationshipType(r.type).verb,
    family: relationshipType(r.type).family,
    ...datesOf(r),
    share: typeof r.share === 'number' ? r.share : undefined,
    shareMin: bounds?.min,
    shareMax: bounds?.max,
    indirect: r.indirect,
    role: r.role,
    amount: r.amount?.value,
    currency: r.amount?.currency,
    amountIsCeiling: r.amount?.ceiling,
    undirected: undirected || undefined,
  });
  if (undirected)
    losses.add(
      'direction-without-meaning', at, 'that it has no direction: every relationship has one there; those have the property “undirected”',
      'Match it without an arrow: (a)-[r]-(b).',
    );
  addClaims(fields, r.claims, at, losses);
  addProperties(fields, r.properties, at, losses);
  return fields;
}

export function fieldsOfSource(source: Source): CypherFields {
  const { file, ...rest } = source;
  return fieldsFrom({ ...rest, fileName: file?.name, fileType: file?.mediaType, fileBytes: file?.bytes, fileHash: file?.sha256 });
}

function fieldsFrom(values: Readonly<Record<string, CypherValue | undefined>>): CypherFields {
  return new Map(
    Object.entries(values).filter(
      (entry): entry is [string, CypherValue] => entry[1] !== undefined && !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  );
}

/** Dates are partial, so that they stay texts; they sort as they should. That nobody knows the end has a property of its own. */
function datesOf({ start, end }: Pick<Relationship, 'start' | 'end'>): Record<string, CypherValue | undefined> {
  return end === UNKNOWN_END ? { start, endUnknown: true } : { start, end };
}

/** Claims as lists side by side: the first source is that of the first stance, and so on. */
function addClaims(fields: CypherFields, claims: readonly Claim[], at: string, losses: Losses): void {
  if (claims.length === 0) return;
  fields.set('sources', claims.map((c) => c.source));
  fields.set('stances', claims.map((c) => c.stance));
  if (claims.some((c) => c.statement !== undefined)) fields.set('statements', claims.map((c) => c.statement ?? ''));
  if (claims.some((c) => c.quote !== undefined)) fields.set('quotes', claims.map((c) => c.quote ?? ''));
  if (claims.some((c) => c.locator !== undefined)) fields.set('locators', claims.map((c) => c.locator ?? ''));
  if (claims.some((c) => c.made !== undefined || c.credibility !== undefined || c.checked !== undefined))
    losses.add('lost-claims', at, 'when a claim was made or checked, or its credibility', KEEP);
}

/** Properties of their own name where that is free and safe. Nothing is null there, and lists hold values of one kind. */
function addProperties(fields: CypherFields, properties: Properties | undefined, at: string, losses: Losses): void {
  for (const [name, raw] of Object.entries(properties ?? {})) {
    if (raw === null || (name === 'undirected' && raw === true)) continue;
    const base = safeName(name);
    let free = fields.has(base) || RESERVED.has(base) ? `property ${base}` : base;
    for (let n = 2; fields.has(free); n += 1) free = `property ${base} ${n}`;
    if (free !== name)
      losses.add('changed-name', at, 'a property whose name is taken or not allowed there; it was changed', 'Nothing need be done.');
    const value = Array.isArray(raw) ? listOf(raw, at, losses) : raw;
    if (value !== undefined) fields.set(free, value);
  }
}

/**
 * Names that only the model's own fields may have, whether this record has them or not: a property “status” must not pass for the status.
 */
const RESERVED: ReadonlySet<string> = new Set([
  'id', 'name', 'shortName', 'aliases', 'jurisdiction', 'identifiers', 'summary', 'start', 'end', 'endUnknown', 'sources', 'stances',
  'statements', 'quotes', 'locators', 'status', 'verb', 'family', 'share', 'shareMin', 'shareMax', 'indirect', 'role', 'amount', 'currency',
  'amountIsCeiling', 'undirected',
]);

function listOf(raw: readonly (string | number | boolean | null)[], at: string, losses: Losses): CypherValue | undefined {
  const items = raw.filter((one) => one !== null);
  if (items.length < raw.length) losses.add('lost-nulls', at, 'empty places in a list', KEEP);
  if (items.length === 0) return undefined;
  const kinds = new Set(items.map((one) => typeof one));
  if (kinds.size === 1) return items as string[];
  losses.add('mixed-list', at, 'a list of values of several kinds; they are texts', KEEP);
  return items.map(String);
}

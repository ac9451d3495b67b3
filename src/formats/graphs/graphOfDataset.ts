import {
  boundsOf, citedSources, isoOf, relationshipType, shareBounds, statusOf, UNKNOWN_END,
  withOrigins,
  type Dataset, type Entity, type Properties, type Relationship, type Source,
} from '../../model';
import { ROUND_TRIP_FIELD, roundTripText } from './roundTripField';
import { EDGE_COLUMNS, NODE_COLUMNS, propertyColumns, splitProperties, survives, type ColumnType, type ColumnValue } from './graphColumns';
import { isRole, shareAsText, shareOf } from '../words';
import type { GraphEdge } from './graphRecord';
import { labelOnLine } from './readGraphEdge';
import type { Losses } from '../output';

/** Days of an interval as graph tools take them, YYYY-MM-DD; what is open is left out. */
export interface Days {
  readonly start?: string;
  readonly end?: string;
}

export interface WrittenNode {
  readonly entity: Entity;
  readonly label: string;
  readonly values: ReadonlyMap<string, ColumnValue>;
  readonly days: Days;
}

export interface WrittenEdge {
  readonly relationship: Relationship;
  readonly label: string;
  readonly direction: GraphEdge['direction'];
  readonly values: ReadonlyMap<string, ColumnValue>;
  readonly days: Days;
}

/** A dataset as nodes and edges with columns, in its own order. */
export interface GraphOfDataset {
  readonly nodeColumns: ReadonlyMap<string, ColumnType>;
  readonly edgeColumns: ReadonlyMap<string, ColumnType>;
  readonly nodes: readonly WrittenNode[];
  readonly edges: readonly WrittenEdge[];
}

/** Properties that the format itself holds, and so need no column; `direction` is what an edge is written with. */
type HeldByFormat = (name: string, value: Properties[string], of: 'node' | 'edge', direction?: GraphEdge['direction']) => boolean;

/**
 * A dataset as general graph tools take it: what they understand as columns with stable names (`NODE_COLUMNS`,
 * `EDGE_COLUMNS`, the properties), everything else as JSON in the column `throughline`, so that `GraphReader` gives the
 * same records back. What is denied is left out and counted: an edge elsewhere would read as a fact.
 */
export function graphOfDataset(dataset: Dataset, losses: Losses, heldByFormat: HeldByFormat): GraphOfDataset {
  const sources = new Map(dataset.sources.map((s) => [s.id, s]));
  const nodeProperties = propertyColumns(dataset.entities);
  const edgeProperties = propertyColumns(dataset.relationships);
  const nodes = dataset.entities.map((entity) => writtenNode(entity, nodeProperties, sources, heldByFormat));
  const edges = dataset.relationships.flatMap((r) => writtenEdge(r, edgeProperties, sources, losses, heldByFormat) ?? []);
  countUncited(dataset, losses);
  return {
    nodeColumns: used({ ...NODE_COLUMNS }, nodeProperties, nodes), edgeColumns: used({ ...EDGE_COLUMNS }, edgeProperties, edges), nodes,
    edges,
  };
}

function writtenNode(
  entity: Entity, columns: ReadonlyMap<string, ColumnType>, sources: ReadonlyMap<string, Source>, heldByFormat: HeldByFormat,
): WrittenNode {
  const { name, shortName, aliases, identifiers, summary, claims } = entity;
  const { shown, rest } = split(entity, columns, 'node', heldByFormat);
  const carried = roundTripText(
    {
      ...(survives(name) ? {} : { name }),
      ...(summary === undefined || survives(summary) ? {} : { summary }),
      ...(shortName === undefined ? {} : { shortName }),
      ...(aliases?.length ? { aliases } : {}),
      ...(identifiers?.length ? { identifiers } : {}),
      ...(claims?.length ? { claims } : {}),
      ...rest,
    },
    sources,
  );
  const values = valuesOf(
    { type: entity.type, jurisdiction: entity.jurisdiction, startDate: entity.start, endDate: entity.end, summary }, shown, carried,
  );
  return { entity, label: name, values, days: daysOf(entity) };
}

function writtenEdge(
  r: Relationship, columns: ReadonlyMap<string, ColumnType>, sources: ReadonlyMap<string, Source>, losses: Losses,
  heldByFormat: HeldByFormat,
): WrittenEdge | undefined {
  const status = statusOf(r.claims, (id) => sources.get(id));
  if (status === 'denied') {
    losses.add(
      'lost-denied', `relationship ${r.id}`, 'a relationship that its sources deny; elsewhere it would read as a fact, so it was left out',
      'Keep a copy as a Throughline dataset.',
    );
    return undefined;
  }
  const { shown, rest } = split(r, columns, 'edge', heldByFormat);
  const share = r.share === undefined ? undefined : shareAsText(r.share);
  const carried = roundTripText({ ...carriedOf(r), claims: r.claims, ...rest }, sources);
  const bounds = r.share === undefined ? undefined : shareBounds(r.share);
  const cited = [...new Set(r.claims.map((c) => sources.get(c.source)).flatMap((s) => (s ? [`${s.title} (${s.publisher})`] : [])))].join(
    '; ',
  );
  const values = valuesOf(
    {
      type: r.type, family: relationshipType(r.type).family, status, share, shareMin: bounds?.min, shareMax: bounds?.max, role: r.role,
      startDate: r.start, endDate: r.end, sources: cited || undefined,
    },
    shown,
    carried,
  );
  return { relationship: r, label: labelOnLine(r.type, r.label, status), direction: directionOf(r), values, days: daysOf(r) };
}

/** What no column holds as it is. */
function carriedOf({ role, share, label, indirect, amount }: Relationship): Partial<Relationship> {
  const plainShare = share === undefined || JSON.stringify(shareOf(shareAsText(share))) === JSON.stringify(share);
  return {
    ...(plainShare ? {} : { share }),
    ...(role === undefined || (survives(role) && isRole(role)) ? {} : { role }),
    ...(label === undefined ? {} : { label }),
    ...(indirect === undefined ? {} : { indirect }),
    ...(amount === undefined ? {} : { amount }),
  };
}

function split(
  record: Entity | Relationship, columns: ReadonlyMap<string, ColumnType>, of: 'node' | 'edge', heldByFormat: HeldByFormat,
): { shown: Map<string, ColumnValue>; rest: { properties?: Properties } } {
  const direction = 'from' in record ? directionOf(record) : undefined;
  const own = Object.entries(record.properties ?? {}).filter(
    ([name, value]) => !heldByFormat(name, value, of, direction) && !(name === 'undirected' && isToldByDirection(record)),
  );
  const { shown, rest } = splitProperties(Object.fromEntries(own), columns);
  return { shown, rest: Object.keys(rest).length > 0 ? { properties: rest } : {} };
}

/** Whether the reading of an edge without direction gives the property again. */
function isToldByDirection(record: Entity | Relationship): boolean {
  return 'from' in record && relationshipType(record.type).directed && record.properties?.undirected === true;
}

function directionOf({ type, properties }: Relationship): GraphEdge['direction'] {
  if (!relationshipType(type).directed) return 'undirected';
  if (properties?.undirected !== true) return 'directed';
  return properties.mutual === true ? 'mutual' : 'undirected';
}

function valuesOf(
  own: Readonly<Record<string, ColumnValue | undefined>>, shown: ReadonlyMap<string, ColumnValue>, carried: string | undefined,
): Map<string, ColumnValue> {
  const values = new Map<string, ColumnValue>();
  for (const [name, value] of Object.entries(own)) if (value !== undefined) values.set(name, value);
  for (const [name, value] of shown) if (value !== '') values.set(name, value);
  if (carried !== undefined) values.set(ROUND_TRIP_FIELD, carried);
  return values;
}

/** Only the columns that some record has a value in. */
function used(
  own: Readonly<Record<string, ColumnType>>, properties: ReadonlyMap<string, ColumnType>,
  records: readonly { values: ReadonlyMap<string, ColumnValue> }[],
): Map<string, ColumnType> {
  const found = new Set<string>();
  for (const { values } of records) for (const name of values.keys()) found.add(name);
  return new Map<string, ColumnType>(
    [...Object.entries(own), ...properties, [ROUND_TRIP_FIELD, 'string'] as const].filter(([name]) => found.has(name)),
  );
}

/** A year begins on its first day and ends on its last; an interval that ends before it begins has none. */
function daysOf({ start, end }: Pick<Relationship, 'start' | 'end'>): Days {
  const from = start === undefined ? undefined : boundsOf(start)?.earliest;
  const until = end === undefined || end === UNKNOWN_END ? undefined : boundsOf(end)?.latest;
  if (from !== undefined && until !== undefined && from > until) return {};
  return { ...(from === undefined ? {} : { start: isoOf(from) }), ...(until === undefined ? {} : { end: isoOf(until) }) };
}

function countUncited({ sources, entities, relationships }: Dataset, losses: Losses): void {
  const byId = new Map(sources.map((s) => [s.id, s]));
  const cited = withOrigins(citedSources([...entities, ...relationships]), (id) => byId.get(id));
  for (const { id } of sources)
    if (!cited.has(id)) losses.add('lost-uncited', `source ${id}`, 'a source that nothing cites', 'Keep a copy as a Throughline dataset.');
}

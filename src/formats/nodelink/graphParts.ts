import type { Position, Properties } from '../../model';
import { asList, asObject, asText, type Json } from '../records';
import { type DatasetBuilder, flattened, positionOf } from '../builder';
import type { Fields } from '../words';
import type { GraphEdge, GraphNode } from '../graphs';

/** What stands beside the attributes of a node or an edge. */
const FRAME_OF_NODE: ReadonlySet<string> = new Set(['id', 'key', 'attributes', 'properties', 'labels']);
const FRAME_OF_EDGE: ReadonlySet<string> = new Set([
  'id', 'key', 'attributes', 'properties', 'source', 'target', 'from', 'to', 'start', 'end', 'undirected', 'directed',
]);
/** What D3 writes into nodes and links while it lays them out. */
const SIMULATION: ReadonlySet<string> = new Set(['index', 'vx', 'vy', 'fx', 'fy']);

/** A node of a file, and where it is drawn. */
interface NodeRead {
  readonly node: GraphNode;
  readonly position: Position | undefined;
}

/** The node that a value is; one without an id has its name as one. Undefined, reported, where it is no object. */
export function nodeIn(value: unknown, at: string, builder: DatasetBuilder): NodeRead | undefined {
  const json = asObject(value);
  if (!json) return refused(value, at, 'node', builder);
  const apoc = json.type === 'node';
  const fields = fieldsOf(json, apoc ? new Set([...FRAME_OF_NODE, 'type']) : FRAME_OF_NODE, at, builder);
  const labels = asList(json.labels).flatMap((one) => asText(one) ?? []);
  if (labels.length > 0) fields.set('labels', labels.join(':'));
  else if (json.labels !== undefined) for (const [name, inner] of flattened('labels', json.labels)) fields.set(name, inner);
  const position = takePosition(fields, json.attributes !== undefined);
  const label = asText(fields.get('label'));
  const id = idIn(json.id) ?? idIn(json.key) ?? idIn(fields.get('name')) ?? label;
  if (id === undefined)
    builder.warn('no-id', at, 'This node has no id and no name, so that no edge leads to it by name.', 'Give it an id.');
  return { node: { id: id ?? '', label, fields, at }, position };
}

/** An edge of a file, whose ends are still as it names them. */
export interface EdgeRead {
  readonly edge: Omit<GraphEdge, 'source' | 'target' | 'direction'>;
  readonly ends: readonly [unknown, unknown];
  /** What the edge itself says of its direction. */
  readonly undirected: boolean | undefined;
}

/** The edge that a value is; undefined, reported, where it is none. */
export function edgeIn(value: unknown, at: string, builder: DatasetBuilder): EdgeRead | undefined {
  const json = asObject(value);
  if (!json) return refused(value, at, 'edge', builder);
  const apoc = json.type === 'relationship';
  const ends = [json.source ?? json.from ?? json.start, json.target ?? json.to ?? json.end] as const;
  if (ends.some((end) => end === undefined || end === null)) {
    builder.warn(
      'missing-end',
      at,
      'This edge names only one end, or none; it was not read.',
      'Give it a source and a target.',
      JSON.stringify(value),
    );
    builder.miss('edges without an end');
    return undefined;
  }
  // Fields called start and end are dates where source and target name the ends.
  const frame = new Set([...FRAME_OF_EDGE].filter((name) => (name !== 'start' && name !== 'end') || json.source === undefined));
  if (apoc) for (const name of ['type', 'label']) frame.add(name);
  const fields = fieldsOf(json, frame, at, builder);
  if (typeof json.key === 'string' && json.attributes === undefined) fields.set('key', json.key);
  const label = apoc ? spoken(asText(json.label)) : asText(fields.get('label'));
  const id = idIn(json.id) ?? (json.attributes === undefined ? undefined : idIn(json.key));
  const undirected =
    typeof json.undirected === 'boolean' ? json.undirected : typeof json.directed === 'boolean' ? !json.directed : apoc ? false : undefined;
  return { edge: { id, label, fields, at }, ends, undirected };
}

/** The id that an end names: itself, or that of the node that D3 put in its place. A number may be the place of a node in the list. */
export function endOf(end: unknown, ids: ReadonlySet<string>, inOrder: readonly string[]): string {
  const json = asObject(end);
  const id = json ? (idIn(json.id) ?? idIn(json.key) ?? idIn(json.name)) : idIn(end);
  if (typeof end === 'number' && !ids.has(id ?? '')) return inOrder[end] ?? String(end);
  return id ?? '';
}

function idIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : asText(value);
}

/** "OWNS_SHARES_IN" as it is said. */
function spoken(type: string | undefined): string | undefined {
  return type !== undefined && /^[A-Z][A-Z0-9_]*$/.test(type) ? type.toLowerCase().replaceAll('_', ' ') : type;
}

/** What a node or edge says, wherever it keeps it; nested values flattened. */
function fieldsOf(json: Json, frame: ReadonlySet<string>, at: string, builder: DatasetBuilder): Fields {
  const fields: Fields = new Map<string, Properties[string]>();
  const own = Object.entries(json).filter(([name]) => !frame.has(name));
  const entries = [...own, ...Object.entries(asObject(json.attributes) ?? {}), ...Object.entries(asObject(json.properties) ?? {})];
  for (const [name, value] of entries) {
    if (SIMULATION.has(name) && typeof value !== 'string') continue;
    if (name === '__proto__') builder.warn('forbidden-field', at, 'A field called "__proto__" was left out.', 'Give it another name.');
    else for (const [flat, inner] of flattened(name, value)) fields.set(flat, inner);
  }
  return fields;
}

/** Where a node is drawn: x and y, or a pair called pos; of graphology y goes up. */
function takePosition(fields: Fields, isGraphology: boolean): Position | undefined {
  const pos = fields.get('pos');
  const [x, y] = Array.isArray(pos) && pos.length === 2 ? pos : [fields.get('x'), fields.get('y')];
  const position = positionOf(x, y);
  if (!position) return undefined;
  for (const name of ['x', 'y', 'pos']) fields.delete(name);
  return { x: position.x, y: isGraphology && position.y !== 0 ? -position.y : position.y };
}

function refused(value: unknown, at: string, what: string, builder: DatasetBuilder): undefined {
  builder.warn(
    'not-an-element',
    at,
    `This is no ${what}; it was not read.`,
    'Write an object with an id, or with a source and a target.',
    JSON.stringify(value)?.slice(0, 80),
  );
  return undefined;
}

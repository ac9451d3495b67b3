import type { Position, Properties } from '../../model';
import { asObject, asText, type Json } from '../records';
import { type DatasetBuilder, flattened, positionOf } from '../builder';
import type { Fields } from '../words';
import { edgeEnds, type GraphEdge, type GraphNode } from '../graphs';
import { takeName, takeTie } from '../graphs/cytoscapeTables';
import type { Group } from './elementsIn';

/** How an element stood in the view; none of it says anything of what it stands for. */
const STATE: ReadonlySet<string> = new Set([
  'group', 'data', 'position', 'classes', 'selected', 'selectable', 'locked', 'grabbable', 'grabbed', 'pannable', 'removed', 'scratch',
  'renderedPosition',
]);
type ReadElement =
  | { readonly kind: 'node'; readonly node: GraphNode; readonly position: Position | undefined }
  | { readonly kind: 'edge'; readonly edge: GraphEdge };

/**
 * The node or edge that an element is: of the list that it stands in, of the group that it names, else an edge where it has both ends.
 * Undefined, reported, where it is neither.
 */
export function readElement(value: unknown, at: string, listed: Group | undefined, builder: DatasetBuilder): ReadElement | undefined {
  const json = asObject(value);
  const data = asObject(json?.data);
  if (!json || !data) {
    builder.warn('not-an-element', at, 'This element has no data; it was not read.', 'Give it data with an id.', JSON.stringify(value));
    return undefined;
  }
  const group =
    listed
    ?? (json.group === 'edges' || json.group === 'nodes'
      ? json.group
      : data.source !== undefined && data.target !== undefined
        ? 'edges'
        : 'nodes');
  const fields = fieldsOf(json, data, at, builder);
  if (group === 'edges') return readEdge(data, fields, at, builder);
  return {
    kind: 'node', node: readNode(data, fields, at, builder), position: positionOf(asObject(json.position)?.x, asObject(json.position)?.y),
  };
}

function readNode(data: Json, fields: Fields, at: string, builder: DatasetBuilder): GraphNode {
  const name = takeName(fields);
  const own = idIn(data.id);
  if (own === undefined)
    builder.warn('no-id', at, 'This node has no id, so that no edge leads to it; its name stands for it.', 'Give it an id.', name);
  return { id: own ?? name ?? 'unnamed', label: name, fields, at };
}

function readEdge(data: Json, fields: Fields, at: string, builder: DatasetBuilder): ReadElement | undefined {
  const ends = edgeEnds(idIn(data.source), idIn(data.target), at, builder, 'Give it a source and a target.');
  if (!ends) return undefined;
  for (const field of ['source', 'target']) fields.delete(field);
  return { kind: 'edge', edge: { id: idIn(data.id), ...ends, ...takeTie(fields), fields, at } };
}

/** An id as it stands: blanks count, since ids that differ are of different elements. */
function idIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : asText(value);
}

/**
 * The data as fields, nested values flattened, without what Cytoscape adds to every element;
 * classes beside them, unless they are those that our own writer makes of the data.
 */
function fieldsOf(json: Json, data: Json, at: string, builder: DatasetBuilder): Fields {
  const fields: Fields = new Map<string, Properties[string]>();
  for (const [name, value] of Object.entries(data)) {
    if (name === 'id' || name === 'selected' || (name === 'SUID' && asText(value) !== undefined && asText(value) === asText(data.id)))
      continue;
    if (name === '__proto__') builder.warn('forbidden-field', at, 'A field called "__proto__" was left out.', 'Give it another name.');
    else for (const [flat, inner] of flattened(name, value)) fields.set(flat, inner);
  }
  const classes = classesOf(json.classes);
  const written = ['type', 'family', 'status'].flatMap((name) => (fields.has(name) ? [fields.get(name)] : []));
  if (classes.length > 0 && classes.join(' ') !== written.join(' ')) fields.set('classes', classes);
  if (json.removed === true) fields.set('removed', true);
  for (const key of Object.keys(json))
    if (!STATE.has(key)) builder.miss(key === 'style' || key === 'css' ? 'styles of elements' : `“${key.slice(0, 40)}” of elements`);
  return fields;
}

function classesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? value.split(/\s+/) : [];
  return [...new Set(list.map((one) => one.trim()).filter((one) => one !== ''))];
}

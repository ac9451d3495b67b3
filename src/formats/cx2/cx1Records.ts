import { asText, type Json } from '../records';
import { type DatasetBuilder, flattened } from '../builder';
import { type Fields, valueOfType } from '../words';
import { elementsOf, objectsOf, type CxDocument } from './aspects';
import type { CxEdge, CxNode, CxRecords } from './records';

const READ: ReadonlySet<string> = new Set([
  'numberVerification', 'metaData', 'networkAttributes', 'nodes', 'nodeAttributes', 'edges', 'edgeAttributes', 'cartesianLayout', 'status',
]);

/** Whether a document without a descriptor is of the first version of CX: its nodes have "@id". */
export function isCx1(document: CxDocument): boolean {
  if (document.version !== undefined) return false;
  return (
    document.aspects.has('numberVerification')
    || elementsOf(document, 'nodes').some(({ value }) => typeof value === 'object' && value !== null && '@id' in value)
  );
}

/** The records of a document of CX 1, whose attributes and positions stand in aspects of their own. */
export function cx1Records(document: CxDocument, builder: DatasetBuilder): CxRecords {
  const ofNodes = attributesBy(document, 'nodeAttributes', builder);
  const ofEdges = attributesBy(document, 'edgeAttributes', builder);
  const places = new Map(objectsOf(document, 'cartesianLayout', builder).map(({ json }) => [asText(json.node) ?? '', json]));
  const nodes = objectsOf(document, 'nodes', builder).map(({ json, at }): CxNode => {
    const id = asText(json['@id']) ?? '';
    const fields: Fields = new Map([...ownName(json.n), ...own('represents', json.r), ...(ofNodes.get(id) ?? [])]);
    return { id: id || (asText(json.n) ?? 'unnamed'), fields, x: places.get(id)?.x, y: places.get(id)?.y, at };
  });
  const edges = objectsOf(document, 'edges', builder).map(({ json, at }): CxEdge => {
    const id = asText(json['@id']);
    return {
      id, source: asText(json.s), target: asText(json.t),
      fields: new Map([...own('interaction', json.i), ...(ofEdges.get(id ?? '') ?? [])]), at,
    };
  });
  const network: Fields = new Map(
    objectsOf(document, 'networkAttributes', builder).flatMap(({ json }) =>
      typeof json.v === 'string' && json.v !== '' && asText(json.n) ? [[asText(json.n)!, json.v] as const] : [],
    ),
  );
  return { nodes, edges, network, read: READ };
}

/** A name of blanks alone is one too, so that it is told. */
function ownName(value: unknown): [string, string][] {
  return typeof value === 'string' && value !== '' ? [['name', value]] : own('name', value);
}

function own(name: string, value: unknown): [string, string][] {
  const text = asText(value);
  return text === undefined ? [] : [[name, text]];
}

/** Attributes by the id of their owner, in CX 1 one or several; values are texts with the name of their type. */
function attributesBy(document: CxDocument, aspect: string, builder: DatasetBuilder): Map<string, Fields> {
  const found = new Map<string, Fields>();
  for (const { json, at } of objectsOf(document, aspect, builder)) {
    const name = asText(json.n);
    const owners = (Array.isArray(json.po) ? json.po : [json.po]).flatMap((one) => asText(one) ?? []);
    if (name === undefined || owners.length === 0 || name === '__proto__') {
      builder.warn(
        'not-an-attribute', at, 'This attribute has no name or no owner; it was not read.', 'Give it n and po.', JSON.stringify(json),
      );
      continue;
    }
    for (const owner of owners) {
      const fields = found.get(owner) ?? new Map();
      for (const [flat, inner] of flattened(name, typed(json))) fields.set(flat, inner);
      found.set(owner, fields);
    }
  }
  return found;
}

function typed({ v, d }: Json): unknown {
  const type = asText(d) ?? 'string';
  const kind = type.replace(/^list_of_/, '');
  const one = (value: unknown) => (typeof value === 'string' && kind !== 'string' ? valueOfType(value, kind).value : value);
  return Array.isArray(v) ? v.map(one) : one(v);
}

import type { Fields } from '../words';
import type { DatasetBuilder } from '../builder';
import { asObject, asText } from '../records';
import { objectsOf, type CxDocument } from './aspects';
import { Declarations } from './declarations';

/** A node of either version of CX, ids as texts. */
export interface CxNode {
  readonly id: string;
  readonly fields: Fields;
  readonly x?: unknown;
  readonly y?: unknown;
  readonly at: string;
}

/** An edge of either version of CX; an end that it lacks is undefined. */
export interface CxEdge {
  readonly id: string | undefined;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly fields: Fields;
  readonly at: string;
}

/** Nodes, edges and the attributes of the network. */
export interface CxRecords {
  readonly nodes: readonly CxNode[];
  readonly edges: readonly CxEdge[];
  readonly network: Fields;
  /** The aspects that were read. */
  readonly read: ReadonlySet<string>;
}

const READ: ReadonlySet<string> = new Set(['metaData', 'attributeDeclarations', 'networkAttributes', 'nodes', 'edges', 'status']);

/** The records of a CX2 document. */
export function cx2Records(document: CxDocument, builder: DatasetBuilder): CxRecords {
  const ofNodes = new Declarations(document, 'nodes', builder);
  const ofEdges = new Declarations(document, 'edges', builder);
  const nodes = objectsOf(document, 'nodes', builder).flatMap(({ json, at }): CxNode[] => {
    const fields = ofNodes.fieldsOf(asObject(json.v) ?? {}, at);
    if (typeof json.z === 'number' && json.z !== 0 && !fields.has('z')) fields.set('z', json.z);
    const id = asText(json.id);
    if (id === undefined) builder.warn('no-id', at, 'This node has no id, so that no edge leads to it.', 'Give it a whole number as id.');
    return [{ id: id ?? asText(fields.get('name')) ?? 'unnamed', fields, x: json.x, y: json.y, at }];
  });
  const edges = objectsOf(document, 'edges', builder).map(({ json, at }): CxEdge => ({
    id: asText(json.id), source: asText(json.s), target: asText(json.t), fields: ofEdges.fieldsOf(asObject(json.v) ?? {}, at), at,
  }));
  const network: Fields = new Map();
  for (const { json } of objectsOf(document, 'networkAttributes', builder))
    for (const [name, value] of Object.entries(json))
      if (value !== null && value !== '')
        network.set(name, typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean));
  return { nodes, edges, network, read: READ };
}

import type { Dataset, Entity } from '../../model';
import type { WriteOptions, Writing } from '../format';
import { type ColumnValue, graphOfDataset, type GraphOfDataset, withoutReservedColumns, type WrittenEdge } from '../graphs';
import { Losses } from '../output';

/** What Cytoscape.js takes an element to be. */
interface Element {
  readonly data: Readonly<Record<string, unknown>>;
  readonly position?: { readonly x: number; readonly y: number };
  readonly classes?: string;
}

/** Names of data that Cytoscape and our reader take for something else than a property. */
const KEPT: ReadonlySet<string> = new Set([
  'parent', 'classes', 'removed', 'selected', 'SUID', 'shared name', 'shared_name', 'interaction', 'shared interaction',
  'shared_interaction', 'directed', 'isdirected', 'isDirected', 'is_directed', 'mutual', '__proto__',
]);

/**
 * Writes a dataset as a network of Cytoscape: `elements` opens in Cytoscape.js, the whole in Cytoscape desktop. Classes say
 * type, family and status, so that a style sheet can tell them apart. Positions are written where they are given.
 */
export async function writeCyjs(dataset: Dataset, options: WriteOptions = {}): Promise<Writing> {
  const losses = new Losses('Cytoscape');
  const parents = parentsOf(dataset.entities);
  const graph = graphOfDataset(withoutParents(dataset, parents), losses, () => false);
  const nodes = graph.nodes.map(({ entity, label, values }): Element => {
    const position = options.positions?.get(entity.id);
    const parent = parents.get(entity.id);
    return {
      data: { id: entity.id, name: label, ...(parent === undefined ? {} : { parent }), ...dataOf(values) },
      ...(position ? { position: { x: position.x, y: position.y } } : {}), classes: entity.type,
    };
  });
  const { id, title, summary, licence } = dataset;
  const network = {
    format_version: '1.0',
    generated_by: 'throughline',
    target_cytoscapejs_version: '~3.0',
    data: { name: title, shared_name: title, datasetId: id, ...(summary ? { summary } : {}), ...(licence ? { licence } : {}) },
    elements: { nodes, edges: edgesOf(graph, dataset, losses) },
  };
  return { bytes: new TextEncoder().encode(`${JSON.stringify(network, null, 1)}\n`), issues: losses.issues() };
}

/** Nodes and edges share their ids in Cytoscape.js: an edge whose id is a node's gets another. */
function edgesOf(graph: GraphOfDataset, { entities, relationships }: Dataset, losses: Losses): Element[] {
  const nodes = new Map(entities.map((e) => [e.id, e.name]));
  const taken = new Set([...nodes.keys(), ...relationships.map((r) => r.id)]);
  return graph.edges.map((edge) => {
    const { relationship: r, label, values } = edge;
    let id = r.id;
    for (let n = 1; nodes.has(r.id) && taken.has(id); n += 1) id = n === 1 ? `relationship-${r.id}` : `relationship-${r.id}-${n}`;
    taken.add(id);
    if (id !== r.id)
      losses.add('changed-id', `relationship ${r.id}`, 'an id that is an entity’s too; it was changed', 'Nothing need be done.');
    const name = `${nodes.get(r.from)} (${label}) ${nodes.get(r.to)}`;
    const classes = ['type', 'family', 'status'].map((field) => values.get(field)).join(' ');
    return { data: { id, source: r.from, target: r.to, name, interaction: label, ...directionOf(edge), ...dataOf(values) }, classes };
  });
}

function directionOf({ direction }: WrittenEdge): Record<string, boolean> {
  if (direction === 'directed') return {};
  return { directed: false, ...(direction === 'mutual' ? { mutual: true } : {}) };
}

/** What an element is inside of, by its property `parent`, where that is an entity and no element is inside itself. */
function parentsOf(entities: readonly Entity[]): Map<string, string> {
  const told = new Map(entities.map((e) => [e.id, e.properties?.parent]));
  const parents = new Map<string, string>();
  for (const { id } of entities) {
    const parent = told.get(id);
    if (typeof parent === 'string' && told.has(parent) && !isInside(parent, id, parents)) parents.set(id, parent);
  }
  return parents;
}

function isInside(id: string, outer: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (at === outer) return true;
  return false;
}

function withoutParents(dataset: Dataset, parents: ReadonlyMap<string, string>): Dataset {
  const entities = dataset.entities.map((entity) => {
    if (!parents.has(entity.id)) return entity;
    const { parent: _, ...properties } = entity.properties!;
    return { ...entity, properties };
  });
  return { ...dataset, entities };
}

function dataOf(values: ReadonlyMap<string, ColumnValue>): Record<string, unknown> {
  return Object.fromEntries(withoutReservedColumns(values, KEPT));
}

import { xmlText, type Dataset } from '../../model';
import type { WriteOptions, Writing } from '../format';
import { type ColumnType, type ColumnValue, graphOfDataset, withoutReservedColumns } from '../graphs';
import { Losses } from '../output';

/** Names of attributes that Cytoscape and our reader take for something else than a property. */
const KEPT: ReadonlySet<string> = new Set([
  'n', 'selected', 'SUID', 'shared name', 'shared_name', 'interaction', 'shared interaction', 'shared_interaction', 'directed',
  'isdirected', 'isDirected', 'is_directed', 'mutual', 'entityId', 'relationshipId', '__proto__',
]);

/** Labels from names and verbs, arrows, and dashes for what is alleged or disputed. */
const STYLE = {
  default: {
    network: { NETWORK_BACKGROUND_COLOR: '#FFFFFF' }, node: { NODE_SHAPE: 'round-rectangle' },
    edge: { EDGE_TARGET_ARROW_SHAPE: 'triangle', EDGE_LINE_STYLE: 'solid' },
  },
  nodeMapping: { NODE_LABEL: { type: 'PASSTHROUGH', definition: { attribute: 'name', type: 'string' } } },
  edgeMapping: {
    EDGE_LABEL: { type: 'PASSTHROUGH', definition: { attribute: 'interaction', type: 'string' } },
    EDGE_LINE_STYLE: {
      type: 'DISCRETE',
      definition: {
        attribute: 'status', type: 'string',
        map: [
          { v: 'alleged', vp: 'dashed' }, { v: 'disputed', vp: 'dashed' }, { v: 'reading', vp: 'dot' },
        ],
      },
    },
    EDGE_TARGET_ARROW_SHAPE: { type: 'DISCRETE', definition: { attribute: 'directed', type: 'boolean', map: [{ v: false, vp: 'none' }] } },
  },
};

/**
 * Writes a dataset as CX2: descriptor, metadata, declarations of every attribute, the network's attributes, nodes, edges,
 * style, status, in this order. Ids are numbers in CX2; those of the dataset are attributes.
 */
export async function writeCx2(dataset: Dataset, options: WriteOptions = {}): Promise<Writing> {
  const losses = new Losses('CX2');
  const graph = graphOfDataset(dataset, losses, () => false);
  const numbers = new Map(dataset.entities.map((entity, i) => [entity.id, i]));
  const names = new Map(dataset.entities.map((entity) => [entity.id, entity.name]));
  const nodes = graph.nodes.map(({ entity, label, values }, id) => {
    const position = options.positions?.get(entity.id);
    return { id, ...(position ? { x: position.x, y: position.y } : {}), v: attributes({ name: label, entityId: entity.id }, values) };
  });
  const edges = graph.edges.map(({ relationship: r, label, direction, values }, id) => {
    const told = {
      interaction: label, name: `${names.get(r.from)} (${label}) ${names.get(r.to)}`, relationshipId: r.id,
      directed: direction === 'directed', ...(direction === 'mutual' ? { mutual: true } : {}),
    };
    return { id, s: numbers.get(r.from)!, t: numbers.get(r.to)!, v: attributes(told, values) };
  });
  const network = {
    name: dataset.title, datasetId: dataset.id, ...(dataset.summary ? { description: asHtml(dataset.summary) } : {}),
    ...(dataset.licence ? { rights: dataset.licence } : {}),
  };
  const aspects = {
    attributeDeclarations: [declarations(network, [graph.nodeColumns, nodes], [graph.edgeColumns, edges])], networkAttributes: [network],
    nodes, edges, visualProperties: [STYLE],
  };
  const document = [
    { CXVersion: '2.0', hasFragments: false },
    { metaData: Object.entries(aspects).map(([name, elements]) => ({ name, elementCount: elements.length })) },
    ...Object.entries(aspects).map(([name, elements]) => ({ [name]: elements })),
    { status: [{ success: true }] },
  ];
  return { bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 1)}\n`), issues: losses.issues() };
}

type Attributes = Readonly<Record<string, ColumnValue>>;

function attributes(own: Attributes, values: ReadonlyMap<string, ColumnValue>): Attributes {
  return { ...own, ...Object.fromEntries(withoutReservedColumns(values, KEPT)) };
}

/** Every attribute that is used, with its type: that of its column, or of its values where the writer itself adds it. */
function declarations(
  network: Attributes, ...tables: (readonly [ReadonlyMap<string, ColumnType>, readonly { v: Attributes }[]])[]
): Record<string, unknown> {
  const [nodes, edges] = tables.map(([columns, records]) => {
    const found = new Map<string, ColumnType>();
    for (const { v } of records)
      for (const [name, value] of Object.entries(v))
        found.set(name, (KEPT.has(name) ? undefined : columns.get(name)) ?? (typeof value as 'string' | 'boolean'));
    return Object.fromEntries([...found].map(([name, d]) => [name, { d }]));
  });
  return { networkAttributes: Object.fromEntries(Object.keys(network).map((name) => [name, { d: 'string' }])), nodes, edges };
}

/** Descriptions are HTML in CX2. */
function asHtml(text: string): string {
  return xmlText(text).replaceAll('\n', '<br>');
}

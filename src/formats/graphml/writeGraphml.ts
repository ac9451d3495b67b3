import { xmlAttribute, xmlOpening, xmlText, type Dataset, type Position, type Properties } from '../../model';
import type { WriteOptions, Writing } from '../format';
import { type ColumnType, type ColumnValue, graphOfDataset, type WrittenEdge, type WrittenNode } from '../graphs';
import { Losses } from '../output';

const NAMESPACES =
  'xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
  + 'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"';
const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'int',
  long: 'long',
  double: 'double',
};
const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;

type Values = ReadonlyMap<string, ColumnValue>;
interface Row<Written> {
  readonly written: Written;
  readonly values: Values;
}

/**
 * Writes a dataset as GraphML: typed keys with the names that Gephi and igraph know (label, weight, x, y, r, g, b), and in the
 * key `throughline` what has no key.
 */
export function writeGraphml(dataset: Dataset, { positions }: WriteOptions = {}): Writing {
  const losses = new Losses('GraphML');
  const graph = graphOfDataset(dataset, losses, isHeldByGraphml);
  const nodes = graph.nodes.map((written): Row<WrittenNode> => ({
    written,
    values: new Map([
      ['label', written.label],
      ...written.values,
      ...looksOf(written.entity.properties ?? {}, positions?.get(written.entity.id)),
    ]),
  }));
  const directed = graph.edges.some(({ direction }) => direction === 'directed');
  const edges = graph.edges.map((written): Row<WrittenEdge> => ({
    written,
    values: new Map<string, ColumnValue>([
      ['label', written.label],
      ...written.values,
      ...weightOf(written),
      ...(directed && written.direction !== 'directed' ? [['undirected', true] as const] : []),
    ]),
  }));
  const nodeTypes = new Map<string, ColumnType>([['label', 'string'], ...graph.nodeColumns, ...usedLooks(nodes)]);
  const edgeTypes = new Map<string, ColumnType>([
    ['label', 'string'],
    ...graph.edgeColumns,
    ...usedLooks(edges),
    ...(edges.some(({ values }) => values.has('undirected')) ? [['undirected', 'boolean'] as const] : []),
  ]);
  const [nodeIds, edgeIds] = [keyIds('node', nodeTypes.keys()), keyIds('edge', edgeTypes.keys())];
  const head = new Map(
    Object.entries({ title: dataset.title, summary: dataset.summary, licence: dataset.licence }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
  const headIds = keyIds('graph', head.keys());
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml ${NAMESPACES}>`,
    ...keys('graph', new Map([...head.keys()].map((name) => [name, 'string'])), headIds),
    ...keys('node', nodeTypes, nodeIds),
    ...keys('edge', edgeTypes, edgeIds),
    `<graph edgedefault="${directed || edges.length === 0 ? 'directed' : 'undirected'}">`,
    ...dataOf(head, headIds),
    ...nodes.flatMap(({ written, values }) => [`${xmlOpening('node', { id: written.entity.id })}>`, ...dataOf(values, nodeIds), '</node>']),
    ...edges.flatMap((edge) => writeEdge(edge, edgeIds)),
    '</graph>',
    '</graphml>',
  ];
  losses.add('lost-id', 'dataset', 'the id of the dataset', 'Read back, it is made of the file’s name.');
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), issues: losses.issues() };
}

/**
 * All edges have the direction of the graph, since NetworkX refuses a mixed one: that an edge has none is the key `undirected`;
 * that it runs both ways is a property.
 */
function writeEdge({ written, values }: Row<WrittenEdge>, ids: ReadonlyMap<string, string>): string[] {
  const { id, from, to } = written.relationship;
  return [`${xmlOpening('edge', { id, source: from, target: to })}>`, ...dataOf(values, ids), '</edge>'];
}

/**
 * The ids of keys: told apart by what they are for, since the type of a node is no type of an edge; a number where a name is no
 * NMTOKEN, which the schema asks for.
 */
function keyIds(subject: 'graph' | 'node' | 'edge', names: Iterable<string>): Map<string, string> {
  return new Map([...names].map((name, i) => [name, /^[A-Za-z0-9._-]+$/.test(name) ? `${subject}.${name}` : `${subject}:${i}`]));
}

function keys(subject: 'graph' | 'node' | 'edge', types: ReadonlyMap<string, ColumnType>, ids: ReadonlyMap<string, string>): string[] {
  return [...types].map(
    ([name, type]) => `${xmlOpening('key', { id: ids.get(name), for: subject, 'attr.name': name, 'attr.type': TYPES[type] })}/>`,
  );
}

function dataOf(values: Values, ids: ReadonlyMap<string, string>): string[] {
  return [...values].map(([name, value]) => `<data key="${xmlAttribute(ids.get(name)!)}">${xmlText(String(value))}</data>`);
}

/** What Gephi writes of a look, and so reads. */
const LOOKS: Readonly<Record<string, ColumnType>> = {
  weight: 'double',
  x: 'double',
  y: 'double',
  r: 'integer',
  g: 'integer',
  b: 'integer',
  size: 'double',
};

function usedLooks(rows: readonly { values: Values }[]): [string, ColumnType][] {
  return Object.entries(LOOKS).filter(([name]) => rows.some(({ values }) => values.has(name)));
}

/** Colour and size are read back only together with the colour. */
function looksOf(properties: Properties, position: Position | undefined): [string, number][] {
  const { 'viz.color': colour, 'viz.size': size } = properties;
  const parts = typeof colour === 'string' ? COLOUR.exec(colour) : null;
  const [r, g, b] = parts ? parts.slice(1).map((part) => parseInt(part, 16)) : [];
  const place: [string, number][] = position
    ? [
        ['x', position.x],
        ['y', position.y === 0 ? 0 : -position.y],
      ]
    : [];
  if (!parts) return place;
  return [...place, ['r', r!], ['g', g!], ['b', b!], ...(typeof size === 'number' ? [['size', size] as [string, number]] : [])];
}

function weightOf({ relationship }: WrittenEdge): [string, number][] {
  const weight = relationship.properties?.weight;
  return typeof weight === 'number' ? [['weight', weight]] : [];
}

/** Properties that have keys of their own. A size is held where there may be a colour beside it; to be sure it is carried too. */
function isHeldByGraphml(name: string, value: Properties[string], of: 'node' | 'edge'): boolean {
  if (of === 'edge') return name === 'weight' && typeof value === 'number';
  return name === 'viz.color' && typeof value === 'string' && COLOUR.test(value);
}

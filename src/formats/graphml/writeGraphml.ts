import type { Dataset, Position, Properties } from '../../model';
import type { WriteOptions, Writing } from '../format';
import { graphOfDataset, Losses, xmlAttribute, xmlOpening, xmlText, type ColumnType, type ColumnValue, type WrittenEdge, type WrittenNode } from '../gather';

const NAMESPACES = 'xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"';
const TYPES: Readonly<Record<ColumnType, string>> = { string: 'string', boolean: 'boolean', integer: 'int', long: 'long', double: 'double' };
const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;

type Values = ReadonlyMap<string, ColumnValue>;
interface Row<Written> {
  readonly written: Written;
  readonly values: Values;
}

/** Writes a dataset as GraphML: typed keys with the names that Gephi and igraph know (label, weight, x, y, r, g, b), and in the key `throughline` what has no key. */
export function writeGraphml(dataset: Dataset, { positions }: WriteOptions = {}): Writing {
  const losses = new Losses('GraphML');
  const graph = graphOfDataset(dataset, losses, isHeldByGraphml);
  const nodes = graph.nodes.map((written): Row<WrittenNode> => ({ written, values: new Map([['label', written.label], ...written.values, ...looksOf(written.entity.properties ?? {}, positions?.get(written.entity.id))]) }));
  const edges = graph.edges.map((written): Row<WrittenEdge> => ({ written, values: new Map<string, ColumnValue>([['label', written.label], ...written.values, ...weightOf(written)]) }));
  const head = new Map(Object.entries({ title: dataset.title, summary: dataset.summary, licence: dataset.licence }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml ${NAMESPACES}>`,
    ...keys('graph', new Map([...head.keys()].map((name) => [name, 'string']))),
    ...keys('node', new Map<string, ColumnType>([['label', 'string'], ...graph.nodeColumns, ...usedLooks(nodes)])),
    ...keys('edge', new Map<string, ColumnType>([['label', 'string'], ...graph.edgeColumns, ...usedLooks(edges)])),
    '<graph edgedefault="directed">',
    ...dataOf('graph', head),
    ...nodes.flatMap(({ written, values }) => [`${xmlOpening('node', { id: written.entity.id })}>`, ...dataOf('node', values), '</node>']),
    ...edges.flatMap(writeEdge),
    '</graph>',
    '</graphml>',
  ];
  losses.add('lost-id', 'dataset', 'the id of the dataset', 'Read back, it is made of the file’s name.');
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), issues: losses.issues() };
}

/** GraphML has a boolean for the direction; that it runs both ways is a property. */
function writeEdge({ written, values }: Row<WrittenEdge>): string[] {
  const { id, from, to } = written.relationship;
  return [`${xmlOpening('edge', { id, source: from, target: to, directed: written.direction === 'directed' ? undefined : 'false' })}>`, ...dataOf('edge', values), '</edge>'];
}

/** Keys are told apart by what they are for: the type of a node is no type of an edge. */
function idOf(subject: string, name: string): string {
  return `${subject}.${name}`;
}

function keys(subject: 'graph' | 'node' | 'edge', types: ReadonlyMap<string, ColumnType>): string[] {
  return [...types].map(([name, type]) => `${xmlOpening('key', { id: idOf(subject, name), for: subject, 'attr.name': name, 'attr.type': TYPES[type] })}/>`);
}

function dataOf(subject: string, values: Values): string[] {
  return [...values].map(([name, value]) => `<data key="${xmlAttribute(idOf(subject, name))}">${xmlText(String(value))}</data>`);
}

/** What Gephi writes of a look, and so reads. */
const LOOKS: Readonly<Record<string, ColumnType>> = { weight: 'double', x: 'double', y: 'double', r: 'integer', g: 'integer', b: 'integer', size: 'double' };

function usedLooks(rows: readonly { values: Values }[]): [string, ColumnType][] {
  return Object.entries(LOOKS).filter(([name]) => rows.some(({ values }) => values.has(name)));
}

/** Colour and size are read back only together with the colour. */
function looksOf(properties: Properties, position: Position | undefined): [string, number][] {
  const { 'viz.color': colour, 'viz.size': size } = properties;
  const parts = typeof colour === 'string' ? COLOUR.exec(colour) : null;
  const [r, g, b] = parts ? parts.slice(1).map((part) => parseInt(part, 16)) : [];
  const place: [string, number][] = position ? [['x', position.x], ['y', position.y === 0 ? 0 : -position.y]] : [];
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

import { xmlAttribute, xmlOpening, xmlText, type Dataset, type Position, type Properties } from '../../model';
import type { WriteOptions, Writing } from '../format';
import {
  graphOfDataset,
  type ColumnType, type ColumnValue, type Days, type GraphOfDataset, type WrittenEdge, type WrittenNode,
} from '../graphs';
import { Losses } from '../output';
import { isVizProperty, writeAppearance } from './writeAppearance';

const NAMESPACES =
  'xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
  + 'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"';
const SPELL = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/;

/**
 * Writes a dataset as GEXF 1.3: what Gephi understands as columns, dates as spells, positions where they are given,
 * and the rest in the column `throughline`.
 */
export function writeGexf(dataset: Dataset, { positions }: WriteOptions = {}): Writing {
  const losses = new Losses('GEXF');
  const graph = graphOfDataset(dataset, losses, isHeldByGexf);
  const dated = [...graph.nodes, ...graph.edges].some(({ days }) => days.start !== undefined || days.end !== undefined);
  const mode = dated ? { mode: 'dynamic', timeformat: 'date', timerepresentation: 'interval' } : { mode: 'static' };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf ${NAMESPACES} version="1.3">`,
    ...meta(dataset),
    `${xmlOpening('graph', { defaultedgetype: 'directed', ...mode })}>`,
    ...columns('node', graph.nodeColumns),
    ...columns('edge', graph.edgeColumns),
    `<nodes count="${graph.nodes.length}">`,
    ...graph.nodes.flatMap((node) => writeNode(node, positions?.get(node.entity.id))),
    '</nodes>',
    `<edges count="${graph.edges.length}">`,
    ...writeEdges(graph),
    '</edges>',
    '</graph>',
    '</gexf>',
  ];
  losses.add('lost-id', 'dataset', 'the id of the dataset', 'Read back, it is made of the file’s name.');
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), issues: losses.issues() };
}

/** Properties that GEXF has elements and attributes for. */
function isHeldByGexf(name: string, value: Properties[string], of: 'node' | 'edge', direction?: WrittenEdge['direction']): boolean {
  if (name === 'mutual') return value === true && direction === 'mutual';
  if (name === 'weight') return of === 'edge' && typeof value === 'number';
  return name.startsWith('viz.') && isVizProperty(name, value, of);
}

/** Title, summary and licence as paragraphs of the description, which is the only place for them. */
function meta({ title, summary, licence }: Dataset): string[] {
  const description = [title, summary, ...(licence === undefined ? [] : [`Licence: ${licence}`])]
    .filter((text) => text !== undefined)
    .join('\n\n');
  return ['<meta>', '<creator>Throughline</creator>', `<description>${xmlText(description)}</description>`, '</meta>'];
}

function columns(of: 'node' | 'edge', types: ReadonlyMap<string, ColumnType>): string[] {
  if (types.size === 0) return [];
  const rows = [...types].map(([title, type]) => `${xmlOpening('attribute', { id: title, title, type })}/>`);
  return [`<attributes class="${of}" mode="static">`, ...rows, '</attributes>'];
}

function writeNode({ entity, label, values, days }: WrittenNode, position: Position | undefined): string[] {
  const inner = [...attvalues(values), ...spells(days, entity.properties?.spells), ...writeAppearance(entity.properties ?? {}, position)];
  return [`${xmlOpening('node', { id: entity.id, label })}>`, ...inner, '</node>'];
}

/** Edges that share their ends and type get kinds of their own: Gephi merges parallel edges of one kind. */
function writeEdges({ edges }: GraphOfDataset): string[] {
  const kinds = new Map<string, number>();
  return edges.flatMap((edge) => {
    const { from, to, type } = edge.relationship;
    const ends = edge.direction === 'directed' ? [from, to] : [from, to].sort();
    const key = JSON.stringify([...ends, type]);
    const count = (kinds.get(key) ?? 0) + 1;
    kinds.set(key, count);
    return writeEdge(edge, count === 1 ? type : `${type} (${count})`);
  });
}

function writeEdge({ relationship, label, direction, values, days }: WrittenEdge, kind: string): string[] {
  const { id, from, to, properties = {} } = relationship;
  const weight = typeof properties.weight === 'number' ? properties.weight : undefined;
  const inner = [...attvalues(values), ...spells(days, properties.spells), ...writeAppearance(properties, undefined)];
  return [`${xmlOpening('edge', { id, source: from, target: to, type: direction, label, weight, kind })}>`, ...inner, '</edge>'];
}

function attvalues(values: ReadonlyMap<string, ColumnValue>): string[] {
  if (values.size === 0) return [];
  return [
    '<attvalues>', ...[...values].map(([id, value]) => `<attvalue for="${xmlAttribute(id)}" value="${xmlAttribute(String(value))}"/>`),
    '</attvalues>',
  ];
}

/** The spells that were read, where there were several and the dates are still their first and last; else the one between the two dates. */
function spells(days: Days, known: Properties[string] | undefined): string[] {
  const several = spellsOf(known);
  const starts = several.map(({ start }) => start ?? '').sort();
  const ends = several.map(({ end }) => end ?? '\uffff').sort();
  const agree = several.length > 1 && starts[0] === (days.start ?? '') && ends.at(-1) === (days.end ?? '\uffff');
  const all = agree ? several : days.start === undefined && days.end === undefined ? [] : [days];
  return all.length === 0 ? [] : ['<spells>', ...all.map(({ start, end }) => `${xmlOpening('spell', { start, end })}/>`), '</spells>'];
}

function spellsOf(value: Properties[string] | undefined): Days[] {
  if (!Array.isArray(value)) return [];
  const found = value.map((text) => (typeof text === 'string' ? SPELL.exec(text) : null));
  return found.every((one) => one !== null)
    ? found.map(([, start, end]) => ({ ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }))
    : [];
}

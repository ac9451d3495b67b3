import type { Reading, ReadOptions } from '../format';
import { asText, type Json } from '../records';
import { decodeLeniently } from '../text';
import { DatasetBuilder, type Head } from '../builder';
import { GraphReader } from '../graphs';
import { elementsIn, networkData } from './elementsIn';
import { readElement } from './readElement';

/** What Cytoscape keeps of a network for itself. */
const OWN: ReadonlySet<string> = new Set([
  'name', 'shared_name', 'shared name', 'SUID', 'selected', 'description', 'summary', 'licence', 'license', 'rights', 'author', 'datasetId',
  '__Annotations',
]);

/** Reads elements of Cytoscape.js, an export of a graph of it, or a network of Cytoscape desktop. */
export async function readCyjs(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('cyjs', options);
  const { text, issue } = decodeLeniently(bytes);
  if (issue) builder.add(issue);
  const graph = new GraphReader(builder);
  const head = readHead(networkData(text), graph, builder);
  for (const { record, group } of elementsIn(text, builder)) {
    if (record.issue) builder.add(record.issue);
    if (record.value !== undefined) readOne(record.value, group ? group + record.at : record.at, group, graph, builder);
    await builder.nextTurn(record.offset / text.length);
  }
  options.onProgress?.(1);
  return graph.reading(head);
}

function readOne(value: unknown, at: string, group: 'nodes' | 'edges' | undefined, graph: GraphReader, builder: DatasetBuilder): void {
  const element = readElement(value, at, group, builder);
  if (element?.kind === 'edge') graph.edge(element.edge);
  if (element?.kind !== 'node') return;
  const id = graph.node(element.node);
  if (element.position) graph.place(id, element.position);
}

function readHead(data: Json, graph: GraphReader, builder: DatasetBuilder): Head {
  const title = asText(data.name) ?? asText(data.shared_name) ?? asText(data['shared name']);
  const author = asText(data.author);
  graph.about({ ...(title ? { title } : {}), ...(author ? { author } : {}) });
  const annotations = Array.isArray(data.__Annotations) ? data.__Annotations.length : 0;
  if (annotations > 0) builder.miss('annotations that are drawn on the network', annotations);
  for (const key of Object.keys(data)) if (!OWN.has(key)) builder.miss(`“${key.slice(0, 40)}” of the network`);
  const id = asText(data.datasetId)?.slice(0, 200);
  const summary = asText(data.summary) ?? asText(data.description);
  const licence = asText(data.licence) ?? asText(data.license) ?? asText(data.rights);
  return { ...(id ? { id } : {}), ...(title ? { title } : {}), ...(summary ? { summary } : {}), ...(licence ? { licence } : {}) };
}

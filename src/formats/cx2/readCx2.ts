import type { Issue } from '../../model';
import type { Reading, ReadOptions } from '../format';
import { asObject, asText } from '../records';
import { decodeLeniently } from '../text';
import { DatasetBuilder, type Head, positionOf } from '../builder';
import { edgeEnds, GraphReader } from '../graphs';
import type { Fields } from '../words';
import { takeName, takeTie } from '../graphs/cytoscapeTables';
import { textOfHtml } from '../text/textOfHtml';
import { refused } from '../report';
import { elementsOf, objectsOf, readAspects, type CxDocument } from './aspects';
import { cx1Records, isCx1 } from './cx1Records';
import { cx2Records, type CxEdge, type CxNode, type CxRecords } from './records';

/** How a network is drawn; ids of styles and bypasses say nothing of what they are for. */
const STYLE: ReadonlySet<string> = new Set([
  'visualProperties', 'nodeBypasses', 'edgeBypasses', 'visualEditorProperties', 'tableVisualProperties', 'cyVisualProperties',
]);
/** What of a network has a field here. */
const HEAD: ReadonlySet<string> = new Set([
  'name', 'description', 'author', 'rights', 'license', 'licence', 'datasetId', 'shared name', 'selected', '__Annotations',
]);

/** Reads a network in CX2, or in CX before it. Another version is refused: what it would mean is not known. */
export async function readCx2(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('cx2', options);
  const { text, issue } = decodeLeniently(bytes);
  if (issue) builder.add(issue);
  const document = await readAspects(text, builder);
  if (document.version !== undefined && document.version !== '2.0') return refused('cx2', 'dataset', [wrongVersion(document.version)]);
  const first = isCx1(document);
  if (!first && document.version === undefined)
    builder.warn(
      'no-descriptor', '(file)', 'The file does not begin with its version; it was read as CX2.',
      'Begin it with {"CXVersion": "2.0", "hasFragments": false}.',
    );
  checkWhole(document, builder);
  const records = first ? cx1Records(document, builder) : cx2Records(document, builder);
  countUnread(document, records.read, builder);
  return new NetworkReader(records, labelColumn(document), builder).read();
}

/** Nodes and edges on their way into the dataset. */
class NetworkReader {
  readonly #graph: GraphReader;
  readonly #ids = new Map<string, string>();
  /** Whether our own writer made it: then attributes hold the ids that CX has no room for. */
  readonly #ours: boolean;

  constructor(
    readonly records: CxRecords,
    readonly labelColumn: string | undefined,
    readonly builder: DatasetBuilder,
  ) {
    this.#graph = new GraphReader(builder);
    this.#ours = records.network.has('datasetId');
  }

  async read(): Promise<Reading> {
    const { nodes, edges } = this.records;
    const head = this.#head();
    for (const [i, node] of nodes.entries()) {
      this.#node(node);
      await this.builder.nextTurn(0.6 + (i / nodes.length) * 0.2);
    }
    for (const [i, edge] of edges.entries()) {
      this.#edge(edge);
      await this.builder.nextTurn(0.8 + (i / edges.length) * 0.2);
    }
    this.builder.options.onProgress?.(1);
    return this.#graph.reading(head);
  }

  #node({ id, fields, x, y, at }: CxNode): void {
    const own = this.#ownId(fields, 'entityId') ?? id;
    const name =
      takeName(fields) ?? asText(fields.get('n')) ?? (this.labelColumn === undefined ? undefined : asText(fields.get(this.labelColumn)));
    if (asText(fields.get('n')) === name) fields.delete('n');
    const entity = this.#graph.node({ id: own, label: name, fields, at });
    if (!this.#ids.has(id)) this.#ids.set(id, entity);
    const position = positionOf(x, y);
    if (position) this.#graph.place(entity, position);
  }

  #edge({ id, source, target, fields, at }: CxEdge): void {
    const ends = edgeEnds(source, target, at, this.builder, 'Give it s and t.');
    if (!ends) return;
    const own = this.#ownId(fields, 'relationshipId') ?? id;
    const known = (end: string) => this.#ids.get(end) ?? end;
    this.#graph.edge({ id: own, source: known(ends.source), target: known(ends.target), ...takeTie(fields), fields, at });
  }

  #ownId(fields: Fields, column: string): string | undefined {
    const told = this.#ours ? asText(fields.get(column)) : undefined;
    if (told !== undefined) fields.delete(column);
    return told;
  }

  #head(): Head {
    const { network } = this.records;
    const text = (...names: string[]) => names.map((name) => textOfHtml(asText(network.get(name)) ?? '')).find((found) => found !== '');
    const [title, author, summary] = [text('name', 'shared name'), text('author'), text('description')];
    const licence = text('rights', 'license', 'licence');
    const id = asText(network.get('datasetId'))?.slice(0, 200);
    this.#graph.about({ ...(title ? { title } : {}), ...(author ? { author } : {}) });
    for (const name of network.keys()) if (!HEAD.has(name)) this.builder.miss(`“${name.slice(0, 40)}” of the network`);
    return { ...(id ? { id } : {}), ...(title ? { title } : {}), ...(summary ? { summary } : {}), ...(licence ? { licence } : {}) };
  }
}

/** The column that labels are drawn from, where the style passes one through. */
function labelColumn(document: CxDocument): string | undefined {
  for (const { value } of elementsOf(document, 'visualProperties')) {
    const mapping = asObject(asObject(asObject(value)?.nodeMapping)?.NODE_LABEL);
    if (mapping?.type === 'PASSTHROUGH') return asText(asObject(mapping.definition)?.attribute);
  }
  return undefined;
}

/** Whether the file came whole: as many elements as it announces, and a status at its end that says so. */
function checkWhole(document: CxDocument, builder: DatasetBuilder): void {
  for (const { json, at } of objectsOf(document, 'metaData', builder)) {
    const name = asText(json.name);
    const found = elementsOf(document, name ?? '').length;
    if ((name === 'nodes' || name === 'edges') && typeof json.elementCount === 'number' && json.elementCount !== found)
      builder.warn(
        'count-differs', at, `The file announces ${json.elementCount} ${name} and has ${found}.`,
        'Download it again if it may have been cut short.', String(json.elementCount),
      );
  }
  const status = asObject(elementsOf(document, 'status').at(-1)?.value);
  if (!status)
    builder.warn(
      'no-status', '(end of file)', 'The file has no status, with which CX ends: it may have been cut short.', 'Download it again.',
    );
  else if (status.success === false)
    builder.warn(
      'failed-export', '(end of file)', 'Whoever wrote the file says that writing it failed.', 'Export it again.', asText(status.error),
    );
}

function countUnread(document: CxDocument, read: ReadonlySet<string>, builder: DatasetBuilder): void {
  for (const [name, elements] of document.aspects) {
    if (!read.has(name)) builder.miss(STYLE.has(name) ? 'style of the network' : `aspect “${name.slice(0, 40)}”`, elements.length);
  }
}

function wrongVersion(version: string): Issue {
  return {
    code: 'wrong-version',
    severity: 'error',
    at: '[0].CXVersion',
    value: version.slice(0, 80),
    message: `This says that it is CX ${version.slice(0, 20)}; CX 2.0 is read, and CX 1 as NDEx writes it, which names no version.`,
    hint: 'Export it again as CX2 from NDEx or Cytoscape.',
  };
}

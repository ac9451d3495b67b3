import type { Reading, ReadOptions } from '../format';
import { asObject, asText, type Json, type JsonRecord, jsonRecords } from '../records';
import { DatasetBuilder, type Head } from '../builder';
import { GraphReader, type GraphEdge } from '../graphs';
import { decodeLeniently } from '../text';
import { namesRelationshipType } from '../words';
import { attributesOfGraph, graphObject, recordsOfList } from './graphLists';
import { edgeIn, type EdgeRead, endOf, nodeIn } from './graphParts';

/** What a file says of its graph that is read as such, or says nothing of what the nodes stand for. */
const FRAME: ReadonlySet<string> = new Set(['directed', 'multigraph', 'graph', 'attributes', 'options']);
const OWN: ReadonlySet<string> = new Set(['name', 'title', 'summary', 'description', 'licence', 'license', 'author', 'creator']);

/** Reads a graph in JSON: an object with lists of nodes and edges, or records of Neo4j's APOC, a line each or in a list. */
export async function readNodeLink(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('nodelink', options);
  const { text, issue } = decodeLeniently(bytes);
  if (issue) builder.add(issue);
  const reader = new NodeLinkReader(builder);
  const found = graphObject(text);
  const take = async (records: Iterable<JsonRecord>, visit: (value: unknown, at: string) => void, where = '') => {
    for (const { issue: fault, value, at, offset } of records) {
      if (fault) builder.add({ ...fault, at: fault.at.startsWith('[') ? where + fault.at : fault.at });
      if (value !== undefined) visit(value, where + at);
      if (builder.turnIsOver) await builder.nextTurn(offset / text.length);
    }
  };
  if (found === undefined) await take(jsonRecords(text), (value, at) => reader.record(value, at));
  else {
    reader.begin(found.head);
    // Edges may name nodes by their places, and stand before them.
    for (const list of found.lists.filter(({ of }) => of === 'nodes'))
      await take(recordsOfList(text, list), (value, at) => reader.node(value, at), list.name);
    for (const list of found.lists.filter(({ of }) => of === 'edges'))
      await take(recordsOfList(text, list), (value, at) => reader.edge(value, at), list.name);
    if (found.isOpen)
      builder.error(
        'cut-short', '(end of file)', 'The file is not closed: it ends too early, or something in it is no field.',
        'Save or download it again; what stands before was read.',
      );
    if (found.brokenAt !== undefined)
      builder.error(
        'cut-short',
        `“${found.brokenAt}”`,
        'The file breaks off, or is broken, inside this field; nothing after it was read.',
        'Save or download it again.',
        found.brokenAt,
      );
  }
  options.onProgress?.(1);
  return reader.reading();
}

class NodeLinkReader {
  readonly #graph: GraphReader;
  readonly #ids = new Set<string>();
  /** The ids of nodes by their places. */
  readonly #inOrder: string[] = [];
  /** Edges that stand before the nodes may name them by their places. */
  readonly #waiting: EdgeRead[] = [];
  /** How many lists of neighbours were read. */
  #lists = 0;
  #directed: boolean | undefined;
  #head: Head = {};

  constructor(readonly builder: DatasetBuilder) {
    this.#graph = new GraphReader(builder);
  }

  begin(head: Json): void {
    const kind = asText(asObject(head.options)?.type);
    this.#directed = typeof head.directed === 'boolean' ? head.directed : kind === undefined ? undefined : kind !== 'undirected';
    const told = { ...Object.fromEntries(Object.entries(head).filter(([name]) => OWN.has(name))), ...attributesOfGraph(head) };
    const title = asText(told.title) ?? asText(told.name);
    const summary = asText(told.summary) ?? asText(told.description);
    const licence = asText(told.licence) ?? asText(told.license);
    const author = asText(told.author) ?? asText(told.creator);
    this.#head = { ...(title ? { title } : {}), ...(summary ? { summary } : {}), ...(licence ? { licence } : {}) };
    this.#graph.about({ ...(title ? { title } : {}), ...(author ? { author } : {}) });
    for (const name of [
      ...Object.keys(head).filter((one) => !FRAME.has(one) && !OWN.has(one)),
      ...Object.keys(attributesOfGraph(head)).filter((one) => !OWN.has(one)),
    ])
      this.builder.miss(`“${name.slice(0, 40)}” of the graph`);
  }

  /** A record that says itself what it is; an object with both ends is an edge, whatever it says. */
  record(value: unknown, at: string): void {
    const json = asObject(value);
    const isEdge = json?.type === 'relationship' || (json?.type !== 'node' && json?.source !== undefined && json.target !== undefined);
    if (isEdge) this.edge(value, at);
    else if (json?.type === 'node' || json?.id !== undefined || json?.key !== undefined) this.node(value, at);
    else {
      this.builder.warn(
        'not-an-element',
        at,
        'This record is neither a node nor an edge; it was not read, the others were.',
        'Give it a type and an id, or remove it.',
        JSON.stringify(value)?.slice(0, 80),
      );
      this.builder.miss('records that are neither node nor edge');
    }
  }

  node(value: unknown, at: string): void {
    const read = nodeIn(value, at, this.builder);
    if (!read) return;
    const id = this.#graph.node(read.node);
    this.#ids.add(id);
    this.#inOrder.push(id);
    if (read.position) this.#graph.place(id, read.position);
  }

  edge(value: unknown, at: string): void {
    if (Array.isArray(value)) return this.#neighbours(value, at);
    const read = edgeIn(value, at, this.builder);
    if (read) this.#waiting.push(read);
  }

  /**
   * A list of the neighbours of the node at its place, as NetworkX has adjacency; without a direction each edge stands at both of
   * its nodes, and is read at the first.
   */
  #neighbours(list: readonly unknown[], at: string): void {
    const source = this.#inOrder[this.#lists];
    const before = new Set(this.#directed === false ? this.#inOrder.slice(0, this.#lists) : []);
    this.#lists += 1;
    list.forEach((value, i) => {
      const { id, key, ...attributes } = asObject(value) ?? {};
      if (id === undefined || source === undefined) return this.edge(value, `${at}[${i}]`);
      if (!before.has(endOf(id, this.#ids, this.#inOrder)))
        this.edge({ ...attributes, ...(typeof key === 'string' ? { key } : {}), source, target: id }, `${at}[${i}]`);
    });
  }

  reading(): Reading {
    for (const read of this.#waiting) this.#graph.edge(this.#edgeOf(read));
    return this.#graph.reading(this.#head);
  }

  #edgeOf({ edge, ends, undirected }: EdgeRead): GraphEdge {
    const [source, target] = ends.map((end) => endOf(end, this.#ids, this.#inOrder)) as [string, string];
    return { ...edge, source, target, direction: this.#isDirected(edge, undirected) ? 'directed' : 'undirected' };
  }

  /** What the edge says of its direction, else the file; where neither does, one that has a verb has a direction, a mere link has none. */
  #isDirected({ label, fields }: EdgeRead['edge'], undirected: boolean | undefined): boolean {
    if (undirected !== undefined) return !undirected;
    return (
      this.#directed ??
      (label !== undefined || [...fields].some(([name, value]) => typeof value === 'string' && namesRelationshipType(name)))
    );
  }
}

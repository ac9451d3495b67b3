import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { eachTextPiece } from '../records';
import { DatasetBuilder, type Head } from '../builder';
import { GraphReader } from '../graphs';
import { directednessOf, edgeOf } from './edgeOf';
import { GmlRecords, type GmlGraph, type GmlRecord } from './gmlRecords';
import { valueIn } from './gmlValues';
import { nodeOf } from './nodeOf';

/** How much is read between two looks at the clock, in characters. */
const SLICE = 65_536;

/** Reads a GML graph, or the graphs of a file side by side. */
export async function readGml(source: FileSource, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('gml', options);
  const file = new GmlFile(builder);
  await eachTextPiece(source, builder, async (piece, share) => {
    for (let at = 0; at < (piece?.length ?? 0); at += SLICE) {
      file.records.push(piece!.slice(at, at + SLICE));
      if (builder.turnIsOver) await builder.nextTurn(share);
    }
    if (piece === undefined) file.records.end();
  });
  await file.readWaiting();
  options.onProgress?.(1);
  return file.reading();
}

/** What is read of the head of a file or graph; the rest of it is counted. */
const HEAD = new Set(['directed', 'label', 'name', 'comment', 'creator', 'version', 'id', 'multigraph', 'hierarchic']);

/** The records of a file on their way into the dataset. */
class GmlFile {
  readonly records: GmlRecords;
  readonly #graph: GraphReader;
  readonly #graphs = new Set<GmlGraph>();
  /** Edges that stand before their graph says whether it is directed. */
  readonly #waiting: GmlRecord[] = [];

  constructor(readonly builder: DatasetBuilder) {
    this.records = new GmlRecords(builder, (record) => this.#read(record));
    this.#graph = new GraphReader(builder);
  }

  #read(record: GmlRecord): void {
    this.builder.rows += 1;
    if (this.#graphs.size === 0) this.#tellSource(record.graph);
    this.#graphs.add(record.graph);
    if (record.kind === 'node') this.#node(record);
    else if (directednessOf(record.graph) === undefined) this.#waiting.push(record);
    else this.#edge(record);
  }

  async readWaiting(): Promise<void> {
    for (const record of this.#waiting) {
      this.#edge(record);
      if (this.builder.turnIsOver) await this.builder.nextTurn(1);
    }
  }

  reading(): Reading {
    const { builder, records } = this;
    const several = new Set([...this.#graphs].map(({ number }) => number)).size;
    if (several > 1)
      builder.warn(
        'several-graphs',
        '(file)',
        `The file holds ${several} graphs; they stand side by side, and the ids of all but the first begin with “g2-”, “g3-” ….`,
        'Split the file where they should be apart.',
        String(several),
      );
    for (const [key] of [...records.head, ...[...this.#graphs].flatMap(({ entries }) => entries)])
      if (!HEAD.has(key.toLowerCase())) builder.miss(`“${key}” of the graph`);
    return this.#graph.reading(this.#head());
  }

  #node(record: GmlRecord): void {
    const { node, position } = nodeOf(record, this.builder);
    const id = this.#graph.node(node);
    if (position) this.#graph.place(id, position);
  }

  #edge(record: GmlRecord): void {
    const edge = edgeOf(record, this.builder);
    if (edge) this.#graph.edge(edge);
  }

  #tellSource(first: GmlGraph): void {
    const [title, author] = [this.#said('label', first), this.#said('creator', first)];
    this.#graph.about({ ...(title ? { title } : {}), ...(author ? { author } : {}) });
  }

  #head(): Head {
    const [first] = this.#graphs;
    const [title, summary] = [this.#said('label', first) ?? this.#said('name', first), this.#said('comment', first)];
    return { ...(title ? { title } : {}), ...(summary ? { summary } : {}) };
  }

  /** What is said of a graph, or else of the file. */
  #said(name: string, graph: GmlGraph | undefined): string | undefined {
    const found = [graph?.entries ?? [], this.records.head].map((list) => String(valueIn(list, name) ?? '').trim());
    return found.find((text) => text !== '');
  }
}

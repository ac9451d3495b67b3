import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { eachXmlRecord, type XmlElement, XmlRecords } from '../records';
import { DatasetBuilder, type Head, positionOf } from '../builder';
import { edgeEnds, type GraphEdge, GraphReader } from '../graphs';
import { type Fields, foldFieldName } from '../words';
import { type Drawing, readDrawing, takeGephiLooks } from './drawing';
import { boundsOf, type Source } from '../../model';
import { Keys } from './keys';

const CONTAINERS: ReadonlySet<string> = new Set(['graphml', 'graph', 'node', 'edge']);
const RECORDS: ReadonlySet<string> = new Set(['key', 'data', 'desc', 'port', 'hyperedge', 'locator']);

/** Attributes of nodes and edges that are read as something else than a property. */
const READ: ReadonlySet<string> = new Set(['id', 'source', 'target', 'directed']);

/** Reads GraphML, piece after piece. */
export async function readGraphml(source: FileSource, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('graphml', options);
  const reader = new GraphmlReader(builder);
  await eachXmlRecord(source, new XmlRecords(RECORDS, builder, CONTAINERS), builder, (element) => reader.take(element));
  options.onProgress?.(1);
  return reader.reading();
}

/** A container that has begun and not ended yet. */
interface Begun {
  readonly element: XmlElement;
  readonly data: XmlElement[];
  desc: string | undefined;
  ports: number;
}

class GraphmlReader {
  readonly #reader: GraphReader;
  readonly #keys: Keys;
  readonly #begun: Begun[] = [];
  #graphs = 0;
  #head: Head = {};

  constructor(readonly builder: DatasetBuilder) {
    this.#reader = new GraphReader(builder);
    this.#keys = new Keys(builder);
  }

  take(element: XmlElement): void {
    const { name, container } = element;
    if (container === 'opens') this.#open(element);
    else if (container === 'closes') this.#close();
    else if (name === 'key') this.#keys.declare(element);
    else if (name === 'hyperedge') this.#missHyperedge(element);
    else this.#gather(element);
  }

  reading(): Reading {
    return this.#reader.reading(this.#head);
  }

  /** What a graph says of itself stands before its nodes; so it is read when the first begins. */
  #open(element: XmlElement): void {
    const around = this.#begun.at(-1);
    if (element.name === 'graph') this.#beginGraph(element, around);
    else if (around?.element.name === 'graph') this.#tellHead(around);
    this.#begun.push({ element, data: [], desc: undefined, ports: 0 });
  }

  #beginGraph({ attributes, line }: XmlElement, around: Begun | undefined): void {
    const nested = around !== undefined && around.element.name !== 'graphml';
    if (!nested) this.#graphs += 1;
    if (this.#graphs === 2 && !nested)
      this.builder.warn(
        'several-graphs', line, 'The file has another graph here; all of them were read as one.',
        'Nothing need be done if they belong together.',
      );
    if (!attributes.has('edgedefault') && !nested)
      this.builder.warn(
        'no-edgedefault',
        line,
        'The graph does not say whether its edges have a direction; those that do not say it themselves were read as undirected.',
        'Write edgedefault="directed" where they have.',
      );
  }

  #gather(element: XmlElement): void {
    const begun = this.#begun.at(-1);
    if (!begun) return;
    if (element.name === 'data') begun.data.push(element);
    else if (element.name === 'desc') begun.desc = element.text || undefined;
    else if (element.name === 'port') begun.ports += 1 + portsIn(element);
    else this.builder.miss('locators');
  }

  #close(): void {
    const begun = this.#begun.pop()!;
    const { name } = begun.element;
    if (name === 'graphml') this.#tellHead(begun);
    else if (name === 'graph') this.#tellHead(begun);
    else if (name === 'node') this.#readNode(begun);
    else this.#readEdge(begun);
    if (begun.ports > 0) this.builder.miss('ports', begun.ports);
  }

  /** Data of the file and of its first graph are the head of the dataset. */
  #tellHead(begun: Begun): void {
    if (begun.data.length === 0 && begun.desc === undefined) return;
    if (this.#begun.some((one) => one.element.name === 'node')) {
      this.builder.miss('data of nested graphs', begun.data.splice(0).length + (begun.desc === undefined ? 0 : 1));
      begun.desc = undefined;
      return;
    }
    const { fields } = this.#keys.read(begun.data.splice(0), 'graph');
    const { head, about } = readHead(fields, begun.desc, this.builder);
    begun.desc = undefined;
    this.#head = { ...head, ...this.#head };
    this.#reader.about(about);
  }

  #readNode({ element, data, desc, ports }: Begun): void {
    const { attributes, line } = element;
    const { fields, drawings } = this.#keys.read(data, 'node');
    const drawing = readDrawing(drawings);
    const gephi = takeGephiLooks(fields);
    addTo(fields, drawing.fields);
    addTo(fields, otherAttributes(element));
    const parent = this.#begun.findLast((one) => one.element.name === 'node')?.element.attributes.get('id');
    if (parent !== undefined) addTo(fields, new Map([['parent', parent]]));
    if (desc !== undefined) addTo(fields, new Map([['desc', desc]]));
    if (ports > 0) this.#tellPorts(line);
    if (!attributes.has('id')) this.builder.warn('missing-id', line, 'This node has no id.', 'Give it one.');
    const id = this.#reader.node({
      id: attributes.get('id') ?? '', label: labelOf(drawing, fields, ['label', 'Label', 'name']), fields, at: line,
    });
    const position = drawing.position ?? (gephi && positionOf(gephi.x, gephi.y));
    if (position) this.#reader.place(id, position);
  }

  #readEdge({ element, data, desc }: Begun): void {
    const { attributes, line } = element;
    const ends = edgeEnds(attributes.get('source'), attributes.get('target'), line, this.builder, 'Name both.');
    if (!ends) return;
    const { fields, drawings } = this.#keys.read(data, 'edge');
    const drawing = readDrawing(drawings);
    takeGephiLooks(fields);
    addTo(fields, drawing.fields);
    addTo(fields, otherAttributes(element));
    if (desc !== undefined) addTo(fields, new Map([['desc', desc]]));
    const label = labelOf(drawing, fields, ['label', 'Label', 'Edge Label', 'edgelabel']);
    this.#reader.edge({
      id: attributes.get('id'), label, ...this.#directed(ends, element, drawing, takeUndirected(fields)), fields, at: line,
    });
  }

  /**
   * The direction of an edge: what it is drawn as, since yEd declares all edges directed; else the key `undirected`; else its own word;
   * else its graph's. An arrow at the start alone turns it.
   */
  #directed(
    ends: Pick<GraphEdge, 'source' | 'target'>, { attributes }: XmlElement, { arrows }: Drawing, undirected: boolean,
  ): Pick<GraphEdge, 'source' | 'target' | 'direction'> {
    if (arrows) {
      if (arrows.source && !arrows.target) return { source: ends.target, target: ends.source, direction: 'directed' };
      return { ...ends, direction: arrows.source ? 'mutual' : arrows.target ? 'directed' : 'undirected' };
    }
    if (undirected) return { ...ends, direction: 'undirected' };
    const graph = this.#begun.findLast((one) => one.element.name === 'graph' && one.element.attributes.has('edgedefault'));
    const own = attributes.get('directed')?.trim().toLowerCase();
    const directed =
      own === undefined ? graph?.element.attributes.get('edgedefault')?.toLowerCase() === 'directed' : own === 'true' || own === '1';
    return { ...ends, direction: directed ? 'directed' : 'undirected' };
  }

  #missHyperedge({ line, children, attributes }: XmlElement): void {
    const ends = children.flatMap((child) => (child.name === 'endpoint' ? (child.attributes.get('node') ?? []) : []));
    this.builder.warn(
      'hyperedge', line, `A hyperedge of ${ends.length} nodes cannot be expressed: a relationship has two ends. It was not read.`,
      'Make it a node of its own, tied to each of them.', attributes.get('id') ?? ends.join(', '),
    );
    this.builder.miss('hyperedges');
  }

  #portsTold = false;

  #tellPorts(line: number): void {
    if (!this.#portsTold)
      this.builder.warn(
        'ports',
        line,
        'Nodes have ports here; edges are read as running between the nodes, and the names of their ports stay as properties.',
        'Nothing need be done.',
      );
    this.#portsTold = true;
  }
}

/** The label: what is drawn, else a field that is called so, which it is taken from. */
function labelOf({ label }: Drawing, fields: Fields, names: readonly string[]): string | undefined {
  if (label !== undefined) return label;
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    fields.delete(name);
    return String(value);
  }
  return undefined;
}

/** Takes the key by which our own writer says that an edge of a directed graph has no direction. */
function takeUndirected(fields: Fields): boolean {
  return fields.get('undirected') === true && fields.delete('undirected');
}

/** What a tool of its own mind wrote on a node or edge, as Neo4j does with labels; and the names of ports. */
function otherAttributes({ attributes }: XmlElement): Fields {
  return new Map([...attributes].filter(([name, value]) => value !== '' && !READ.has(name)));
}

function portsIn({ children }: XmlElement): number {
  return children.reduce((n, child) => n + (child.name === 'port' ? 1 + portsIn(child) : 0), 0);
}

function addTo(fields: Fields, more: Fields): void {
  for (const [name, value] of more) if (!fields.has(name)) fields.set(name, value);
}

/**
 * The head of the dataset and the file as a source, by what the graph says of itself:
 * title (or name), summary (or description), licence, author (or creator), date. What else there is is counted.
 */
function readHead(
  fields: Fields, desc: string | undefined, builder: DatasetBuilder,
): { head: Head; about: Partial<Pick<Source, 'title' | 'author' | 'published'>> } {
  const told = new Map(
    [...fields].flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[foldFieldName(name), value] as const] : [])),
  );
  const used = new Set<string>();
  const take = (...names: string[]) => {
    const name = names.find((one) => told.has(one));
    if (name !== undefined) used.add(name);
    return name === undefined ? undefined : told.get(name);
  };
  const title = take('title', 'name');
  const summary = take('summary', 'description') ?? desc;
  const licence = take('licence', 'license');
  const author = take('author', 'creator');
  const date = take('date', 'published');
  const published = date !== undefined && boundsOf(date) ? date : undefined;
  for (const name of fields.keys()) if (!used.has(foldFieldName(name))) builder.miss(`${name} of the graph`.slice(0, 100));
  if (date !== undefined && published === undefined) builder.miss('date of the graph');
  return {
    head: {
      ...(title === undefined ? {} : { title }), ...(summary === undefined ? {} : { summary }),
      ...(licence === undefined ? {} : { licence }),
    },
    about: {
      ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }),
      ...(published === undefined ? {} : { published }),
    },
  };
}

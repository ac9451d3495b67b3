import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { eachXmlRecord, Gathering, GraphReader, positionOf, XmlRecords, type Fields, type GraphEdge, type Head, type XmlElement } from '../gather';
import { readDrawing, type Drawing } from './drawing';
import { takeGephiLooks } from './gephiLooks';
import { Keys } from './keys';
import { readHead } from './readHead';

const CONTAINERS: ReadonlySet<string> = new Set(['graphml', 'graph', 'node', 'edge']);
const RECORDS: ReadonlySet<string> = new Set(['key', 'data', 'desc', 'port', 'hyperedge', 'locator']);

/** Attributes of nodes and edges that are read as something else than a property. */
const READ: ReadonlySet<string> = new Set(['id', 'source', 'target', 'directed']);

/** Reads GraphML, piece after piece. */
export async function readGraphml(source: FileSource, options: ReadOptions): Promise<Reading> {
  const gathering = new Gathering('graphml', options);
  const reader = new GraphmlReader(gathering);
  await eachXmlRecord(source, new XmlRecords(RECORDS, gathering, CONTAINERS), gathering, (element) => reader.take(element));
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

  constructor(readonly gathering: Gathering) {
    this.#reader = new GraphReader(gathering);
    this.#keys = new Keys(gathering);
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
    if (this.#graphs === 2 && !nested) this.gathering.warn('several-graphs', line, 'The file has another graph here; all of them were read as one.', 'Nothing need be done if they belong together.');
    if (!attributes.has('edgedefault') && !nested) this.gathering.warn('no-edgedefault', line, 'The graph does not say whether its edges have a direction; those that do not say it themselves were read as undirected.', 'Write edgedefault="directed" where they have.');
  }

  #gather(element: XmlElement): void {
    const begun = this.#begun.at(-1);
    if (!begun) return;
    if (element.name === 'data') begun.data.push(element);
    else if (element.name === 'desc') begun.desc = element.text || undefined;
    else if (element.name === 'port') begun.ports += 1 + portsIn(element);
    else this.gathering.miss('locators');
  }

  #close(): void {
    const begun = this.#begun.pop()!;
    const { name } = begun.element;
    if (name === 'graphml') this.#tellHead(begun);
    else if (name === 'graph') this.#tellHead(begun);
    else if (name === 'node') this.#readNode(begun);
    else this.#readEdge(begun);
    if (begun.ports > 0) this.gathering.miss('ports', begun.ports);
  }

  /** Data of the file and of its first graph are the head of the dataset. */
  #tellHead(begun: Begun): void {
    if (begun.data.length === 0 && begun.desc === undefined) return;
    if (this.#begun.some((one) => one.element.name === 'node')) {
      this.gathering.miss('data of nested graphs', begun.data.splice(0).length + (begun.desc === undefined ? 0 : 1));
      begun.desc = undefined;
      return;
    }
    const { fields } = this.#keys.read(begun.data.splice(0), 'graph');
    const { head, about } = readHead(fields, begun.desc, this.gathering);
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
    if (!attributes.has('id')) this.gathering.warn('missing-id', line, 'This node has no id.', 'Give it one.');
    const id = this.#reader.node({ id: attributes.get('id') ?? '', label: labelOf(drawing, fields, ['label', 'Label', 'name']), fields, at: line });
    const position = drawing.position ?? (gephi && positionOf(gephi.x, gephi.y));
    if (position) this.#reader.place(id, position);
  }

  #readEdge({ element, data, desc }: Begun): void {
    const { attributes, line } = element;
    const [source, target] = [attributes.get('source'), attributes.get('target')];
    if (source === undefined || target === undefined) {
      this.gathering.warn('missing-end', line, 'This edge names only one end, or none; it was not read.', 'Name both.', source ?? target);
      this.gathering.miss('edges without ends');
      return;
    }
    const { fields, drawings } = this.#keys.read(data, 'edge');
    const drawing = readDrawing(drawings);
    takeGephiLooks(fields);
    addTo(fields, drawing.fields);
    addTo(fields, otherAttributes(element));
    if (desc !== undefined) addTo(fields, new Map([['desc', desc]]));
    const label = labelOf(drawing, fields, ['label', 'Label', 'Edge Label', 'edgelabel']);
    this.#reader.edge({ id: attributes.get('id'), label, ...this.#ends(source, target, element, drawing), fields, at: line });
  }

  /** The direction of an edge: what it is drawn as, since yEd declares all edges directed; else its own word; else its graph's. An arrow at the start alone turns it. */
  #ends(source: string, target: string, { attributes }: XmlElement, { arrows }: Drawing): Pick<GraphEdge, 'source' | 'target' | 'direction'> {
    if (arrows) {
      if (arrows.source && !arrows.target) return { source: target, target: source, direction: 'directed' };
      return { source, target, direction: arrows.source ? 'mutual' : arrows.target ? 'directed' : 'undirected' };
    }
    const graph = this.#begun.findLast((one) => one.element.name === 'graph' && one.element.attributes.has('edgedefault'));
    const own = attributes.get('directed')?.trim().toLowerCase();
    const directed = own === undefined ? graph?.element.attributes.get('edgedefault')?.toLowerCase() === 'directed' : own === 'true' || own === '1';
    return { source, target, direction: directed ? 'directed' : 'undirected' };
  }

  #missHyperedge({ line, children, attributes }: XmlElement): void {
    const ends = children.flatMap((child) => (child.name === 'endpoint' ? (child.attributes.get('node') ?? []) : []));
    this.gathering.warn('hyperedge', line, `A hyperedge of ${ends.length} nodes cannot be expressed: a relationship has two ends. It was not read.`, 'Make it a node of its own, tied to each of them.', attributes.get('id') ?? ends.join(', '));
    this.gathering.miss('hyperedges');
  }

  #portsTold = false;

  #tellPorts(line: number): void {
    if (!this.#portsTold) this.gathering.warn('ports', line, 'Nodes have ports here; edges are read as running between the nodes, and the names of their ports stay as properties.', 'Nothing need be done.');
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

import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { eachXmlRecord, type XmlElement, XmlRecords } from '../records';
import { DatasetBuilder, type Head } from '../builder';
import { edgeEnds, GraphReader } from '../graphs';
import type { Fields } from '../words';
import { appearanceIn, positionIn } from './appearance';
import { DeclaredAttributes } from './attributes';
import { readMeta } from './readMeta';
import { TimeReader } from './times';

const CONTAINERS: ReadonlySet<string> = new Set(['gexf', 'graph', 'node', 'edge']);
const RECORDS: ReadonlySet<string> = new Set([
  'meta', 'attributes', 'attvalues', 'attvalue', 'spells', 'slices', 'parents', 'color', 'position', 'size', 'shape', 'thickness',
]);

const WRAPPERS: ReadonlySet<string> = new Set(['nodes', 'edges']);
/** Attributes of nodes and edges that are read as something else than a property. */
const READ: ReadonlySet<string> = new Set([
  'id', 'label', 'source', 'target', 'type', 'weight', 'kind', 'pid', 'start', 'end', 'startopen', 'endopen', 'timestamp', 'timestamps',
  'intervals',
]);

/** Reads GEXF 1.0 to 1.3, piece after piece. */
export async function readGexf(source: FileSource, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('gexf', options);
  const reader = new GexfReader(builder);
  await eachXmlRecord(source, new XmlRecords(RECORDS, builder, CONTAINERS, WRAPPERS), builder, (element) => reader.take(element));
  options.onProgress?.(1);
  return reader.reading();
}

/** A node or edge that has begun and not ended yet. */
interface Begun {
  readonly element: XmlElement;
  readonly parent: string | undefined;
  readonly values: XmlElement[];
  readonly spells: XmlElement[];
  readonly parents: XmlElement[];
  readonly viz: XmlElement[];
}

class GexfReader {
  readonly #reader: GraphReader;
  readonly #times: TimeReader;
  readonly #nodes: DeclaredAttributes;
  readonly #edges: DeclaredAttributes;
  readonly #begun: Begun[] = [];
  #defaultDirection = 'undirected';
  #graphs = 0;
  #head: Head = {};

  constructor(readonly builder: DatasetBuilder) {
    this.#reader = new GraphReader(builder);
    this.#times = new TimeReader(builder);
    this.#nodes = new DeclaredAttributes('node', builder);
    this.#edges = new DeclaredAttributes('edge', builder);
  }

  take(element: XmlElement): void {
    const { name, container } = element;
    if (name === 'graph' || name === 'gexf') this.#begin(element);
    else if (container === 'opens') this.#open(element);
    else if (container === 'closes') this.#close();
    else if (name === 'meta') this.#readMeta(element);
    else if (name === 'attributes') this.#declare(element);
    else this.#gather(element);
  }

  reading(): Reading {
    return this.#reader.reading(this.#head);
  }

  #begin(element: XmlElement): void {
    const { name, container, attributes, line } = element;
    if (name !== 'graph' || container !== 'opens') return;
    this.#graphs += 1;
    if (this.#graphs === 2)
      this.builder.warn(
        'several-graphs', line, 'The file has another graph here; all of them were read as one.',
        'Nothing need be done if they belong together.',
      );
    // NetworkX writes the name of a graph here.
    const named = attributes.get('name')?.trim();
    if (named) this.#head = { title: named, ...this.#head };
    this.#defaultDirection = attributes.get('defaultedgetype')?.toLowerCase() ?? 'undirected';
    this.#times.format = attributes.get('timeformat') ?? attributes.get('timetype') ?? 'double';
    const isSlice = attributes.get('mode')?.trim().toLowerCase() === 'slice';
    if (isSlice) this.#times.slice(element);
    for (const span of [...(isSlice ? [] : ['start', 'end', 'timestamp']), 'timezone'])
      if (attributes.has(span)) this.builder.miss(`${span} of the graph`);
  }

  #readMeta(element: XmlElement): void {
    const { head, about } = readMeta(element, this.builder);
    this.#head = head;
    this.#reader.about(about);
  }

  #declare(element: XmlElement): void {
    const kind = element.attributes.get('class')?.toLowerCase();
    if (kind === 'edge') this.#edges.declare(element);
    else this.#nodes.declare(element);
  }

  /** A node whose `nodes` are inside it is their parent; an edge may stand inside a node too. */
  #open(element: XmlElement): void {
    const around =
      element.name === 'node' ? this.#begun.findLast((one) => one.element.name === 'node')?.element.attributes.get('id') : undefined;
    this.#begun.push({ element, parent: element.attributes.get('pid') ?? around, values: [], spells: [], parents: [], viz: [] });
  }

  #gather(element: XmlElement): void {
    const begun = this.#begun.at(-1);
    if (!begun) return;
    const { name, children } = element;
    if (name === 'attvalues') begun.values.push(...children.filter((child) => child.name === 'attvalue'));
    else if (name === 'attvalue') begun.values.push(element);
    else if (name === 'spells' || name === 'slices') begun.spells.push(...children);
    else if (name === 'parents') begun.parents.push(...children);
    else begun.viz.push(element);
  }

  #close(): void {
    const begun = this.#begun.pop()!;
    if (begun.element.name === 'node') this.#readNode(begun);
    else this.#readEdge(begun);
  }

  #readNode({ element, parent, values, spells, parents, viz }: Begun): void {
    const { attributes, line } = element;
    const times = this.#times.read(element, spells);
    const fields = this.#nodes.fields(values);
    addTo(fields, appearanceIn(viz));
    addTo(fields, otherAttributes(element));
    const all = [...(parent === undefined ? [] : [parent]), ...parents.flatMap((one) => one.attributes.get('for') ?? [])];
    if (all.length > 0) fields.set('parent', all.length === 1 ? all[0]! : all);
    if (times.intervals.length > 0) fields.set('spells', [...times.intervals]);
    const given = attributes.get('id');
    if (given === undefined)
      this.builder.warn('missing-id', line, 'This node has no id; its label stands for it.', 'Give it one.', attributes.get('label'));
    const id = this.#reader.node({
      id: given ?? attributes.get('label') ?? '', label: attributes.get('label'), fields, start: times.start, end: times.end, at: line,
    });
    const position = positionIn(viz);
    if (position) this.#reader.place(id, position);
  }

  #readEdge({ element, values, spells, viz }: Begun): void {
    const { attributes, line } = element;
    const ends = edgeEnds(attributes.get('source'), attributes.get('target'), line, this.builder, 'Name both.');
    if (!ends) return;
    const times = this.#times.read(element, spells);
    const fields = this.#edges.fields(values);
    addTo(fields, appearanceIn(viz));
    addTo(fields, otherAttributes(element));
    const weight = Number(attributes.get('weight') ?? NaN);
    if (Number.isFinite(weight)) addTo(fields, new Map([['weight', weight]]));
    const kind = attributes.get('kind')?.trim();
    if (kind && kind.replace(/ \(\d+\)$/, '') !== fields.get('type')) addTo(fields, new Map([['kind', kind]]));
    if (times.intervals.length > 0) fields.set('spells', [...times.intervals]);
    this.#reader.edge({
      id: attributes.get('id'), ...ends, label: attributes.get('label'), direction: this.#direction(element), fields,
      start: times.start, end: times.end, at: line,
    });
  }

  /** The type of an edge is its direction; an unknown word is told, and the graph's default holds. */
  #direction({ attributes, line }: XmlElement): 'directed' | 'undirected' | 'mutual' {
    const own = attributes.get('type')?.toLowerCase();
    const direction = own ?? this.#defaultDirection;
    if (direction === 'directed' || direction === 'undirected' || direction === 'mutual') return direction;
    // GEXF 1.0 and 1.1 have "dir", "sub" and others in drafts.
    this.builder.warn(
      'unknown-direction', line, `“${direction}” is no type of edge in GEXF; it was read as undirected.`,
      'Write directed, undirected or mutual.', direction,
    );
    return 'undirected';
  }
}

/** What a tool of its own mind wrote on a node or edge. */
function otherAttributes({ attributes }: XmlElement): Fields {
  return new Map([...attributes].filter(([name, value]) => value !== '' && !READ.has(name)));
}

/** Adds fields that the format has beside attributes; an attribute of the same title is not overwritten. */
function addTo(fields: Fields, more: ReadonlyMap<string, Fields extends Map<string, infer V> ? V : never>): void {
  for (const [name, value] of more) if (!fields.has(name)) fields.set(name, value);
}

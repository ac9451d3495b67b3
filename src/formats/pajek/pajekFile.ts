import type { Reading } from '../format';
import { type GraphEdge, GraphReader } from '../graphs';
import type { DatasetBuilder } from '../builder';
import { Attachment, type AttachmentKind } from './attachment';
import { LineReader, type Relation } from './lineOf';
import { Matrix } from './matrix';
import { MOST_UNLISTED, Network, Networks } from './network';
import { vertexOf } from './vertexOf';

const HEADING = /^\*\s*([a-z]+)\s*(.*)$/i;
const RELATION = /^:?\s*(\d+)?\s*(?:"([^"]*)"?|(\S.*))?$/;
/** How many lines a section has, and how many rows and columns: without a colon a bare number is no relation. */
const COUNT = /^\d+$/;
const MODES = /^(\d+)[\s,x]+(\d+)$/;
const ATTACHMENTS: ReadonlySet<string> = new Set<AttachmentKind>(['partition', 'vector', 'permutation', 'cluster']);
const LINES: ReadonlySet<string> = new Set<Relation['kind']>(['arcs', 'edges', 'arcslist', 'edgeslist', 'matrix']);

/** What the lines of a section are. */
type Section =
  | { readonly kind: 'notes' | 'unread' | 'vertices' }
  | { readonly kind: 'values'; readonly of: Attachment }
  | { readonly kind: 'lines'; readonly relation: Relation }
  | { readonly kind: 'matrix'; readonly matrix: Matrix };

/** A file of Pajek, section after section. Vertices become entities at its end, when all that is said of them is known. */
export class PajekFile {
  readonly graph: GraphReader;
  readonly #networks = new Networks();
  readonly #attachments: Attachment[] = [];
  readonly #notes: string[] = [];
  /** Where the relationships of each network begin. */
  readonly #beginnings = new Map<Network, number>();
  #name = '';
  #section: Section = { kind: 'notes' };
  #network: Network | undefined;
  #reader: LineReader | undefined;

  constructor(readonly builder: DatasetBuilder) {
    this.graph = new GraphReader(builder);
  }

  /** Takes the next line; gives the lines between vertices that it says. */
  *line(text: string, at: number): Generator<GraphEdge> {
    const plain = text.trim();
    if (plain === '') return;
    if (plain.startsWith('%')) this.#comment(plain.slice(1).trimEnd());
    else if (plain.startsWith('*')) this.#heading(plain, at);
    else yield* this.#content(plain, at);
  }

  async end(): Promise<Reading> {
    this.#settle();
    for (const attachment of this.#attachments) attachment.attach(this.builder);
    for (const network of this.#networks.all) if (network.shared === undefined) await this.#emit(network);
    this.#tellNetworks();
    const [first] = this.#networks.all;
    const summary = this.#notes.join('\n').trim().slice(0, 2000);
    return this.graph.reading({ ...(first?.name ? { title: first.name } : {}), ...(summary ? { summary } : {}) });
  }

  #comment(text: string): void {
    const attachment = this.#attachments.at(-1);
    if (attachment && (this.#section.kind === 'values' || this.#section.kind === 'notes')) attachment.comment(text);
    else if (this.#notes.length < 40 && /[\p{Letter}\p{Number}]/u.test(text)) this.#notes.push(text.trim());
  }

  #heading(text: string, at: number): void {
    const [, word = '', rest = ''] = HEADING.exec(text) ?? [];
    const kind = word.toLowerCase();
    this.#settle();
    if (kind === 'network') {
      this.#name = unquoted(rest);
      this.#section = { kind: 'notes' };
    } else if (kind === 'vertices') this.#vertices(rest, at);
    else if (ATTACHMENTS.has(kind)) {
      const attachment = new Attachment(kind as AttachmentKind, unquoted(rest), at, [...this.#networks.all]);
      this.#attachments.push(attachment);
      this.#section = { kind: 'values', of: attachment };
    } else if (LINES.has(kind)) this.#lines(kind as Relation['kind'], rest, at);
    else {
      this.#section = { kind: 'unread' };
      this.builder.warn(
        'unread-section', at, 'Sections of this kind are not read.', 'Save the network with vertices, arcs and edges.', text,
      );
    }
  }

  /** The count of an attachment's values where one was begun; else a network. */
  #vertices(rest: string, at: number): void {
    const [count = NaN, first = 0] = rest.split(/\s+/).filter((word) => word !== '').map(Number);
    if (this.#section.kind === 'values' && this.#section.of.count === 0 && this.#section.of.values.length === 0) {
      this.#section.of.count = Number.isSafeInteger(count) && count > 0 ? count : 0;
      return;
    }
    this.#begins(count, first, rest, at);
  }

  #begins(count: number, first: number, rest: string, at: number): void {
    if (!Number.isSafeInteger(count) || count < 0)
      this.builder.warn(
        'bad-count', at, 'This is no number of vertices; those that are listed are read.', 'Write how many vertices there are.', rest,
      );
    const network = new Network(
      this.#name, Number.isSafeInteger(count) && count > 0 ? count : 0,
      Number.isSafeInteger(first) && first > 0 && first < count ? first : 0, at,
    );
    this.#beginnings.set(network, this.builder.relationships.length);
    this.#networks.all.push(network);
    this.#network = network;
    this.#reader = new LineReader(network, this.builder);
    this.#section = { kind: 'vertices' };
    this.#name = '';
    if (this.#networks.all.length === 1 && network.name !== '') this.graph.about({ title: network.name });
  }

  /** The vertices of a network, and a matrix whose shape only its last row tells, are read when another section begins. */
  #settle(): void {
    if (this.#section.kind === 'vertices' && this.#network) this.#networks.settle(this.#network);
    if (this.#section.kind === 'matrix') for (const edge of this.#section.matrix.end()) this.graph.edge(edge);
  }

  #lines(kind: Relation['kind'], rest: string, at: number): void {
    if (!this.#network) this.#begins(0, 0, '', at);
    const modes = kind === 'matrix' ? MODES.exec(rest) : null;
    const network = this.#network!;
    if (modes && network.firstMode === 0 && Number(modes[1]) + Number(modes[2]) === network.count) network.firstMode = Number(modes[1]);
    const [, number, quoted, bare] = (modes || COUNT.test(rest) ? null : RELATION.exec(rest)) ?? [];
    const relation: Relation = {
      kind, number: number === undefined ? undefined : Number(number), name: (quoted ?? bare)?.trim() || undefined,
    };
    this.#reader!.name(relation);
    this.#section =
      kind === 'matrix' ? { kind: 'matrix', matrix: new Matrix(this.#reader!, relation, this.builder) } : { kind: 'lines', relation };
  }

  *#content(text: string, at: number): Generator<GraphEdge> {
    const section = this.#section;
    switch (section.kind) {
      case 'notes':
        if (this.#notes.length < 40) this.#notes.push(text);
        return;
      case 'unread':
        return this.builder.miss('lines of sections that are not read');
      case 'vertices':
        return this.#vertex(text, at);
      case 'values':
        return this.#values(section.of, text, at);
      case 'matrix':
        return yield* section.matrix.line(text, at);
      case 'lines':
        yield* section.relation.kind.endsWith('list')
          ? this.#reader!.list(text, at, section.relation)
          : this.#reader!.pair(text, at, section.relation);
    }
  }

  #vertex(text: string, at: number): void {
    const read = vertexOf(text, at, this.builder);
    if (!read) return;
    const network = this.#network!;
    if (network.vertices.has(read.number)) {
      this.builder.warn(
        'repeated-vertex', at, `Vertex ${read.number} is listed already; the first line counts.`, 'Number the vertices one after another.',
        text,
      );
      this.builder.miss('lines of vertices');
    } else network.add(read.number, read.vertex);
  }

  #values(attachment: Attachment, text: string, at: number): void {
    for (const word of text.split(/\s+/)) {
      const value = Number(word);
      if (Number.isFinite(value)) attachment.values.push(value);
      else {
        attachment.values.push(NaN);
        this.builder.warn('bad-value', at, 'This is no number; the vertex has no value there.', 'Write a number.', word);
      }
    }
  }

  async #emit(network: Network): Promise<void> {
    const unlisted = network.count - network.vertices.size;
    if (unlisted > MOST_UNLISTED)
      this.builder.warn(
        'too-many-unlisted',
        network.line,
        `The network says that it has ${network.count} vertices and lists ${network.vertices.size}; `
        + `of the others only those that lines name are read, because they are more than ${MOST_UNLISTED}.`,
        'List the vertices.',
        String(network.count),
      );
    else for (let n = 1; n <= network.count; n += 1) if (!network.vertices.has(n)) network.fieldsOf(n);
    for (const number of [...network.vertices.keys()].sort((a, b) => a - b)) {
      this.#node(network, number);
      if (this.builder.turnIsOver) await this.builder.nextTurn(1);
    }
  }

  #node(network: Network, number: number): void {
    const { label, position, fields, start, end, line } = network.vertices.get(number)!;
    if (network.firstMode > 0 && !fields.has('mode')) fields.set('mode', number <= network.firstMode ? 1 : 2);
    const id = this.graph.node({ id: network.idOf(number), label: label ?? `v${number}`, fields, start, end, at: line });
    if (position) this.graph.place(id, position);
  }

  /** Several networks: which relationships are of which, and how their vertices came together. */
  #tellNetworks(): void {
    const all = this.#networks.all;
    if (all.length < 2) return;
    all.forEach((network, i) => this.#markOf(network, this.#beginnings.get(all[i + 1]!) ?? this.builder.relationships.length));
    const shared = all.filter((network) => network.shared !== undefined);
    const others = all.length - shared.length;
    if (shared.length > 0)
      this.builder.warn(
        'networks-joined',
        '(file)',
        `${shared.length} networks have as many vertices as an earlier one, under the same labels; `
        + `their lines are between the same entities, marked with the property “network”.`,
        'Split the file where they should be apart.',
        shared.map(({ name }) => name).join(', '),
      );
    if (others > 1)
      this.builder.warn(
        'networks-apart',
        '(file)',
        `${others} networks have vertices of their own; they stand side by side, `
        + `and the ids of all but the first begin with the network’s name.`,
        'Match entities of the same name where they are the same.',
        all
          .filter((n) => n.shared === undefined)
          .map(({ name }) => name)
          .join(', '),
      );
    if (
      shared.some((network) =>
        [...network.vertices].some(([n, { position }]) => position && !samePlace(position, network.holder.vertices.get(n)?.position)),
      )
    )
      this.builder.miss('places of vertices in later networks');
  }

  #markOf(network: Network, end: number): void {
    if (network.name === '') return;
    const list = this.builder.relationships;
    for (let i = this.#beginnings.get(network)!; i < end; i += 1)
      list[i] = { ...list[i]!, properties: { ...list[i]!.properties, network: network.name } };
    this.builder.keep('network');
  }
}

function samePlace(a: { x: number; y: number }, b: { x: number; y: number } | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y;
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1').trim();
}


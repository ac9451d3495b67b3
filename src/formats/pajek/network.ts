import { hashOf, type PartialDate, type Position } from '../../model';
import { slugOf } from '../text';
import type { Fields } from '../words';

/** A vertex as its line has it. */
export interface Vertex {
  readonly label: string | undefined;
  readonly position: Position | undefined;
  readonly fields: Fields;
  readonly start: PartialDate | undefined;
  readonly end: PartialDate | undefined;
  readonly line: number;
}

/** How many vertices a network may have that no line lists and that are read all the same. */
export const MOST_UNLISTED = 100_000;

/** A network of a file: its vertices by their numbers, and which earlier network it shares them with. */
export class Network {
  readonly vertices = new Map<number, Vertex>();
  /** The ids of its vertices begin with it. */
  prefix = '';
  /** The network whose vertices these are too. */
  shared: Network | undefined;
  /** How many vertices are of the first mode; 0 where the network has one mode only. Its header says it, or its matrix. */
  firstMode: number;
  readonly #ids = new Map<number, string>();
  #byLabel: Map<string, number> | undefined;
  #signature = hashOf('');

  constructor(
    readonly name: string,
    readonly count: number,
    firstMode: number,
    readonly line: number,
  ) {
    this.firstMode = firstMode;
  }

  add(number: number, vertex: Vertex): void {
    this.vertices.set(number, vertex);
    this.#signature = hashOf(`${number} ${vertex.label ?? ''}`, this.#signature);
  }

  /** Equal for networks of as many vertices under the same labels, and hardly for others. */
  get signature(): string {
    return `${this.count} ${this.firstMode} ${this.vertices.size} ${this.#signature}`;
  }

  /** The fields of a vertex, listed or not; undefined for a number that the network has not. */
  fieldsOf(number: number): Fields | undefined {
    const listed = this.vertices.get(number);
    if (listed) return listed.fields;
    if (number < 1 || number > Math.min(this.count, MOST_UNLISTED)) return undefined;
    const fields: Fields = new Map();
    this.vertices.set(number, { label: undefined, position: undefined, fields, start: undefined, end: undefined, line: this.line });
    return fields;
  }

  sameVerticesAs(other: Network): boolean {
    return (
      this.signature === other.signature
      && [...this.vertices].every(([number, { label }]) => label !== undefined && other.vertices.get(number)?.label === label)
    );
  }

  /** Where the vertices are kept. */
  get holder(): Network {
    return this.shared ?? this;
  }

  /** One text for each vertex, however many lines name it. */
  idOf(number: number): string {
    const { holder } = this;
    const known = holder.#ids.get(number);
    if (known !== undefined) return known;
    const id = `${holder.prefix}${number}`;
    holder.#ids.set(number, id);
    return id;
  }

  /** The number of a vertex that a line names by its number or label; undefined where it is neither. */
  numberOf(text: string): number | undefined {
    if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
    this.#byLabel ??= new Map([...this.holder.vertices].reverse().map(([number, { label }]) => [label ?? '', number]));
    return text === '' ? undefined : this.#byLabel.get(text);
  }
}

/** The networks of a file, and how their vertices come together. */
export class Networks {
  readonly all: Network[] = [];
  readonly #bySignature = new Map<string, Network>();
  readonly #prefixes = new Set<string>();

  /**
   * Takes in a network whose vertices are read. Where there are as many as in an earlier network, all labelled and
   * under the same labels, they are the same vertices; else they are others, told apart by a prefix made from the
   * network's name (none for the first network).
   */
  settle(network: Network): void {
    const known = this.#bySignature.get(network.signature);
    if (known && network.vertices.size > 0 && network.sameVerticesAs(known)) {
      network.shared = known;
      return;
    }
    this.#bySignature.set(network.signature, network);
    if (this.all.filter((n) => n !== network).length === 0) return;
    const base = slugOf(network.name, 'network');
    let prefix = `${base}-`;
    for (let n = 2; this.#prefixes.has(prefix); n += 1) prefix = `${base}-${n}-`;
    this.#prefixes.add(prefix);
    network.prefix = prefix;
  }
}

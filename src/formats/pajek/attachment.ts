import { entityTypeOfWord, type Fields, hasMeaning } from '../words';
import type { DatasetBuilder } from '../builder';
import type { Network } from './network';

/** How much of a comment is looked through for what the classes are. */
const LONGEST_LEGEND = 1000;

/** What a project says of the vertices of a network, apart from it. */
export type AttachmentKind = 'partition' | 'vector' | 'permutation' | 'cluster';

/** A partition, vector or permutation (a value for each vertex, in their order) or a cluster (some vertices by their numbers). */
export class Attachment {
  readonly values: number[] = [];
  /** What the classes of a partition are, as its comments say: "1 - female; 2 - male". */
  readonly legend = new Map<number, string>();
  count = 0;

  constructor(
    readonly kind: AttachmentKind,
    readonly name: string,
    readonly line: number,
    /** The networks that stand before it. */
    readonly networks: readonly Network[],
  ) {}

  comment(text: string): void {
    if (this.kind !== 'partition' || this.values.length > 0) return;
    for (const [, value, words] of text
      .slice(0, LONGEST_LEGEND)
      .matchAll(/(-?\d+)\s*[-–:=]\s*([^;\d\s-][^;\d]*?)(?=\s{2,}-?\d|\s*[;,]\s*-?\d|\s*;|\s*$)/g))
      this.legend.set(Number(value), words!.replace(/[\s,;]+$/, ''));
  }

  /** Puts a field on every vertex that it speaks of; what fits no network is reported. */
  attach(builder: DatasetBuilder): void {
    const found = this.#network();
    if (!found) {
      builder.warn(
        'no-network',
        this.line,
        `This ${this.kind} has ${this.count} values, and no network before it has as many vertices; it was not read.`,
        'Put it behind the network that it belongs to.',
        this.name,
      );
      builder.miss(`${this.kind}s without a network`);
      return;
    }
    const { network, offset } = found;
    const field = this.#field(network, offset);
    this.values.forEach((value, i) => this.#put(network.holder.fieldsOf(this.kind === 'cluster' ? value : offset + i + 1), field, value));
    if (this.values.length !== this.count)
      builder.warn(
        'other-count',
        this.line,
        `This ${this.kind} says that it has ${this.count} values and has ${this.values.length}.`,
        'Check that the file was saved to its end.',
        this.name,
      );
  }

  /** The last network with as many vertices; else the last one with so many in its first or second mode. */
  #network(): { network: Network; offset: number } | undefined {
    if (this.kind === 'cluster') return this.networks.length === 0 ? undefined : { network: this.networks.at(-1)!, offset: 0 };
    const whole = this.networks.findLast(({ count }) => count === this.count);
    if (whole) return { network: whole, offset: 0 };
    const mode = this.networks.findLast(
      ({ count, firstMode }) => firstMode > 0 && (firstMode === this.count || count - firstMode === this.count),
    );
    return mode && { network: mode, offset: mode.firstMode === this.count ? 0 : mode.firstMode };
  }

  /** A class whose name is a word for a type of entities is the vertex's type, unless something else says that. */
  #put(fields: Fields | undefined, field: string, value: number): void {
    if (fields === undefined || Number.isNaN(value)) return;
    const said = this.kind === 'cluster' ? true : (this.legend.get(value) ?? value);
    const isType = typeof said === 'string' && !fields.has('type') && entityTypeOfWord(said) !== undefined;
    fields.set(isType ? 'type' : field, said);
  }

  /** Whether it says of every vertex of which of two modes it is: Pajek calls it so when it makes one network of two modes. */
  #isAffiliation(): boolean {
    return (
      this.kind === 'partition' &&
      /affiliation|\b(?:2|two)[- ]?modes?\b|^modes?$/i.test(this.name) &&
      this.values.length > 0 &&
      this.values.every((value) => value === 1 || value === 2)
    );
  }

  /** Its name, told apart from those that the vertices have already. */
  #field(network: Network, offset: number): string {
    const first = network.holder.fieldsOf(offset + 1);
    if (this.#isAffiliation()) return 'mode';
    const base =
      this.name === '' || this.name === '__proto__'
        ? this.kind
        : this.kind === 'vector' && hasMeaning(this.name)
          ? `vector ${this.name}`
          : this.name;
    let field = base;
    for (let n = 2; first?.has(field) === true; n += 1) field = `${base} ${n}`;
    return field;
  }
}

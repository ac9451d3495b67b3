import type { Fields } from '../words';
import type { DatasetBuilder } from '../builder';
import type { GraphEdge } from '../graphs';
import type { Network } from './network';
import { tokensOf, type Token } from './tokens';
import { takeParameters, takeTimes } from './vertexOf';

/** What the heading of lines says: their kind, and which relation they are of. */
export interface Relation {
  readonly kind: 'arcs' | 'edges' | 'arcslist' | 'edgeslist' | 'matrix';
  readonly number: number | undefined;
  readonly name: string | undefined;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The lines between vertices that a line of a file says, whichever relation they are of. */
export class LineReader {
  /** The names of relations by their numbers, as headings give them. */
  readonly #names = new Map<number, string>();

  constructor(
    readonly network: Network,
    readonly builder: DatasetBuilder,
  ) {}

  name(relation: Relation): void {
    if (relation.number !== undefined && relation.name !== undefined) this.#names.set(relation.number, relation.name);
  }

  /** Of a line of arcs or edges: two vertices, a value, parameters, times. */
  pair(text: string, at: number, relation: Relation): GraphEdge[] {
    const tokens = tokensOf(text);
    const own = takeRelation(tokens);
    const fields = this.#fields(relation, own);
    const times = takeTimes(tokens, fields, at, this.builder);
    const [source, target] = [this.#vertex(tokens[0]), this.#vertex(tokens[1])];
    if (source === undefined || target === undefined) return this.#refused(text, at);
    let from = 2;
    if (tokens[2]?.kind === 'word' && NUMBER.test(tokens[2].text)) {
      fields.set('value', Number(tokens[2].text));
      from = 3;
    }
    takeParameters(tokens.slice(from), fields);
    const label = fields.get('l');
    if (typeof label === 'string') fields.delete('l');
    return [this.#edge(source, target, relation, fields, at, typeof label === 'string' ? label : undefined, times)];
  }

  /** Of a line of a list: a vertex, and those that it leads to. */
  *list(text: string, at: number, relation: Relation): Generator<GraphEdge> {
    const tokens = tokensOf(text);
    const own = takeRelation(tokens);
    const numbers = tokens.map((token) => this.#vertex(token));
    const [source, ...targets] = numbers;
    if (source === undefined || targets.length === 0) {
      this.#refused(text, at);
      return;
    }
    const found = targets.filter((target) => target !== undefined);
    if (found.length < targets.length) this.#refused(text, at, targets.length - found.length);
    for (const target of found) yield this.#edge(source, target, relation, this.#fields(relation, own), at);
  }

  /** Of a cell of a matrix. */
  cell(source: number, target: number, value: number, at: number, relation: Relation): GraphEdge {
    return this.#edge(source, target, relation, this.#fields(relation, undefined).set('value', value), at);
  }

  #vertex(token: Token | undefined): number | undefined {
    return token === undefined ? undefined : this.network.numberOf(token.text);
  }

  /** The relation as a field that may name the type of a relationship; its number where it has no name. */
  #fields(relation: Relation, own: number | undefined): Fields {
    const fields: Fields = new Map();
    const number = own ?? relation.number;
    const name = own === undefined ? (relation.name ?? this.#names.get(number ?? -1)) : this.#names.get(own);
    if (name !== undefined || number !== undefined) fields.set('relation', name ?? number!);
    return fields;
  }

  #edge(
    source: number, target: number, { kind }: Relation, fields: Fields, at: number, label?: string,
    times?: Pick<GraphEdge, 'start' | 'end'>,
  ): GraphEdge {
    const directed = kind === 'arcs' || kind === 'arcslist' || (kind === 'matrix' && this.network.firstMode === 0);
    return {
      source: this.network.idOf(source), target: this.network.idOf(target), label, direction: directed ? 'directed' : 'undirected', fields,
      start: times?.start, end: times?.end, at,
    };
  }

  #refused(text: string, at: number, times = 1): GraphEdge[] {
    this.builder.warn(
      'bad-line', at, 'A line of this section names vertices by their numbers or labels; what is neither was not read.',
      'Correct the numbers.', text,
    );
    this.builder.miss('lines between vertices', times);
    return [];
  }
}

/** Takes the number of a relation that a line may begin with, as in "3: 1 2". */
function takeRelation(tokens: Token[]): number | undefined {
  const found = tokens[0]?.kind === 'word' ? /^(\d+):(\d*)$/.exec(tokens[0].text) : null;
  if (!found) return undefined;
  tokens.splice(0, 1, ...(found[2] === '' ? [] : [{ kind: 'word' as const, text: found[2]! }]));
  return Number(found[1]);
}

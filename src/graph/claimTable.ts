import { stances, statusOf, statusWithout, weakness, type Claim, type Source, type Status } from '../model';
import { ColumnError, type CodedColumn } from './columns';
import { GrowingColumn, type WholeNumbers } from './growingColumn';
import { RowOffsets } from './rowOffsets';

/** What the index keeps of a claim: enough to reckon a status again. */
export type ClaimCore = Pick<Claim, 'source' | 'stance'>;

/** A table of claims as columns. */
export interface ClaimColumns {
  /** Ids of sources that claims cite and the dataset lacks. */
  readonly citedOnly: readonly string[];
  /** The pattern of every relationship. */
  readonly patterns: WholeNumbers;
  /**
   * The claims of all patterns, one pattern after another: the integer of the source (those of the dataset first,
   * then those that are only cited) times 4, plus the place of the stance in `stances`.
   */
  readonly claims: WholeNumbers;
  /** How many claims each pattern has. */
  readonly lengths: WholeNumbers;
}

/**
 * The claims of every relationship. Most have the same few claims as many others (one registry says so), so that a relationship holds the
 * code of a pattern: a row of claims, source and stance of each packed into one number. A status is reckoned once for a pattern, and a
 * filter by sources looks at patterns. Sources that claims cite but the dataset lacks are kept by id alone.
 */
export class ClaimTable {
  readonly #sourceIds: string[] = [];
  readonly #sources: (Source | undefined)[] = [];
  readonly #sourceIndex = new Map<string, number>();
  /** The pattern of every relationship. */
  #patterns: GrowingColumn;
  /** The claims of every pattern, one pattern after another. */
  #packed = new GrowingColumn(16);
  #rows = new RowOffsets(16);
  #weaknesses: (number | undefined)[] = [];
  /** Patterns of one claim, by that claim; and of any other number, by what they are. Wanted while rows are added. */
  #single: (number | undefined)[] = [];
  #other = new Map<string, number>();
  /** By a source's id, the ids of those that derive from it; found out when it is first asked for, and no source is added after. */
  #derived: Map<string, string[]> | undefined;

  constructor(capacity: number) {
    this.#patterns = new GrowingColumn(capacity);
  }

  /**
   * The claims that `columns` of another table told, about the same sources. Throws `ColumnError` where they do not fit together.
   * Cost O(relationships).
   */
  static of(sources: readonly Source[], { citedOnly, patterns, claims, lengths }: ClaimColumns): ClaimTable {
    const table = new ClaimTable(0);
    for (const source of sources) table.addSource(source);
    for (const id of citedOnly) table.#indexOf(id);
    table.#patterns = GrowingColumn.of(patterns);
    table.#packed = GrowingColumn.of(claims);
    table.#rows = RowOffsets.of(lengths);
    if (table.#rows.total !== claims.length)
      throw new ColumnError(`The claims are ${table.#rows.total} by the lengths of their rows, and there are ${claims.length}.`);
    const known = table.#sourceIds.length * 4;
    if (claims.some((claim) => claim >= known)) throw new ColumnError('A claim cites a source that is not there.');
    if (patterns.some((pattern) => pattern >= lengths.length)) throw new ColumnError('A relationship has claims that are not there.');
    return table;
  }

  /** What the table holds, for `ClaimTable.of`. */
  get columns(): ClaimColumns {
    const citedOnly = this.#sourceIds.filter((_, i) => this.#sources[i] === undefined);
    return { citedOnly, patterns: this.#patterns.trim(), claims: this.#packed.trim(), lengths: this.#rows.lengths };
  }

  /** By relationship, the weakness of the status that its claims add up to. Cost O(patterns + relationships). */
  weaknesses(): Uint8Array {
    const ofPatterns = Uint8Array.from({ length: this.patternCount }, (_, pattern) => weakness(this.statusOf(this.claimsOf(pattern))));
    return Uint8Array.from(this.#patterns.trim(), (pattern) => ofPatterns[pattern]!);
  }

  addSource(source: Source): void {
    this.#sources[this.#indexOf(source.id)] = source;
    this.#weaknesses = [];
  }

  /**
   * Adds the claims of the next relationship and gives the weakness of the status that they add up to, as far as sources are known by now.
   */
  addRow(claims: readonly ClaimCore[]): number {
    const pattern = this.#patternOf(claims);
    this.#patterns.push(pattern);
    return (this.#weaknesses[pattern] ??= weakness(this.statusOf(claims)));
  }

  /** The same for many relationships; gives the weakness of each value. */
  addRows({ values, codes }: CodedColumn<readonly ClaimCore[]>): number[] {
    this.#patterns.pushCoded(codes, values.map((claims) => this.#patternOf(claims)));
    return values.map((claims) => weakness(this.statusOf(claims)));
  }

  statusOf(claims: readonly ClaimCore[]): Status {
    return statusOf(claims, (id) => this.source(id));
  }

  /** The status that is left when some sources are set aside; see `statusWithout` of the model. */
  statusWithout(claims: readonly ClaimCore[], aside: ReadonlySet<string>): Status {
    return statusWithout(claims, aside, (id) => this.source(id));
  }

  source(id: string): Source | undefined {
    const i = this.#sourceIndex.get(id);
    return i === undefined ? undefined : this.#sources[i];
  }

  /** Sources, and all that derive from them, by id. Cost O(sources), once. */
  andDerived(ids: Iterable<string>): Set<string> {
    if (!this.#derived) {
      this.#derived = new Map();
      for (const source of this.#sources)
        for (const origin of source?.derivedFrom ?? []) this.#derived.set(origin, [...(this.#derived.get(origin) ?? []), source!.id]);
    }
    const reached = new Set(ids);
    for (const id of reached) for (const derived of this.#derived.get(id) ?? []) reached.add(derived);
    return reached;
  }

  /** The patterns with a claim that cites one of these sources. Cost O(claims of all patterns) where one of them is cited at all. */
  patternsCiting(sourceIds: Iterable<string>): number[] {
    const cited = new Set([...sourceIds].map((id) => this.#sourceIndex.get(id)).filter((i) => i !== undefined));
    if (cited.size === 0) return [];
    const found: number[] = [];
    for (let pattern = 0, at = 0; pattern < this.#rows.length; pattern++) {
      const end = at + this.#rows.lengthOf(pattern);
      let cites = false;
      for (; at < end; at++) cites ||= cited.has(this.#packed.at(at) >> 2);
      if (cites) found.push(pattern);
    }
    return found;
  }

  /** The claims of a relationship, in the order of the dataset. */
  row(relationship: number): ClaimCore[] {
    return this.claimsOf(this.patternAt(relationship));
  }

  get patternCount(): number {
    return this.#rows.length;
  }

  patternAt(relationship: number): number {
    return this.#patterns.at(relationship);
  }

  claimsOf(pattern: number): ClaimCore[] {
    const start = this.#rows.startOf(pattern);
    return Array.from({ length: this.#rows.lengthOf(pattern) }, (_, i) => this.#unpack(this.#packed.at(start + i)));
  }

  /** Gives back the room that was kept for more, and what only adding needs. */
  trim(): void {
    this.#patterns.trim();
    this.#packed.trim();
    this.#rows.trim();
    this.#weaknesses = [];
    this.#single = [];
    this.#other = new Map();
  }

  #patternOfOne(claim: ClaimCore): number {
    const packed = this.#pack(claim);
    return (this.#single[packed] ??= this.#addPattern([packed]));
  }

  #patternOf(claims: readonly ClaimCore[]): number {
    if (claims.length === 1) return this.#patternOfOne(claims[0]!);
    const packed = claims.map((claim) => this.#pack(claim));
    const key = packed.join();
    const known = this.#other.get(key) ?? this.#addPattern(packed);
    this.#other.set(key, known);
    return known;
  }

  #addPattern(packed: readonly number[]): number {
    for (const claim of packed) this.#packed.push(claim);
    this.#rows.push(packed.length);
    return this.#rows.length - 1;
  }

  #pack({ source, stance }: ClaimCore): number {
    return this.#indexOf(source) * 4 + stances.indexOf(stance);
  }

  #unpack(packed: number): ClaimCore {
    return { source: this.#sourceIds[packed >> 2]!, stance: stances[packed & 3]! };
  }

  #indexOf(id: string): number {
    const known = this.#sourceIndex.get(id);
    if (known !== undefined) return known;
    const i = this.#sourceIds.push(id) - 1;
    this.#sourceIndex.set(id, i);
    return i;
  }
}

import { permits, recordsStake, relationshipTypes, type EntityType, type Relationship, type RelationshipType } from '../../model';
import { countryNamed } from './countryNamed';
import type { EndNamed, EntityRegister } from './entityRegister';
import type { MappedRow } from './mappedRow';
import type { TableOptions } from './mapping';
import { folded } from './rawTable';
import { entityTypeIn } from './readEntityRow';
import { intervalOf } from './rowDates';
import { amountOfRow, indirectOfRow, shareOfRow } from './rowFigures';
import { END_COLUMNS, MeaningReader, type RowMeaning } from './rowMeaning';
import type { SourceRegister } from './rowSources';
import type { UnknownWords } from './unknownWords';

/** How many relationships one row may be, where its ends are lists. */
const MOST_PAIRS = 1000;

/** The two ends of a relationship as its row has them, by their ids. */
type Pair = readonly [from: string, to: string];

/** Something that was done to several rows: how many, and where the first is. */
interface Counted {
  readonly at: string;
  n: number;
}

/** Reads the rows of tables of relationships. */
export class RelationshipReader {
  /** Relationships by the ids of the file, for claims that are about them. */
  readonly byId = new Map<string, Relationship>();
  /** Whether a share was read that does not say that it is in per cent. */
  bareShares = false;
  /** How many relationships stand between the same ends, where there are several. */
  readonly #counts = new Map<string, number>();
  readonly #meanings: MeaningReader;
  readonly #turned = new Map<RelationshipType, Counted>();
  readonly #stakes = new Map<RelationshipType, Counted>();

  constructor(
    readonly options: TableOptions,
    readonly register: EntityRegister,
    readonly sources: SourceRegister,
    readonly unknown: UnknownWords,
  ) {
    this.#meanings = new MeaningReader(options, unknown);
  }

  /**
   * Reads a row: one relationship for each pair of its ends. A row that lacks an end is reported and counted; the other end is still there.
   */
  read(row: MappedRow): void {
    const said = this.#meanings.of(row);
    const { bare, ...share } = shareOfRow(row, this.options);
    this.bareShares ||= bare;
    const owned = share.share !== undefined && row.columns.mapping.ownership !== 'none';
    const meaning: RowMeaning = owned && said.unsaid ? { ...said, type: 'owns' } : said;
    const [starts, ends] = [this.#ends(row, 'from', meaning), this.#ends(row, 'to', meaning)];
    if (starts.length === 0 || ends.length === 0) {
      row.builder.warn(
        'missing-end', row.at, 'This row names only one end of a relationship, or none; it was not read as one.', 'Name both.',
        starts[0]?.key ?? ends[0]?.key ?? '',
      );
      row.builder.miss('rows of relationships without both ends');
      for (const end of [...starts, ...ends]) this.register.end(end);
      return;
    }
    const pairs = this.#pairsOf(row, starts, ends);
    const besides = owned && !recordsStake(meaning.type);
    const role = row.text('role') || meaning.role;
    const rest = {
      ...intervalOf(row, this.options), ...(besides ? {} : { ...share, ...indirectOfRow(row) }), ...amountOfRow(row, this.options),
      ...(role ? { role } : {}), ...(meaning.label ? { label: meaning.label } : {}),
    };
    const stake = besides ? { ...intervalOf(row, this.options), ...share, ...indirectOfRow(row) } : undefined;
    const properties = row.properties();
    for (const pair of pairs) {
      const [from, to] = this.#turnedToFit(row, meaning.type, meaning.turned ? [pair[1], pair[0]] : pair);
      this.#add(
        row, { type: meaning.type, from, to, ...rest, claims: this.sources.claimsOf(row), ...(properties ? { properties } : {}) },
        pairs.length > 1,
      );
      if (stake) this.#addStake(row, meaning.type, pair, stake);
    }
  }

  /** Says what was done to many rows at once. */
  report(): void {
    const { builder } = this.register;
    for (const [type, { at, n }] of this.#turned)
      builder.warn(
        'turned-ends',
        at,
        `${n === 1 ? 'One relationship fits' : `${n} relationships fit`} “${relationshipTypes[type].verb}” only the other way round, `
        + `by the types of their ends; ${n === 1 ? 'its ends were' : 'their ends were'} turned.`,
        'Check the columns of both ends and the types of the entities, or choose in the mapping that the ends stay as written.',
        String(n),
      );
    if (this.#stakes.size === 0) return;
    const rows = [...this.#stakes.values()].reduce((sum, { n }) => sum + n, 0);
    const types = [...this.#stakes.keys()].map((type) => `“${relationshipTypes[type].verb}”`).join(', ');
    builder.warn(
      'share-beside-type',
      [...this.#stakes.values()][0]!.at,
      `${rows === 1 ? 'One row has' : `${rows} rows have`} a share and a type that is no ownership (${types}); `
      + `${rows === 1 ? 'it also makes' : 'each also makes'} an “owns” with that share.`,
      'Where the share means something else, choose in the mapping that it stays with its type.',
      String(rows),
    );
  }

  #pairsOf(row: MappedRow, starts: readonly EndNamed[], ends: readonly EndNamed[]): Pair[] {
    const pairs = starts.flatMap((from) => ends.map((to) => [from, to] as const));
    if (pairs.length > MOST_PAIRS)
      row.builder.warn(
        'too-many-pairs', row.at, `The lists of ends make ${pairs.length} relationships; the first ${MOST_PAIRS} were read.`,
        'Write one row for each relationship.', String(pairs.length),
      );
    const named = pairs.slice(0, MOST_PAIRS).map(([a, b]): Pair => [this.register.end(a), this.register.end(b)]);
    if (named.length === 1) this.#setCountries(row, named[0]!, [starts[0]!, ends[0]!]);
    return named;
  }

  /** Gives both ends the countries that the row has for them. One that has another already keeps it, and the relationship the cell. */
  #setCountries(row: MappedRow, [from, to]: Pair, [start, end]: readonly [EndNamed, EndNamed]): void {
    for (const [id, { country }, side] of [[from, start, 'from'], [to, end, 'to']] as const) {
      if (country === undefined || this.register.setCountry(id, country)) continue;
      const found = row.found(END_COLUMNS[side].country)!;
      row.builder.warn(
        'other-country',
        row.at,
        `“${start === end || side === 'from' ? start.name || start.key : end.name || end.key}” has another country elsewhere in the file; `
        + `this one was kept as a property of the relationship.`,
        'Check which country is right.',
        found.text,
      );
      row.keep(found.column);
    }
  }

  /** The ends as the type takes them: turned where both have types that fit only the other way round, which is counted. */
  #turnedToFit(row: MappedRow, type: RelationshipType, [from, to]: Pair): Pair {
    if (row.columns.mapping.ends === 'asWritten' || !fitsOnlyTurned(type, this.register.typeGiven(from), this.register.typeGiven(to)))
      return [from, to];
    count(this.#turned, type, row.at);
    return [to, from];
  }

  /** The ownership that a share beside another type is. The owner is the end that can own the other, the first one where both can. */
  #addStake(row: MappedRow, beside: RelationshipType, [from, to]: Pair, stake: Partial<Relationship>): void {
    count(this.#stakes, beside, row.at);
    const [owner, owned] = fitsOnlyTurned('owns', this.register.typeGiven(from), this.register.typeGiven(to)) ? [to, from] : [from, to];
    this.#add(row, { type: 'owns', from: owner, to: owned, ...stake, claims: this.sources.claimsOf(row) }, true);
  }

  #add(row: MappedRow, relationship: Omit<Relationship, 'id'>, several: boolean): void {
    const wanted = several ? '' : row.text('id');
    row.builder.addRelationship({ id: wanted === '' ? this.#freshId(row, relationship) : wanted, ...relationship }, row.at);
    if (wanted !== '' && !this.byId.has(wanted)) this.byId.set(wanted, row.builder.relationships.at(-1)!);
  }

  /** A fresh id without trying all those that parallel relationships have taken. */
  #freshId(row: MappedRow, { from, type, to }: Omit<Relationship, 'id'>): string {
    const base = `${from.slice(0, 80)}-${type}-${to.slice(0, 80)}`;
    const n = this.#counts.get(base);
    const id = row.builder.freshRelationshipId(n === undefined ? base : `${base}-${n + 1}`);
    if (id !== base) this.#counts.set(base, (n ?? 1) + 1);
    return id;
  }

  #ends(row: MappedRow, side: 'from' | 'to', { type, turned }: RowMeaning): EndNamed[] {
    const columns = END_COLUMNS[side];
    const [keys, names] = [columns.key, columns.name].map((as) => row.columns.of(as).flatMap((column) => row.list(column)));
    const beside = row.columns.of(columns.name).length > 0;
    const read = this.#typeOfEnd(row, side);
    const expected = row.columns.of(columns.key)[0]?.entityType;
    const rest = {
      type: read ?? expected ?? row.columns.mapping.entityType ?? this.options.entityType, typeIsDefault: (read ?? expected) === undefined,
      country: this.#countryOf(row, side), relationship: type, side: turned ? (side === 'from' ? 'to' : 'from') : side, at: row.at,
    } as const;
    if (keys!.length === 0) return names!.map((name) => ({ key: '', isId: false, name: folded(name), ...rest }));
    return keys!.map((key, i) => ({ key, isId: beside, name: folded(names![i] ?? ''), ...rest }));
  }

  #typeOfEnd(row: MappedRow, side: 'from' | 'to'): EntityType | undefined {
    const found = row.found(END_COLUMNS[side].type);
    const type = found && entityTypeIn(row, found, this.unknown);
    if (found && type === undefined) row.keep(found.column);
    return type;
  }

  #countryOf(row: MappedRow, side: 'from' | 'to'): string | undefined {
    const found = row.found(END_COLUMNS[side].country);
    const code = found && countryNamed(found.text);
    if (found && code === undefined) row.keep(found.column);
    return code;
  }
}

function fitsOnlyTurned(type: RelationshipType, from: EntityType | undefined, to: EntityType | undefined): boolean {
  return from !== undefined && to !== undefined && !permits(type, from, to) && permits(type, to, from);
}

function count(counts: Map<RelationshipType, Counted>, type: RelationshipType, at: string): void {
  const known = counts.get(type);
  if (known) known.n += 1;
  else counts.set(type, { at, n: 1 });
}

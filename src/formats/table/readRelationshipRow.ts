import { entityTypeIds, relationshipType, relationshipTypeIds, type EntityType, type Relationship, type RelationshipType } from '../../model';
import { entityTypeOfWord, foldWords, relationshipTypeOfWord } from '../words';
import type { EndNamed, EntityRegister } from './entityRegister';
import { saysPercent, shareIn, sumIn } from './figureText';
import type { MappedRow } from './mappedRow';
import type { TableOptions } from './mapping';
import { folded } from './rawTable';
import { intervalOf } from './rowDates';
import type { SourceRegister } from './rowSources';

/** How many relationships one row may be, where its ends are lists. */
export const MOST_PAIRS = 1000;

/** What a relationship is by its row. */
interface Meaning {
  readonly type: RelationshipType;
  readonly turned: boolean;
  readonly role?: string;
  readonly label?: string;
}

/** Reads the rows of tables of relationships. */
export class RelationshipReader {
  /** Relationships by the ids of the file, for claims that are about them. */
  readonly byId = new Map<string, Relationship>();
  /** Whether a share was read that does not say that it is in per cent. */
  bareShares = false;
  /** How many relationships stand between the same ends, where there are several. */
  readonly #counts = new Map<string, number>();
  readonly #types = new Map<string, TypeRead | undefined>();

  constructor(
    readonly options: TableOptions,
    readonly register: EntityRegister,
    readonly sources: SourceRegister,
  ) {}

  /** Reads a row: one relationship for each pair of its ends. A row that lacks an end is reported and counted; the other end is still there. */
  read(row: MappedRow): void {
    const meaning = this.#meaningOf(row);
    const [starts, ends] = [this.#ends(row, 'from', meaning), this.#ends(row, 'to', meaning)];
    if (starts.length === 0 || ends.length === 0) {
      row.builder.warn('missing-end', row.at, 'This row names only one end of a relationship, or none; it was not read as one.', 'Name both.', starts[0]?.key ?? ends[0]?.key ?? '');
      row.builder.miss('rows of relationships without both ends');
      for (const end of [...starts, ...ends]) this.register.end(end);
      return;
    }
    const said = this.#saidOf(row);
    const properties = row.properties();
    const pairs = starts.flatMap((from) => ends.map((to) => [from, to] as const));
    if (pairs.length > MOST_PAIRS) row.builder.warn('too-many-pairs', row.at, `The lists of ends make ${pairs.length} relationships; the first ${MOST_PAIRS} were read.`, 'Write one row for each relationship.', String(pairs.length));
    for (const [a, b] of pairs.slice(0, MOST_PAIRS)) {
      const [from, to] = [this.register.end(a), this.register.end(b)];
      this.#add(row, { type: meaning.type, from: meaning.turned ? to : from, to: meaning.turned ? from : to, ...said, ...(said.role ?? meaning.role ? { role: said.role ?? meaning.role! } : {}), ...(meaning.label ? { label: meaning.label } : {}), claims: this.sources.claimsOf(row), ...(properties ? { properties } : {}) }, pairs.length > 1);
    }
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

  #ends(row: MappedRow, side: 'from' | 'to', { type, turned }: Meaning): EndNamed[] {
    const [keys, names] = [side, `${side}Name` as const].map((as) => row.columns.of(as).flatMap((column) => row.list(column)));
    const beside = row.columns.of(`${side}Name`).length > 0;
    const said = row.text(`${side}Type`);
    const read = entityTypeIds.includes(said as EntityType) ? (said as EntityType) : said === '' ? undefined : entityTypeOfWord(said);
    if (said !== '' && read === undefined) for (const column of row.columns.of(`${side}Type`)) row.keep(column);
    const expected = row.columns.of(side)[0]?.entityType;
    const rest = { type: read ?? expected ?? row.columns.mapping.entityType ?? this.options.entityType, typeIsDefault: (read ?? expected) === undefined, relationship: type, side: turned ? (side === 'from' ? 'to' : 'from') : side, at: row.at } as const;
    if (keys!.length === 0) return names!.map((name) => ({ key: '', isId: false, name: folded(name), ...rest }));
    return keys!.map((key, i) => ({ key, isId: beside, name: folded(names![i] ?? ''), ...rest }));
  }

  /** The type by the cell for it; else by the verb of its own, where that is a known word; else by the noun for a role (“director”); else by the table. What is no known word is a verb of its own, and a word that says more than the type is kept. */
  #meaningOf(row: MappedRow): Meaning {
    const [said, labelled] = [row.found('relationshipType'), row.found('label')];
    const fallback = row.columns.mapping.relationshipType ?? this.options.relationshipType;
    const told = said ?? (fallback === 'linkedTo' ? labelled : undefined);
    const read = told && this.#typeOf(told.text);
    const office = told === undefined && fallback === 'linkedTo' ? this.#typeOf(row.text('role')) : undefined;
    const type = this.#directionOf(row, read?.type ?? (office?.role === undefined ? undefined : office.type) ?? (said ? 'linkedTo' : fallback));
    const verb = labelled && !(told === labelled && read) ? labelled : said && !read ? said : undefined;
    for (const found of [said, labelled]) if (found && found !== verb && !isStated(found.text, type)) row.keep(found.column);
    return { type, turned: read?.turned ?? false, ...(read?.role ? { role: read.role } : {}), ...(verb && !isStated(verb.text, type) ? { label: folded(verb.text) } : {}) };
  }

  /** What a word means; tables say the same few words over and over. */
  #typeOf(text: string): TypeRead | undefined {
    if (!this.#types.has(text)) {
      if (this.#types.size >= MOST_WORDS) this.#types.clear();
      this.#types.set(text, readType(text));
    }
    return this.#types.get(text);
  }

  /** A tie of which only that is known is another type where it has no direction. What the row says otherwise than the type has it is kept. */
  #directionOf(row: MappedRow, type: RelationshipType): RelationshipType {
    const found = row.found('directed');
    const word = foldWords(found?.text ?? '').replaceAll(' ', '');
    const undirected = /^(un|non)directed|^(undirectional|none|no|false|0|mutual|both|bi(directed|directional)|twoway|ungerichtet|nonoriente|nodirigido)$/.test(word);
    const known = undirected || /^(directed|directional|yes|true|1|oneway|forward|gerichtet|oriente|dirigido)$/.test(word);
    const directed = word === '' || !known ? (row.columns.mapping.directed ?? this.options.directed) : !undirected;
    const settled = !directed && type === 'linkedTo' ? 'connectedWith' : type;
    const kept = found && (!known || /^(mutual|both|bi)/.test(word) || (undirected && relationshipType(settled).directed));
    if (kept) row.keep(found.column);
    return settled;
  }

  #saidOf(row: MappedRow): Partial<Relationship> {
    const role = folded(row.text('role'));
    return { ...intervalOf(row, this.options), ...this.#shareOf(row), ...indirectOf(row), ...this.#amountOf(row), ...(role === '' ? {} : { role }) };
  }

  #shareOf(row: MappedRow): Partial<Relationship> {
    const found = row.found('share');
    if (!found) return {};
    const share = shareIn(found.text, found.column.share ?? this.options.share, this.options.decimal);
    if (share === undefined) {
      row.builder.warn('bad-share', row.at, 'This is no share between 0 and 100 per cent; it was kept as a property.', 'Write a figure, as 75, or bounds, as 25-50.', found.text);
      row.keep(found.column);
      return {};
    }
    if (!saysPercent(found.text) && (found.column.share ?? this.options.share) === 'percent') this.bareShares = true;
    return { share };
  }

  /** A sum of money where its currency is known; else the figure is kept as a property. */
  #amountOf(row: MappedRow): Partial<Relationship> {
    const found = row.found('amount');
    if (!found) return {};
    const sum = sumIn(found.text, this.options.decimal);
    const cell = row.text('currency').toUpperCase();
    const currency = (/^[A-Z]{3}$/.test(cell) ? cell : undefined) ?? sum?.currency ?? found.column.currency;
    if (sum && currency !== undefined && /^[A-Z]{3}$/.test(currency)) return { amount: { value: sum.value, currency, ...(sum.ceiling || yesOrNo(row.text('ceiling')) ? { ceiling: true } : {}) } };
    row.keep(found.column);
    for (const column of row.columns.of('currency')) row.keep(column);
    row.builder.warn('bad-amount', row.at, sum ? 'This sum has no currency; it was kept as a property.' : 'This is no sum of money; it was kept as a property.', 'Give a column of currencies by their ISO codes, or set the currency in the mapping.', found.text);
    return {};
  }
}

interface TypeRead {
  readonly type: RelationshipType;
  readonly turned: boolean;
  readonly role?: string;
}

/** How many words are remembered with their meaning. */
const MOST_WORDS = 10_000;

function readType(text: string): TypeRead | undefined {
  return relationshipTypeIds.includes(text as RelationshipType) ? { type: text as RelationshipType, turned: false } : relationshipTypeOfWord(text);
}

/** Whether a text says a type and nothing besides: its id, or its verb. */
function isStated(text: string, type: RelationshipType): boolean {
  return text === type || folded(text).toLowerCase() === relationshipType(type).verb;
}

function indirectOf(row: MappedRow): Partial<Relationship> {
  const found = row.found('indirect');
  if (!found) return {};
  const said = yesOrNo(found.text) ?? (/^indirect/i.test(found.text) ? true : /^direct/i.test(found.text) ? false : undefined);
  if (said === undefined) row.keep(found.column);
  return said ? { indirect: true } : {};
}

function yesOrNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return /^(yes|y|true|1|x|ja|oui|s[ií]|да)$/.test(word) ? true : /^(no|n|false|0|nein|non|нет)$/.test(word) ? false : undefined;
}

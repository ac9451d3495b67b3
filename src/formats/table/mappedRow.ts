import { undefused, type Properties } from '../../model';
import { wellFormedValue } from '../text';
import type { DatasetBuilder } from '../builder';
import type { ColumnMeaning } from './columnMeanings';
import { mappedValues } from './columnValues';
import type { ColumnMapping, OneTableMapping, ValueMapping } from './mapping';
import { folded, textOf, type Cell, type RawRow } from './rawTable';

type Value = Properties[string];

/** The columns of a table by what they mean, and the name under which each is kept. */
export class Columns {
  readonly #byMeaning = new Map<ColumnMeaning, ColumnMapping[]>();
  readonly #keys: string[] = [];
  readonly #read = new Set<number>();
  readonly #values = new Map<number, ReadonlyMap<string, ValueMapping>>();

  constructor(readonly mapping: OneTableMapping) {
    const used = new Set<string>();
    // A name that the mapping gives is kept; one that is only a header yields.
    const inOrder = [
      ...mapping.columns.filter(({ name }) => name !== undefined), ...mapping.columns.filter(({ name }) => name === undefined),
    ];
    for (const column of inOrder) {
      const known = this.#byMeaning.get(column.as);
      if (known) known.push(column);
      else this.#byMeaning.set(column.as, [column]);
      const base = keyOf(column);
      let key = base;
      for (let n = 2; used.has(key); n += 1) key = `${base} (${n})`;
      used.add(key);
      this.#keys[column.index] = key;
      if (column.as !== 'property') this.#read.add(column.index);
      if (column.values) this.#values.set(column.index, mappedValues(column));
    }
  }

  /** Whether the mapping has a meaning for a column, or leaves it out on purpose. */
  isRead(index: number): boolean {
    return this.#read.has(index);
  }

  /** What the mapping says of a value of a column. */
  value(index: number, text: string): ValueMapping | undefined {
    return this.#values.get(index)?.get(folded(text));
  }

  /** Where a column stands, as issues say it. */
  place({ column, index }: ColumnMapping): string {
    return `${this.mapping.name}, column “${column.trim() || String(index + 1)}”`;
  }

  of(as: ColumnMeaning): readonly ColumnMapping[] {
    return this.#byMeaning.get(as) ?? NONE;
  }

  /** The name under which the value of a column is kept; columns of one header are told apart. */
  key(index: number): string {
    return this.#keys[index] ?? `column ${index + 1}`;
  }
}

const NONE: readonly ColumnMapping[] = [];

/** A record has no property of the name `__proto__`. */
function keyOf({ column, index, name }: ColumnMapping): string {
  const key = name ?? (column.trim() || `column ${index + 1}`);
  return key === '__proto__' ? 'column __proto__' : key;
}

/** A row of a table by what its columns mean. What is not taken up as a field is kept with `keep`. */
export class MappedRow {
  readonly at: string;
  #kept: Map<string, Value> | undefined;

  constructor(
    readonly row: RawRow,
    readonly columns: Columns,
    readonly builder: DatasetBuilder,
    readonly defused: boolean,
  ) {
    this.at = row.at;
  }

  /** The cell of a column as text, as it stands. */
  raw(index: number): string {
    const text = textOf(this.row.cells[index]);
    return this.defused ? undefused(text) : text;
  }

  /** The first cell of this meaning that is not blank, trimmed; empty where there is none. */
  text(as: ColumnMeaning): string {
    return this.found(as)?.text ?? '';
  }

  /** The first cell of this meaning that is not blank, with its column. */
  found(as: ColumnMeaning): { column: ColumnMapping; text: string } | undefined {
    for (const column of this.columns.of(as)) {
      const text = this.raw(column.index).trim();
      if (text !== '') return { column, text };
    }
    return undefined;
  }

  /** A text of some length as it stands, spaces and all; undefined where it is blank. */
  prose(as: ColumnMeaning): string | undefined {
    const found = this.found(as);
    return found && this.raw(found.column.index);
  }

  /**
   * The values of a cell that may be a list: parted by the separator of its column, or a list in JSON.
   * A column without a separator has one value in a cell.
   */
  list(column: ColumnMapping): string[] {
    const text = this.raw(column.index).trim();
    if (text === '') return [];
    const json = text.startsWith('[') && column.separator !== undefined ? jsonOf(text) : undefined;
    if (Array.isArray(json) && json.every((one) => typeof one === 'string' && one !== '')) return json as string[];
    return column.separator === undefined ? [text] : text.split(column.separator).map((one) => one.trim()).filter((one) => one !== '');
  }

  /** Keeps the value of a cell as a property, under the name of its column. */
  keep(column: ColumnMapping): void {
    const cell = this.row.cells[column.index];
    if (cell === undefined || textOf(cell).trim() === '') return;
    const parted = column.as === 'property' && column.separator !== undefined;
    this.set(
      this.columns.key(column.index),
      parted ? this.list(column) : column.json === true ? this.#json(column) : plain(cell, this.raw(column.index)),
    );
  }

  set(key: string, value: Value): void {
    this.#kept ??= new Map();
    if (!this.#kept.has(key)) this.builder.keep(key);
    this.#kept.set(key, value);
  }

  /** What was kept, with the columns that are properties and what stands beyond the last column. */
  properties(): Properties | undefined {
    for (const column of this.columns.of('property')) this.keep(column);
    return this.#kept && Object.fromEntries(this.#kept);
  }

  /** Keeps cells that stand beyond the header, unless the mapping has a meaning for them; says whether there are any. */
  keepBeyond(width: number): boolean {
    if (this.row.cells.length <= width) return false;
    const beyond = this.row.cells
      .map((cell, index) => ({ cell, index }))
      .filter(({ cell, index }) => index >= width && !this.columns.isRead(index) && textOf(cell).trim() !== '');
    for (const { cell, index } of beyond) this.set(this.columns.key(index), plain(cell, this.raw(index)));
    return beyond.length > 0;
  }

  #json(column: ColumnMapping): Value {
    const text = this.raw(column.index);
    const value = wellFormedValue(jsonOf(text)).value;
    const isScalar = (one: unknown) => one === null || ['string', 'number', 'boolean'].includes(typeof one);
    if (value !== undefined && (isScalar(value) || (Array.isArray(value) && value.every(isScalar)))) return value as Value;
    this.builder.warn(
      'bad-json', this.at, `“${column.column}” is no JSON value that a property can be; it was kept as text.`,
      'Write a text in quotes, a number, true, false, null or a list of them.', text,
    );
    return text;
  }
}

function plain(cell: Cell, text: string): Value {
  return typeof cell === 'string' ? text : cell;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return undefined;
  }
}

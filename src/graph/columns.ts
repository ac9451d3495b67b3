import type { EntityType, Interval, RelationshipType } from '../model';
import type { ClaimCore } from './claimTable';
import type { WholeNumbers } from './growingColumn';

/** Strings one after another, and where each ends. One byte a character (Latin-1, so ASCII as well). */
export interface PackedColumn {
  readonly units: Uint8Array;
  readonly ends: Uint32Array;
}

/** Values by code: what each row has is `values[codes[row]]`. */
export interface CodedColumn<T> {
  readonly values: readonly T[];
  readonly codes: WholeNumbers;
}

/** Many entities as a columnar file or a database's binary answer has them: every column has a row for each. */
export interface EntityColumns {
  readonly ids: PackedColumn;
  readonly types: CodedColumn<EntityType>;
  /** From when to when each existed; left out where no entity has a date. */
  readonly lives?: CodedColumn<Interval>;
}

/** Many relationships in the same way; `from` and `to` are the integers of entities added before, in the order in which they were added. */
export interface RelationshipColumns {
  readonly ids: PackedColumn;
  readonly types: CodedColumn<RelationshipType>;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly held: CodedColumn<Interval>;
  readonly claims: CodedColumn<readonly ClaimCore[]>;
}

/** Columns that do not fit together. */
export class ColumnError extends Error {
  override readonly name = 'ColumnError';
}

/** How many rows columns have. Throws `ColumnError` where they are not all as long, or a code stands for nothing. */
export function rowsOf(columns: Readonly<Record<string, PackedColumn | CodedColumn<unknown> | Uint32Array>>): number {
  const lengths = Object.entries(columns).map(([name, column]) => [name, lengthOf(column)] as const);
  const [first] = lengths;
  for (const [name, length] of lengths) {
    if (length !== first![1])
      throw new ColumnError(
        `Column "${name}" has ${length} rows, column "${first![0]}" has ${first![1]}. Give every column a row for each record.`,
      );
  }
  for (const [name, column] of Object.entries(columns)) if ('codes' in column) checkCodes(name, column);
  return first![1];
}

function lengthOf(column: PackedColumn | CodedColumn<unknown> | Uint32Array): number {
  if ('codes' in column) return column.codes.length;
  return 'ends' in column ? column.ends.length : column.length;
}

function checkCodes(name: string, { values, codes }: CodedColumn<unknown>): void {
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= values.length)
      throw new ColumnError(`Row ${row} of column "${name}" has code ${codes[row]}, and there are ${values.length} values.`);
  }
}

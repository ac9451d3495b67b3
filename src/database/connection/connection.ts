/** What stands in a column: numbers are whole or doubles, and no text has a NUL or half of a character. */
export type Value = string | number | boolean | null;

/** One statement with what its `$1`, `$2` … stand for. */
export interface Statement {
  readonly sql: string;
  readonly values?: readonly Value[];
}

/** A database that speaks PostgreSQL's SQL, wherever it runs. Everything rejects with `DatabaseError` where it fails. */
export interface Connection {
  /** "PostgreSQL 15.8" */
  readonly engine: string;
  /** Rows, each as its columns in order. */
  query(sql: string, values?: readonly Value[]): Promise<Value[][]>;
  /** Takes lines of COPY's text format into a table, all of them or none. */
  copy(table: string, lines: string): Promise<void>;
  /** All of these statements or none. */
  transaction(statements: readonly Statement[]): Promise<void>;
  /**
   * Holds a number until it is let go or this process ends, however it ends; undefined where another process holds it.
   */
  hold(number: number): Promise<(() => Promise<void>) | undefined>;
  close(): Promise<void>;
}

/** Numbers as one value, for `$1::bigint[]`: both engines take it several times faster than a list of values. */
export function listOf(numbers: Iterable<number>): string {
  return `{${[...numbers].join(',')}}`;
}

/** Texts as one value, for `$1::text[]`. */
export function textsOf(texts: Iterable<string>): string {
  return `{${[...texts].map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}

/** An id or a word as a column holds it: any text, even with NUL or half of a character; each text has one form of its own. */
export function keyOf(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

export function textOfKey(key: string): string {
  return key.includes('\\') ? (JSON.parse(`"${key}"`) as string) : key;
}

import type { Connection, Value } from '../connection';
import type { TableName } from '../tables';

/** How many characters of one table are gathered before they are sent. */
const GATHERED = 4 * 1024 * 1024;

/** Gathers rows of the tables of a schema, and sends many at a time. */
export class TableCopy {
  readonly #lines = new Map<TableName, { lines: string[]; characters: number }>();
  #full = false;

  constructor(
    private readonly connection: Connection,
    private readonly schema: string,
  ) {}

  /** Whether `send` is to be awaited before more rows come. */
  get full(): boolean {
    return this.#full;
  }

  add(table: TableName, values: readonly Value[]): void {
    const line = values.map(field).join('\t');
    const gathered = this.#lines.get(table) ?? { lines: [], characters: 0 };
    gathered.lines.push(line);
    gathered.characters += line.length;
    if (gathered.characters >= GATHERED) this.#full = true;
    this.#lines.set(table, gathered);
  }

  /** Sends what has been gathered enough of; `all`: everything. */
  async send(all = false): Promise<void> {
    for (const [table, { lines, characters }] of this.#lines) {
      if (lines.length === 0 || (characters < GATHERED && !all)) continue;
      this.#lines.delete(table);
      await this.connection.copy(`${this.schema}.${table}`, `${lines.join('\n')}\n`);
    }
    this.#full = false;
  }
}

/** A value in COPY's text format. Texts are JSON or keys, in which line ends and tabs are escaped already. */
function field(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'string' ? value.replaceAll('\\', '\\\\') : String(value);
}

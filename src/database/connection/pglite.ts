import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Connection, Value } from './connection';
import { DatabaseError } from './databaseError';

/** Tells our folders, and says which process has one open. */
const MARK = 'throughline-database';
const INT8 = 20;

/**
 * PostgreSQL in this process (PGlite), with its data in a folder, which one process at a time has open. Every statement is on the disk when
 * it is answered: with relaxed durability, what was written last is lost where the process ends at once.
 */
export async function openPglite(folder: string, create: boolean): Promise<Connection> {
  await claim(folder, create);
  let database: PGlite | undefined;
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    database = await PGlite.create({ dataDir: join(folder, 'data'), relaxedDurability: false });
    const { rows } = await database.query<[string]>(`select current_setting('server_version')`, [], { rowMode: 'array' });
    return { engine: `PGlite (PostgreSQL ${rows[0]![0].split(' ')[0]})`, ...methodsOf(database, folder) };
  } catch (cause) {
    await database?.close();
    await letGo(folder);
    const why = (cause as Error).message;
    throw new DatabaseError(`${folder} cannot be opened as a database (${why}). Load the data into a new folder.`, { cause });
  }
}

function methodsOf(database: PGlite, folder: string): Omit<Connection, 'engine'> {
  const query = (sql: string, values: readonly Value[] = []) =>
    told(async () => (await database.query<Value[]>(sql, [...values], { rowMode: 'array', parsers: { [INT8]: Number } })).rows);
  return {
    query,
    copy: (table, lines) =>
      told(async () => void (await database.query(`copy ${table} from '/dev/blob'`, [], { blob: new Blob([lines]) }))),
    transaction: (statements) =>
      told(() =>
        database.transaction(async (transaction) => {
          for (const { sql, values = [] } of statements) await transaction.query(sql, [...values]);
        }),
      ),
    // One process has the folder open, so that whoever holds something in it runs no more.
    hold: async () => async () => undefined,
    close: async () => {
      await database.close();
      await letGo(folder);
    },
  };
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '42P01' || code === '3F000')
      throw new DatabaseError('The dataset was taken away or loaded anew while it was asked. Ask again.', { cause: error });
    throw new DatabaseError(`The database could not answer (${message}).`, { cause: error });
  }
}

/** Takes a folder for this process. Throws `DatabaseError` where it is none of ours, or another process has it. */
async function claim(folder: string, create: boolean): Promise<void> {
  const mark = join(folder, MARK);
  if (!existsSync(mark)) {
    if (!create) throw new DatabaseError(`${folder} is no database. Load a file into it first: throughline load FILE --database ${folder}`);
    const there = await readdir(folder).catch(() => []);
    if (there.length > 0) throw new DatabaseError(`${folder} holds other files. Name a folder that is new or empty.`);
    await mkdir(folder, { recursive: true });
  } else {
    const holder = Number(await readFile(mark, 'utf8'));
    if (holder > 0 && isRunning(holder))
      throw new DatabaseError(
        `${folder} is open in another process (${holder}). End it first, or use a PostgreSQL server, which many may ask.`,
      );
  }
  await writeFile(mark, String(process.pid));
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function letGo(folder: string): Promise<void> {
  await writeFile(join(folder, MARK), '0');
}

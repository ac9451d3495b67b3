import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Connection, Statement, Value } from './connection';
import { DatabaseError } from './databaseError';

/** How many questions are worked on in the database at a time. */
const SESSIONS = 4;
const CONNECT_WITHIN = 10_000;
/** The first of the two numbers of our advisory locks, so that they meet nobody else's. */
const LOCK_SPACE = 0x7468726f;
const INT8 = 20;

/**
 * A PostgreSQL server by its URL. Compiling queries at run time (JIT) takes longer than ours run, so that it is off. A session that the
 * server ended is replaced at the next question.
 */
export async function connectPostgres(url: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: url, max: SESSIONS, connectionTimeoutMillis: CONNECT_WITHIN, application_name: 'throughline', options: '-c jit=off',
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 ? Number : pg.types.getTypeParser(type, format as 'text'),
    },
  });
  // A session that ends while nobody uses it is no failure: the pool makes another.
  pool.on('error', () => undefined);
  const named = placeOf(url);
  const inSession = <T>(work: (client: pg.PoolClient) => Promise<T>) => withClient(pool, named, work);
  try {
    const [[version, encoding]] = await inSession(async (client) => rowsOf(await client.query({
      text: `select current_setting('server_version'), current_setting('server_encoding')`, rowMode: 'array',
    }))) as [[string, string]];
    if (encoding !== 'UTF8') throw new DatabaseError(`${named} keeps text as ${encoding}. Create a database with the encoding UTF8.`);
    return { engine: `PostgreSQL ${version.split(' ')[0]}`, ...methodsOf(pool, inSession) };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

type InSession = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>;

function methodsOf(pool: pg.Pool, inSession: InSession): Omit<Connection, 'engine'> {
  /** What is held, which ends with the connection. */
  const locks = new Set<pg.PoolClient>();
  return {
    query: (sql, values = []) =>
      inSession(async (client) => rowsOf(await client.query({ text: sql, values: [...values], rowMode: 'array' }))),
    copy: (table, lines) =>
      inSession((client) => pipeline(Readable.from([Buffer.from(lines)]), client.query(copyFrom(`copy ${table} from stdin`)))),
    transaction: (statements) => inSession((client) => transactionIn(client, statements)),
    hold: (number) => held(pool, number, inSession, locks),
    close: async () => {
      for (const client of locks) client.release(true);
      locks.clear();
      await pool.end();
    },
  };
}

function rowsOf(result: { rows: unknown }): Value[][] {
  return result.rows as Value[][];
}

async function transactionIn(client: pg.PoolClient, statements: readonly Statement[]): Promise<void> {
  try {
    await client.query('begin');
    for (const { sql, values = [] } of statements) await client.query(sql, [...values]);
    await client.query('commit');
  } catch (error) {
    // Where the session itself is gone, so is the transaction.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A lock of a session, which ends with it. */
async function held(
  pool: pg.Pool, number: number, inSession: InSession, locks: Set<pg.PoolClient>,
): Promise<(() => Promise<void>) | undefined> {
  const client = await inSession(async () => {
    const session = await pool.connect();
    // That the session has ended is told by the next statement of the work that it was held for.
    session.on('error', () => undefined);
    const { rows } = await session.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [LOCK_SPACE, number]);
    if (rows[0]!.taken) return session;
    session.release();
    return undefined;
  });
  if (!client) return undefined;
  locks.add(client);
  return async () => {
    // With the session the lock ends, even where the server no longer answers.
    if (locks.delete(client)) client.release(true);
  };
}

async function withClient<T>(pool: pg.Pool, named: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  let client: pg.PoolClient | undefined;
  let lost = false;
  try {
    client = await pool.connect();
    return await work(client);
  } catch (error) {
    lost = isLost(error);
    throw told(error, named);
  } finally {
    client?.release(lost);
  }
}

/** Codes of PostgreSQL (SQLSTATE) and of the network that say that a session is gone, or cannot be had. */
function isLost(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(08|57P)|^E[A-Z]+$/.test(code) || /terminated|timeout|ended|closed/i.test(message);
}

function told(error: unknown, named: string): Error {
  if (error instanceof DatabaseError) return error;
  const { code = '', message } = error as { code?: string; message: string };
  // Where several addresses were tried, only the code says something.
  const why = message || code;
  const saying = (text: string) => new DatabaseError(`${named} ${text}`, { cause: error });
  if (isLost(error)) return saying(`cannot be reached, or has ended the session (${why}). Ask again once it runs.`);
  if (/^(28|3D000)/.test(code)) return saying(`does not let this user in (${why}). Check the user, password and database in the URL.`);
  if (code === '42P01' || code === '3F000')
    return new DatabaseError('The dataset was taken away or loaded anew while it was asked. Ask again.', { cause: error });
  return saying(`could not answer (${why}).`);
}

/** What a URL leads to, without its password. Throws `DatabaseError` for what is no such URL. */
function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `The database "${decodeURIComponent(pathname.slice(1)) || 'postgres'}" at ${hostname || 'localhost'}${port ? `:${port}` : ''}`;
  } catch (cause) {
    throw new DatabaseError('The address of the database is no URL. Write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE.', { cause });
  }
}

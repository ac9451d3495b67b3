import type { DatasetHead } from '../graph';
import type { DatasetDescription } from '../store';
import { DatabaseError, keyOf, textOfKey, type Connection } from './connection';
import { CATALOGUE, dropTables, LAYOUT, MAKE_CATALOGUE, schemaOf } from './tables';

/** A dataset that a database holds whole. */
export interface LoadedDataset {
  readonly id: string;
  /** Where its tables are. */
  readonly schema: string;
  readonly head: DatasetHead;
  readonly description: DatasetDescription;
  /** When it was loaded, as ISO 8601. */
  readonly loaded: string;
}

/** A load that has begun. */
export interface BegunLoad {
  readonly number: number;
  readonly schema: string;
  /** Lets go of it, so that whoever loads next sees that it runs no more. */
  letGo(): Promise<void>;
}

/** A load whose process ended before it did. */
export interface BrokenLoad {
  readonly id: string;
  readonly begun: string;
}

const TIME = `to_char($ at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** All datasets that are whole, in order of ids. Rejects with `DatabaseError`. */
export async function loadedDatasets(connection: Connection): Promise<LoadedDataset[]> {
  const [[there]] = (await connection.query(`select to_regclass($1)::text`, [CATALOGUE])) as [[string | null]];
  if (there === null) return [];
  const rows = await connection.query(
    `select id, number, head, description, ${TIME.replace('$', 'loaded')}, layout from ${CATALOGUE} where state = 'ready' order by id`,
  );
  return (rows as [string, number, string, string, string, number][]).map(([key, number, head, description, loaded, layout]) => {
    const id = textOfKey(key);
    if (layout !== LAYOUT)
      throw new DatabaseError(
        `"${id}" was loaded by another version of this program (its tables are of layout ${layout}, not ${LAYOUT}). Load it anew.`,
      );
    return {
      id, schema: schemaOf(number), loaded, head: JSON.parse(head) as DatasetHead,
      description: JSON.parse(description) as DatasetDescription,
    };
  });
}

/**
 * Takes away what loads left whose processes ended before they did, and enters a new load. Nothing of it is seen before `endLoad`.
 * Rejects with `DatabaseError` where the same dataset is being loaded.
 */
export async function beginLoad(connection: Connection, id: string): Promise<BegunLoad & { broken: BrokenLoad[] }> {
  for (const sql of MAKE_CATALOGUE) await connection.query(sql);
  const broken = await sweep(connection, id);
  const [[number]] = (await connection.query(`select nextval(pg_get_serial_sequence('${CATALOGUE}', 'number'))`)) as [[number]];
  // It is held before it is entered, so that nobody takes it for one that was broken off.
  const letGo = (await connection.hold(number))!;
  await connection.query(
    `insert into ${CATALOGUE} (number, id, state, layout) values ($1, $2, 'loading', $3)`, [number, keyOf(id), LAYOUT],
  );
  return { number, schema: schemaOf(number), broken, letGo };
}

/** In one transaction the dataset is there, in place of what had its id. Gives whether there was one. */
export async function endLoad(
  connection: Connection, { number }: BegunLoad, { id, head, description }: Pick<LoadedDataset, 'id' | 'head' | 'description'>,
): Promise<boolean> {
  const before = (await connection.query(`select number from ${CATALOGUE} where id = $1 and state = 'ready'`, [keyOf(id)])) as [number][];
  await connection.transaction([
    { sql: `update ${CATALOGUE} set state = 'gone' where id = $1 and state = 'ready'`, values: [keyOf(id)] },
    {
      sql: `update ${CATALOGUE} set state = 'ready', head = $2, description = $3, loaded = now() where number = $1`,
      values: [number, JSON.stringify(head), JSON.stringify(description)],
    },
  ]);
  for (const [gone] of before) await takeAway(connection, gone);
  return before.length > 0;
}

/** Takes away what a load has brought so far. */
export async function takeAway(connection: Connection, number: number): Promise<void> {
  await connection.query(dropTables(schemaOf(number)));
  await connection.query(`delete from ${CATALOGUE} where number = $1`, [number]);
}

/** Takes a dataset away; false where there is none of that id. */
export async function unloadDataset(connection: Connection, id: string): Promise<boolean> {
  const found = (await loadedDatasets(connection)).find((dataset) => dataset.id === id);
  if (!found) return false;
  const number = Number(found.schema.slice(schemaOf(0).length - 1));
  await connection.query(`update ${CATALOGUE} set state = 'gone' where number = $1`, [number]);
  await takeAway(connection, number);
  return true;
}

async function sweep(connection: Connection, id: string): Promise<BrokenLoad[]> {
  const rows = (await connection.query(
    `select number, id, ${TIME.replace('$', 'begun')}, state from ${CATALOGUE} where state <> 'ready' order by number`,
  )) as [number, string, string, string][];
  const broken: BrokenLoad[] = [];
  for (const [number, key, begun, state] of rows) {
    const letGo = await connection.hold(number);
    if (letGo) {
      await takeAway(connection, number);
      await letGo();
      if (state !== 'gone') broken.push({ id: textOfKey(key), begun });
    } else if (textOfKey(key) === id)
      throw new DatabaseError(`"${id}" is being loaded by another process since ${begun}. Wait for it, or end it.`);
  }
  return broken;
}

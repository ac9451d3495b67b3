import type { Connection } from '../connection';
import type { PostgresServer } from './postgresServer';

/** The tables that are spread, and the column that says where a row goes. */
const SPREAD = {
  adj: 'entity', entities: 'n', degrees: 'n', relationships: 'n', sources: 'n', holders: 'entity', joined: 'entity',
} as const;

/** Makes the servers known to one, whose tables may then lie on them. */
export async function joinShards(connection: Connection, shards: readonly PostgresServer[]): Promise<void> {
  await connection.query('create extension postgres_fdw');
  for (const [i, { port }] of shards.entries()) {
    await connection.query(
      `create server shard_${i} foreign data wrapper postgres_fdw
       options (host '127.0.0.1', port '${port}', dbname 'postgres', fetch_size '10000')`,
    );
    await connection.query(
      `create user mapping for current_user server shard_${i} options (user 'throughline', password_required 'false')`,
    );
  }
}

/** Spreads the tables of a loaded dataset over servers: by the hash of the entity, each on one of them. The same SQL asks them. */
export async function spreadTables(connection: Connection, schema: string, shards: readonly Connection[]): Promise<void> {
  for (const shard of shards) await shard.query(`create schema ${schema}`);
  for (const [table, column] of Object.entries(SPREAD)) {
    const columns = await connection.query(
      `select string_agg(
         format('%I %s%s', attname, format_type(atttypid, atttypmod), case when c.collname = 'C' then ' collate "C"' else '' end),
         ', ' order by attnum)
       from pg_attribute a left join pg_collation c on c.oid = a.attcollation
       where attrelid = '${schema}.${table}'::regclass and attnum > 0 and not attisdropped`,
    );
    const indexes = await connection.query(
      `select indexdef from pg_indexes where schemaname = $1 and tablename = $2 order by indexname`, [schema, table],
    );
    for (const shard of shards) {
      await shard.query(`create table ${schema}.${table} (${columns[0]![0]})`);
      for (const [definition] of indexes) await shard.query(definition as string);
    }
    await connection.query(`alter table ${schema}.${table} rename to ${table}_whole`);
    await connection.query(`create table ${schema}.${table} (like ${schema}.${table}_whole) partition by hash (${column})`);
    for (const i of shards.keys())
      await connection.query(
        `create foreign table ${schema}.${table}_${i} partition of ${schema}.${table}
         for values with (modulus ${shards.length}, remainder ${i})
         server shard_${i} options (schema_name '${schema}', table_name '${table}')`,
      );
    await connection.query(`insert into ${schema}.${table} select * from ${schema}.${table}_whole`);
    await connection.query(`drop table ${schema}.${table}_whole`);
  }
}

import type { Connection } from './connection';

/** Whether an address is that of a server; else it is a folder. */
function isServer(address: string): boolean {
  return /^postgres(ql)?:\/\//i.test(address);
}

/**
 * A PostgreSQL server by its URL, or a folder that PGlite keeps; `create`: where there is no such folder it is made. Neither driver is
 * loaded before it is wanted. Rejects with `DatabaseError`.
 */
export async function connect(address: string, { create = false } = {}): Promise<Connection> {
  if (isServer(address)) return (await import('./postgres')).connectPostgres(address);
  return (await import('./pglite')).openPglite(address, create);
}

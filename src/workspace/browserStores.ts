import { connectStore, describeDataset, type Ask, type GraphStore } from '../store';
import { cases, fetchCase, type FetchedCase } from './bundledCases';
import type { DataSource, StoreOpening, WorkspaceDeps } from './platform';
import type { StoreDetail, StoreSource } from './storeWorker';

type Connection = ReturnType<typeof connectStore<StoreSource, StoreDetail>>;

function connect(): Connection {
  return connectStore<StoreSource, StoreDetail>(new Worker(new URL('./storeWorker.ts', import.meta.url), { type: 'module', name: 'store' }));
}

/**
 * Every opening has a worker of its own, so that the one before stays in use until the new chart is there. The first
 * worker and the files of the first case are on their way before anything asks for them.
 */
export function browserStores(): WorkspaceDeps['openStore'] {
  let ready: Connection | undefined = connect();
  let early: Promise<FetchedCase> | undefined = fetchCase(cases[0]!.name);
  // Whoever asks for the case hears of what failed; if nobody does, nobody needs to.
  early.catch(() => undefined);
  return async (source, ask) => {
    const connection = ready ?? connect();
    ready = undefined;
    try {
      if (source.kind === 'file') return await openFile(connection, source, ask);
      const fetched = source.name === cases[0]!.name ? early : undefined;
      if (fetched) early = undefined;
      return openCase(connection, await (fetched ?? fetchCase(source.name, ask.signal)));
    } catch (error) {
      await connection.store.close();
      throw error;
    }
  };
}

/** A case is on screen before its worker has it: its records and figures are at hand, and questions wait for the worker. */
function openCase(connection: Connection, { bytes, dataset, perspectives }: FetchedCase): StoreOpening {
  const description = describeDataset(dataset);
  const opening = connection.open({ bytes, trusted: true }, { partUpTo: 0 });
  const { entities, relationships, claims, sources } = description;
  return {
    opened: { store: storeAfter(opening, connection.store), description, part: dataset, perspectives },
    report: { format: 'throughline', entities, relationships, claims, sources, issues: [] },
  };
}

async function openFile(connection: Connection, { bytes, name }: Extract<DataSource, { kind: 'file' }>, ask: Ask): Promise<StoreOpening> {
  const { description, part, detail } = await connection.open({ bytes, name }, ask);
  if (description) return { opened: { store: connection.store, description, ...(part ? { part } : {}), ...(detail.snapshot ? { snapshot: detail.snapshot } : {}) }, report: detail.report };
  await connection.store.close();
  return { report: detail.report };
}

/** A store whose questions wait until it has been opened, and fail as the opening did. Closing waits for nothing. */
function storeAfter(opening: Promise<unknown>, store: GraphStore): GraphStore {
  // Every question hears of it; while there is none there is nobody to tell.
  opening.catch(() => undefined);
  return new Proxy(store, {
    get(target, method: keyof GraphStore) {
      const ask = target[method] as (...question: unknown[]) => Promise<unknown>;
      if (method === 'close') return () => target.close();
      return async (...question: unknown[]) => {
        await opening;
        return ask.apply(target, question);
      };
    },
  });
}

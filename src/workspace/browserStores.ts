import { connectStore, describeDataset, StoreFailedError, StoreLostError, type CallOptions } from '../store';
import { cases, fetchCase, type FetchedCase } from './bundledCases';
import type { CombinedSource, OpenStore, SingleSource, StoreOpening, WorkspaceDeps, WriteTask, WrittenFile } from './platform';
import type { OneSource, StoreDetail, StoreSource } from './storeWorker';

/** A worker for one source, whose store writes what it holds as well. */
function connect() {
  const connection = connectStore<StoreSource, StoreDetail, WriteTask, WrittenFile>(
    new Worker(new URL('./storeWorker.ts', import.meta.url), { type: 'module', name: 'store' }),
  );
  const store: OpenStore = Object.assign(connection.store, { write: (task: WriteTask, ask?: CallOptions) => connection.work(task, ask) });
  return { open: connection.open, end: connection.end, store };
}

interface StoreOptions {
  caseFirst: boolean;
  /** How long the page's server may take to answer a question, in ms, where it says so. */
  patience?: number | undefined;
}

/**
 * Every opening has a worker of its own, so that the one before stays in use until the new chart is there. The files of
 * the first case are on their way before anything asks for them, where it is to be opened.
 */
export function browserStores({ caseFirst, patience }: StoreOptions): WorkspaceDeps['openStore'] {
  let early: Promise<FetchedCase> | undefined = caseFirst ? fetchCase(cases[0]!.name) : undefined;
  // Whoever asks for the case hears of what failed; if nobody does, nobody needs to.
  early?.catch(() => undefined);
  return async (source, ask) => {
    if (source.kind === 'combined') return openSideBySide(source, ask);
    if (source.kind === 'server') return (await import('./openOnServer')).openOnServer(patience, ask);
    if (source.kind !== 'bundled') return opened(partSource(source), source.name, ask);
    const fetched = source.name === cases[0]!.name ? early : undefined;
    if (fetched) early = undefined;
    return openCase(await (fetched ?? fetchCase(source.name, ask.signal)));
  };
}

/**
 * A case is on screen before its worker has it: its records and figures are at hand, and questions wait for the worker,
 * which is started after the first frame so as not to compete with it.
 */
function openCase({ bytes, dataset, perspectives }: FetchedCase): StoreOpening {
  const description = describeDataset(dataset);
  const opened = nextFrame().then(() => storeOf(bytes));
  const { entities, relationships, claims, sources } = description;
  return {
    opened: { store: storeAfter(opened), description, part: dataset, perspectives },
    report: { format: 'throughline', entities, relationships, claims, sources, issues: [] },
  };
}

async function storeOf(bytes: Uint8Array): Promise<OpenStore> {
  const { open, end, store } = connect();
  try {
    await open({ bytes, trusted: true }, { partUpTo: 0 });
    return store;
  } catch (error) {
    end();
    throw error;
  }
}

/** When what is to be shown now has been painted. A page in the background paints nothing, so a while is long enough. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** Files side by side in one worker. A case that comes first keeps its views. */
async function openSideBySide({ name, parts }: CombinedSource, ask: CallOptions): Promise<StoreOpening> {
  const fetched = await Promise.all(parts.map((part) => (part.kind === 'bundled' ? fetchCase(part.name, ask.signal) : undefined)));
  const opening = await opened({ parts: parts.map((part, i) => partSource(part, fetched[i])) }, name, ask);
  const perspectives = fetched[0]?.perspectives;
  return perspectives && opening.opened ? { ...opening, opened: { ...opening.opened, perspectives } } : opening;
}

/** A source as its worker takes it: of a case that comes along the bytes that were fetched. */
function partSource({ kind: _, ...part }: SingleSource, fetched?: FetchedCase): OneSource & { name: string } {
  return fetched ? { name: part.name, bytes: fetched.bytes, trusted: true } : (part as OneSource & { name: string });
}

async function opened(source: StoreSource, name: string, ask: CallOptions): Promise<StoreOpening> {
  const connection = connect();
  try {
    const { description, part, detail } = await connection.open(source, ask);
    Object.assign(connection.store, Object.fromEntries((detail.lacking ?? []).map((name) => [name, undefined])));
    if (description)
      return {
        opened: {
          store: connection.store, description, ...(part ? { part } : {}), ...(detail.snapshot ? { snapshot: detail.snapshot } : {}),
          ...(detail.charts ? { charts: detail.charts } : {}), ...(detail.files ? { files: detail.files } : {}),
          ...(detail.views ? { views: detail.views } : {}),
          ...(detail.starts ? { starts: detail.starts } : {}),
          ...(detail.base ? { base: detail.base } : {}), ...(detail.packed === undefined ? {} : { packed: detail.packed }),
        },
        report: detail.report,
      };
    connection.end();
    return { report: detail.report };
  } catch (error) {
    connection.end();
    throw error instanceof StoreLostError
      ? new StoreFailedError(
          `“${name}” was not opened: the part of this page that reads it has stopped. It may have run out of memory. `
          + `The chart has not changed. Close other pages, or open a smaller part of the file.`,
          { cause: error },
        )
      : error;
  }
}

/** A store whose questions wait until it has been opened, and fail as the opening did. */
function storeAfter(opened: Promise<OpenStore>): OpenStore {
  // Every question hears of a failure; while there is none there is nobody to tell.
  opened.catch(() => undefined);
  const closed = () => opened.then((store) => store.close(), () => undefined);
  return new Proxy({} as OpenStore, {
    get(_, method: keyof OpenStore | 'then') {
      // A store is no promise, whatever is asked of it.
      if (method === 'then') return undefined;
      if (method === 'close') return closed;
      return async (...question: unknown[]) => {
        const store = await opened;
        return (store[method] as (...question: unknown[]) => Promise<unknown>).apply(store, question);
      };
    },
  });
}

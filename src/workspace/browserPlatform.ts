import { createStore, get, set, del } from 'idb-keyval';
import { z } from 'zod';
import { renderSnapshot, snapshotKinds, type CanvasFactory, type SnapshotAssets } from '../drawing';
import { perspectiveChart, position, type PerspectiveChart } from '../model';
import { connectStore } from '../store';
import caseUrl from '../../graph-data/north-korea-telecom.json?url&no-inline';
import chartUrl from '../../graph-data/north-korea-telecom.chart.json?url&no-inline';
import { layoutClient } from './layoutClient';
import type { Address, BundledCase, DataSource, Keep, Page, Settings, StoreOpening, WorkspaceDeps } from './platform';
import { CancelledError } from './session';
import type { StoreDetail, StoreSource } from './storeWorker';

interface Case extends BundledCase {
  readonly data: string;
  readonly chart: string;
}

/** The cases that come with the application; the first opens by itself. To add one: its two files and its line here. */
const CASES: readonly Case[] = [{ name: 'north-korea-telecom', title: 'Who built North Korea’s phone networks', data: caseUrl, chart: chartUrl }];

/** What the browser's window brings that only the interface has: the files and the canvas that snapshots need. */
export interface BrowserParts {
  assets(): Promise<SnapshotAssets>;
  canvas: CanvasFactory;
}

/** The application's surroundings in a browser. Nothing is asked of another host. */
export function browserPlatform({ assets, canvas }: BrowserParts): WorkspaceDeps {
  return {
    openStore: opener(),
    layout: layoutClient(() => new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module', name: 'layout' })),
    async renderSnapshot(snapshot, kind, options) {
      const bytes = await renderSnapshot(snapshot, kind, { ...options, assets: await assets(), canvas });
      return new Blob([bytes as BlobPart], { type: snapshotKinds[kind].mediaType });
    },
    keep: databaseKeep(), settings: localSettings, address: windowAddress, page: windowPage,
    now: () => Date.now(),
    wait, bundled: CASES.map(({ name, title }) => ({ name, title })),
  };
}

type Connection = ReturnType<typeof connectStore<StoreSource, StoreDetail>>;

function connect(): Connection {
  return connectStore<StoreSource, StoreDetail>(new Worker(new URL('./storeWorker.ts', import.meta.url), { type: 'module', name: 'store' }));
}

/** Every opening has a worker of its own, so that the one before stays in use until the new chart is there. The first is started at once. */
function opener(): WorkspaceDeps['openStore'] {
  let ready: Connection | undefined = connect();
  return async (source, ask) => {
    const connection = ready ?? connect();
    ready = undefined;
    try {
      const bundled = source.kind === 'bundled' ? CASES.find((c) => c.name === source.name)! : undefined;
      const [{ description, part, detail }, perspectives] = await Promise.all([connection.open(requestFor(source, bundled), ask), bundled && perspectivesAt(bundled.chart, ask.signal)]);
      if (description) return { opened: { store: connection.store, description, ...(part ? { part } : {}), ...(perspectives ? { perspectives } : {}), ...(detail.snapshot ? { snapshot: detail.snapshot } : {}) }, report: detail.report } satisfies StoreOpening;
      await connection.store.close();
      return { report: detail.report };
    } catch (error) {
      await connection.store.close();
      throw error;
    }
  };
}

function requestFor(source: DataSource, bundled: Case | undefined): StoreSource {
  if (source.kind === 'file') return { bytes: source.bytes, name: source.name };
  return { url: new URL(bundled!.data, document.baseURI).href, trusted: true };
}

const chartFile = z.union([z.object({ perspectives: z.array(perspectiveChart) }), z.object({ positions: z.record(z.string(), position) })]);

async function perspectivesAt(url: string, signal: AbortSignal | undefined): Promise<PerspectiveChart[]> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${url} cannot be fetched: the server answered ${response.status}. Reload the page.`);
  const read = chartFile.parse(await response.json());
  return 'perspectives' in read ? read.perspectives : [{ id: 'everything', title: 'Everything', summary: 'All entities of the case.', positions: read.positions }];
}

function databaseKeep(): Keep {
  const store = createStore('throughline', 'kept');
  return { get: (key) => get<unknown>(key, store), set: (key, value) => set(key, value, store), delete: (key) => del(key, store) };
}

/** Storage may be forbidden; then every visit begins with the usual view. */
const localSettings: Settings = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return forbidden(error);
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch (error) {
      forbidden(error);
    }
  },
};

function forbidden(error: unknown): null {
  if (error instanceof DOMException) return null;
  throw error;
}

const windowAddress: Address = {
  query: () => location.search.slice(1),
  link: (query) => new URL(query === '' ? location.pathname : `?${query}`, location.href.split(/[?#]/)[0]).href,
  push: (query) => history.pushState(null, '', addressOf(query)),
  replace: (query) => history.replaceState(null, '', addressOf(query)),
  onMove(listener) {
    const told = () => listener(location.search.slice(1));
    addEventListener('popstate', told);
    return () => removeEventListener('popstate', told);
  },
};

function addressOf(query: string): string {
  return query === '' ? location.pathname : `?${query}`;
}

const windowPage: Page = {
  copy: (text) => navigator.clipboard.writeText(text),
  save({ name, blob }) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // The download has taken hold of the data by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
  onLeave(listener) {
    const hidden = () => document.visibilityState === 'hidden' && listener();
    addEventListener('pagehide', listener);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('pagehide', listener);
      document.removeEventListener('visibilitychange', hidden);
    };
  },
};

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject((signal?.reason as Error | undefined) ?? new CancelledError('waiting'));
    };
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

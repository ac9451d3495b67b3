import { createStore, get, set, del } from 'idb-keyval';
import { z } from 'zod';
import { renderSnapshot, snapshotKinds, type CanvasFactory, type SnapshotAssets } from '../drawing';
import { perspectiveChart, position, type PerspectiveChart } from '../model';
import { connectStore } from '../store';
import caseUrl from '../../graph-data/north-korea-telecom.json?url&no-inline';
import chartUrl from '../../graph-data/north-korea-telecom.chart.json?url&no-inline';
import { layoutClient } from './layoutClient';
import type { Address, BundledCase, Keep, Page, Settings, StoreOpening, WorkspaceDeps } from './platform';
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
    reloaded: performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload'),
    now: () => Date.now(),
    wait, bundled: CASES.map(({ name, title }) => ({ name, title })),
  };
}

type Connection = ReturnType<typeof connectStore<StoreSource, StoreDetail>>;

function connect(): Connection {
  return connectStore<StoreSource, StoreDetail>(new Worker(new URL('./storeWorker.ts', import.meta.url), { type: 'module', name: 'store' }));
}

/** A case's two files, on their way. */
interface Fetched {
  readonly data: Promise<Uint8Array>;
  readonly chart: Promise<Uint8Array>;
}

function fetchCase({ data, chart }: Case, signal?: AbortSignal): Fetched {
  const fetched = { data: bytesAt(data, signal), chart: bytesAt(chart, signal) };
  // Whoever asks for the case hears of what failed; if nobody does, nobody needs to.
  for (const file of [fetched.data, fetched.chart]) file.catch(() => undefined);
  return fetched;
}

async function bytesAt(url: string, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`${url} cannot be fetched: the server answered ${response.status}. Reload the page.`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Every opening has a worker of its own, so that the one before stays in use until the new chart is there. The first
 * worker and the files of the first case are on their way before anything asks for them.
 */
function opener(): WorkspaceDeps['openStore'] {
  let ready: Connection | undefined = connect();
  const early = new Map([[CASES[0]!.name, fetchCase(CASES[0]!)]]);
  return async (source, ask) => {
    const connection = ready ?? connect();
    ready = undefined;
    try {
      const files = source.kind === 'bundled' ? (early.get(source.name) ?? fetchCase(CASES.find((c) => c.name === source.name)!, ask.signal)) : undefined;
      early.delete(source.name);
      const request: StoreSource = source.kind === 'file' ? { bytes: source.bytes, name: source.name } : { bytes: await files!.data, trusted: true };
      const [{ description, part, detail }, perspectives] = await Promise.all([connection.open(request, ask), files && perspectivesIn(await files.chart)]);
      if (description) return { opened: { store: connection.store, description, ...(part ? { part } : {}), ...(perspectives ? { perspectives } : {}), ...(detail.snapshot ? { snapshot: detail.snapshot } : {}) }, report: detail.report } satisfies StoreOpening;
      await connection.store.close();
      return { report: detail.report };
    } catch (error) {
      await connection.store.close();
      throw error;
    }
  };
}

const chartFile = z.union([z.object({ perspectives: z.array(perspectiveChart) }), z.object({ positions: z.record(z.string(), position) })]);

function perspectivesIn(bytes: Uint8Array): PerspectiveChart[] {
  const read = chartFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
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

import type { Dataset, PerspectiveChart, Position, Snapshot } from '../../model';
import { readFile, readFolder, sourceOfBlob, writeDataset, type Reading } from '../../formats';
import { MemoryStore, type GraphStore } from '../../store';
import type {
  Address, DataSource, HistoryEntry, Keep, LayoutService, OutputFile, Registers, ServerSource, SingleSource, StoreOpening, TabMessage, Tabs,
  WorkspaceDeps, WriteTask,
} from '../platform';
import { sideBySide } from '../loading/sideBySide';
import { writeOpen } from '../exporting/writeOpen';
import { filesOf } from '../mapping/folderFiles';
import { mergeFile } from '../ownFile/mergeFile';
import { compareFile } from '../comparison/compareFile';
import { countIn, lookAt, readIn, ticksIn } from '../mapping/lookAt';
import { smallCase } from './smallCase';

/** A place among those that Back and Forward go to. */
interface Place {
  query: string;
  fragment: string;
  entry?: HistoryEntry;
}

/** An address bar with a history, as a browser has it. */
export class TestAddress implements Address {
  places: Place[];
  at = 0;
  private readonly listeners = new Set<() => void>();

  constructor(query = '', fragment = '') {
    this.places = [{ query, fragment }];
  }

  /** The address bar of somebody who was sent a link. */
  static of(link: string): TestAddress {
    const { search, hash } = new URL(link);
    return new TestAddress(search.slice(1), hash.slice(1));
  }

  query(): string {
    return this.place.query;
  }
  fragment(): string {
    return this.place.fragment;
  }
  entry(): HistoryEntry | undefined {
    return this.place.entry;
  }
  link(query: string, fragment: string): string {
    return `https://example.org/?${query}${fragment === '' ? '' : `#${fragment}`}`;
  }
  push(query: string, entry: HistoryEntry): void {
    this.places = [...this.places.slice(0, this.at + 1), { query, fragment: '', entry }];
    this.at += 1;
  }
  replace(query: string, entry: HistoryEntry): void {
    this.places[this.at] = { query, fragment: '', entry };
  }
  onMove(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  go(by: number): void {
    this.at += by;
    for (const listener of this.listeners) listener();
  }
  /** A link of the same page is put into the address bar: the page is not loaded anew for its fragment. */
  follow(query: string, fragment: string): void {
    this.places = [...this.places.slice(0, this.at + 1), { query, fragment }];
    this.go(1);
  }

  private get place(): Place {
    return this.places[this.at]!;
  }
}

/** Storage that outlives a workspace, in memory; values are copied as a browser copies them. */
export function memoryKeep(values = new Map<string, unknown>()): Keep & { values: Map<string, unknown> } {
  return {
    values,
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    delete: async (key) => void values.delete(key),
    keys: async () => [...values.keys()],
  };
}

/** Sets what is new in a row below what is known; quick, and never the same place twice. */
const rowLayout: LayoutService = {
  async organic({ part, previous, pinned }, ask) {
    ask?.signal?.throwIfAborted();
    const known = new Map([...(previous ?? []), ...(pinned ?? [])]);
    return new Map(
      part.entities.map(({ id }, i): [string, Position] => [id, known.get(id) ?? { x: 150 * i, y: previous ? 400 : 10 * (i % 3) }]),
    );
  },
  async route({ routes }) {
    return new Map(routes.flatMap((entities) => entities.map((id, i): [string, Position] => [id, { x: 250 * i, y: -500 }])));
  },
  layered: async ({ part }) => new Map(part.entities.map(({ id }, i): [string, Position] => [id, { x: 0, y: 100 * (0 - i) }])),
  asGiven: async ({ part, given }) =>
    new Map(part.entities.map(({ id }, i): [string, Position] => [id, given.get(id) ?? { x: 150 * i, y: -900 }])),
  dispose: () => undefined,
};

/** No register is asked, and whoever asks one fails the test. */
const noRegister: Registers = {
  services: async () => [],
  post: async () => Promise.reject(new TypeError('A register was asked.')),
};

export interface TestPlatform extends WorkspaceDeps {
  address: TestAddress;
  keep: ReturnType<typeof memoryKeep>;
  saved: OutputFile[];
  copied: string[];
  /** The page is left. */
  leave(): void;
}

/** Goes on from platform to platform, as the time of day does from visit to visit. */
let clock = 0;

/** What the tabs of a browser have in common besides what is kept: who has which work, and who hears the others. */
export class TestTabs {
  readonly holders = new Map<string, string>();
  readonly listeners = new Map<(message: TabMessage) => void, string>();

  /** A tab among those that are open; without further ones it is alone. */
  tab(id: string, open: () => string[] = () => [id], from?: string): Tabs {
    const { holders, listeners } = this;
    const say = (message: TabMessage) => [...listeners].forEach(([listener, of]) => of !== id && listener(message));
    return {
      own: async () => ({ id, ...(from === undefined ? {} : { from }) }), open: async () => new Set(open()), say,
      async hold(stamp, seize = false) {
        const holder = holders.get(stamp);
        if (!seize && holder !== undefined && holder !== id && open().includes(holder)) return false;
        holders.set(stamp, id);
        return true;
      },
      release: (stamp) => void (holders.get(stamp) === id && holders.delete(stamp)),
      onSaid: (listener) => (listeners.set(listener, id), () => void listeners.delete(listener)),
    };
  }
}

/** A tab of a browser of its own. */
export function testTab(id: string, open?: () => string[], from?: string): Tabs {
  return new TestTabs().tab(id, open, from);
}

/** Surroundings for tests: bundled datasets by name, files through the readers, no time passes. */
export function testPlatform(
  over: Partial<TestPlatform> & {
    cases?: Record<string, Dataset>;
    perspectives?: PerspectiveChart[];
    wrap?: (store: GraphStore) => GraphStore;
  } = {},
): TestPlatform {
  const { cases = { small: smallCase }, perspectives, wrap = (store) => store, ...rest } = over;
  const saved: OutputFile[] = [];
  const copied: string[] = [];
  const leaving = new Set<() => void>();
  return {
    openStore: (source) => opened(source, cases, perspectives, wrap),
    files: { compare: compareFile, merge: mergeFile, look: lookAt, count: countIn, read: readIn, ticks: ticksIn },
    layout: rowLayout,
    renderStory: async (dataset, story, kind) => new Blob([JSON.stringify({ dataset, story, kind })]),
    renderTimeline: async (input, kind) => new Blob([JSON.stringify({ kind, rows: input.answer.rows })]),
    renderComparison: async (input, kind) =>
      new Blob([JSON.stringify({ kind, ...input, positions: [...(input.positions ?? [])], ties: [...(input.ties ?? [])] })]),
    renderSnapshot: async (snapshot: Snapshot, kind, { leaf }) => new Blob([`${leaf ?? kind}:${JSON.stringify(snapshot)}`]),
    previewPictures: async (_snapshot, kind) => [{ blob: new Blob([kind]), width: 800, height: 600, scale: 1 }],
    keep: memoryKeep(),
    settings: memorySettings(),
    registers: noRegister,
    tabs: testTab('a'),
    address: new TestAddress(),
    page: {
      copy: async (text) => void copied.push(text), save: (file) => void saved.push(file),
      onLeave: (listener) => (leaving.add(listener), () => leaving.delete(listener)),
    },
    reloaded: false,
    now: () => ++clock,
    wait: async (_ms, signal) => {
      await Promise.resolve();
      signal?.throwIfAborted();
    },
    bundled: Object.entries(cases).map(([name, { title }]) => ({ name, title })),
    saved,
    copied,
    leave: () => leaving.forEach((listener) => listener()),
    ...rest,
  };
}

function memorySettings(values = new Map<string, string>()) {
  return {
    get: (key: string) => values.get(key) ?? null, set: (key: string, value: string) => void values.set(key, value),
    delete: (key: string) => void values.delete(key), keys: () => [...values.keys()],
  };
}

async function opened(
  source: DataSource, cases: Record<string, Dataset>, perspectives: PerspectiveChart[] | undefined, wrap: (store: GraphStore) => GraphStore,
): Promise<StoreOpening> {
  const parts = source.kind === 'combined' ? source.parts : [source];
  const readings = await Promise.all(parts.map(async (part) => ({ name: part.name, reading: await readSource(part, cases) })));
  const { snapshot, charts, files, perspectives: drawn } = readings[0]!.reading;
  const { dataset, report, starts } = sideBySide(readings);
  if (!dataset) return { report };
  const held = await MemoryStore.open(dataset, { added: starts });
  const store = Object.assign(wrap(held), { write: (task: WriteTask) => writeOpen(held, task) });
  const description = await store.describe();
  const part = description.entities <= 2000 ? { part: await store.part({ ids: 'all' }) } : {};
  return {
    opened: {
      store, description, ...part, starts, ...(snapshot ? { snapshot } : {}), ...(charts ? { charts } : {}),
      ...(files ? { files: new Map(files.map((f) => [f.sha256, new Blob([f.content as BlobPart])])) } : {}),
      ...(parts[0]!.kind === 'bundled' && perspectives ? { perspectives } : drawn ? { views: drawn } : {}),
    },
    report,
  };
}

async function readSource(source: SingleSource | ServerSource, cases: Record<string, Dataset>): Promise<Reading> {
  // What a server has is a case by its name as well.
  if (source.kind === 'bundled' || source.kind === 'server') return readFile(writeDatasetBytes(cases[source.name]!), { name: source.name });
  const { name, format, mapping } = source;
  const options = { name, ...(format === undefined ? {} : { format }), ...(mapping ? { mapping } : {}) };
  return source.kind === 'folder' ? readFolder(await filesOf(source.files), options) : readFile(sourceOfBlob(source.blob), options);
}

function writeDatasetBytes(dataset: Dataset): Uint8Array {
  return new TextEncoder().encode(writeDataset(dataset));
}

/** A file as the browser hands it over. */
export function fileOf(name: string, content: string): File {
  return new File([content], name);
}

import type { CanvasFactory, SnapshotAssets } from '../publish';
import { databaseKeep, localSettings, wait, windowAddress, windowPage } from './browserPage';
import { browserStores } from './browserStores';
import { browserTabs } from './browserTabs';
import { cases } from './bundledCases';
import { layoutClient } from './layoutClient';
import { servedData } from './servedData';
import type { FileService, OwnFiles, Registers, WorkspaceDeps } from './platform';
import type { FileWorkerService } from './fileWorker';
import { takeServerToken } from './serverToken';
import { WorkerPool } from './workerPool';

/** What the browser's window brings that only the interface has: the files and the canvas that snapshots need. */
interface BrowserParts {
  assets(): Promise<SnapshotAssets>;
  canvas: CanvasFactory;
}

/** The application's surroundings in a browser. Nothing is asked of another host. */
export function browserPlatform({ assets, canvas }: BrowserParts): WorkspaceDeps {
  takeServerToken();
  const served = servedData();
  const reloaded = performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
  return {
    ...(served ? { served } : {}),
    openStore: browserStores({ caseFirst: served === undefined, patience: served?.patience }),
    files: fileClient(() => new Worker(new URL('./fileWorker.ts', import.meta.url), { type: 'module', name: 'files' })),
    layout: layoutClient(() => new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module', name: 'layout' })),
    async renderSnapshot(snapshot, kind, options, { signal }) {
      const { snapshotBlob } = await import('./snapshot/snapshotBlob');
      return snapshotBlob(snapshot, kind, { ...options, assets: await assets(), canvas, signal });
    },
    async renderStory(dataset, story, kind, { signal }) {
      const { storyBlob } = await import('./snapshot/snapshotBlob');
      return storyBlob(dataset, story, kind, { assets: await assets(), canvas, signal });
    },
    async renderComparison(input, kind, { signal }) {
      const { comparisonBlob } = await import('./snapshot/snapshotBlob');
      return comparisonBlob(input, kind, { assets: await assets(), canvas, signal });
    },
    async renderTimeline(input, kind, theme, { signal }) {
      const { timelineBlob } = await import('./snapshot/snapshotBlob');
      return timelineBlob(input, kind, { assets: await assets(), canvas, theme, signal });
    },
    async previewPictures(snapshot, kind, widest, options, { signal }) {
      const { previewBlobs } = await import('./snapshot/snapshotBlob');
      return previewBlobs(snapshot, kind, widest, { ...options, assets: await assets(), canvas, signal });
    },
    registers: lateRegisters,
    keep: databaseKeep(), settings: localSettings, tabs: browserTabs(reloaded), address: windowAddress, page: windowPage,
    ...('showSaveFilePicker' in window ? { ownFiles: lateOwnFiles } : {}),
    reloaded,
    now: () => Date.now(),
    wait, bundled: cases.map(({ name, title }) => ({ name, title })),
  };
}

/** Few ask a register: what that takes is loaded when somebody does. */
const lateRegisters: Registers = {
  services: async (signal) => (await import('./browserRegisters')).browserRegisters.services(signal),
  post: async (service, form, signal) => (await import('./browserRegisters')).browserRegisters.post(service, form, signal),
};

/** The same for files of the user's that are written where they lie. */
const lateOwnFiles: OwnFiles = {
  choose: async (name) => (await ownFiles()).choose(name),
  pick: async () => (await ownFiles()).pick(),
  kept: async (handle) => (await ownFiles()).kept(handle),
};
const ownFiles = async () => (await import('./browserOwnFiles')).browserOwnFiles;

/** The worker that looks at files has stopped. */
class FileLookFailedError extends Error {
  override readonly name = 'FileLookFailedError';
  constructor() {
    super(
      'The file could not be read: the part of this page that reads files has stopped. It may have run out of memory. '
      + 'Try again, or open a smaller part of the file.',
    );
  }
}

/** Looks at files in workers of their own, so that questions about what is open are answered meanwhile. */
function fileClient(start: () => Worker): FileService {
  const workers = new WorkerPool<FileWorkerService>(start, () => new FileLookFailedError());
  return {
    look: (source, ask) => workers.run((service) => service.look(source), ask?.signal),
    read: (source, ask) => workers.run((service) => service.read(source), ask?.signal),
    compare: (task, ask) => workers.run((service) => service.compare(task), ask?.signal),
    merge: (task, ask) => workers.run((service) => service.merge(task), ask?.signal),
    ticks: (source, ask) => workers.run((service) => service.ticks(source), ask?.signal),
    count: (source, ask) => workers.run((service) => service.count(source), ask?.signal),
  };
}

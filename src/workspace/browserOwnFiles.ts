import type { FileState, OwnFile, OwnFiles } from './platform';

/** What browsers with File System Access have besides what TypeScript knows of them. */
type Asked = { readonly mode: 'readwrite' };
interface Handle extends FileSystemFileHandle {
  queryPermission?(asked: Asked): Promise<PermissionState>;
  requestPermission?(asked: Asked): Promise<PermissionState>;
}
interface FileKind {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}
interface Pickers {
  showSaveFilePicker(options: { suggestedName: string; types: readonly FileKind[] }): Promise<Handle>;
  showOpenFilePicker(options: { types: readonly FileKind[] }): Promise<Handle[]>;
}

const WRITING: Asked = { mode: 'readwrite' };
const CASES: FileKind = { description: 'Throughline case', accept: { 'application/json': ['.json'] } };
const WITH_FILES: FileKind = { description: 'Throughline case with its files', accept: { 'application/zip': ['.throughline-case'] } };

/** Files of the user's by the File System Access of the browser. */
export const browserOwnFiles: OwnFiles = {
  choose: (suggestedName) =>
    picked(async (pickers) =>
      pickers.showSaveFilePicker({ suggestedName, types: [suggestedName.endsWith('.json') ? CASES : WITH_FILES] }),
    ),
  pick: () => picked(async (pickers) => (await pickers.showOpenFilePicker({ types: [CASES, WITH_FILES] }))[0]!),
  kept: async (handle) => (handle instanceof FileSystemFileHandle && 'createWritable' in handle ? ownFile(handle) : undefined),
};

/** The user may close the picker without a choice. */
async function picked(pick: (pickers: Pickers) => Promise<Handle>): Promise<OwnFile | undefined> {
  try {
    return ownFile(await pick(window as unknown as Pickers));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

function ownFile(handle: Handle): OwnFile {
  return {
    name: handle.name,
    handle,
    async allowed(ask) {
      // A browser without these methods asks at the first writing.
      const state = (await handle.queryPermission?.(WRITING)) ?? 'granted';
      if (state !== 'prompt' || !ask) return state === 'granted';
      return (await handle.requestPermission?.(WRITING)) === 'granted';
    },
    read: () => handle.getFile(),
    async write(blob, seen) {
      const stream = await handle.createWritable();
      try {
        await stream.write(blob);
        if (seen && !isState(await handle.getFile(), seen)) {
          await stream.abort();
          return undefined;
        }
        // Until it is closed all is written beside the file, so that it is never there by half.
        await stream.close();
      } catch (error) {
        // A stream that failed may be closed already; why it failed is told below.
        await stream.abort().catch(() => undefined);
        throw error;
      }
      const { lastModified, size } = await handle.getFile();
      return { lastModified, size };
    },
  };
}

function isState(file: FileState, { lastModified, size }: FileState): boolean {
  return file.lastModified === lastModified && file.size === size;
}

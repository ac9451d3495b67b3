import { z } from 'zod';
import { fetchPatiently, NotFetchedError } from '../store';
import type { FolderFile, ServedData, UserSource } from './platform';

const files = z.object({ name: z.string(), isFolder: z.boolean(), files: z.array(z.object({ name: z.string(), url: z.string() })).min(1) });
const asked = z.object({ name: z.string(), asked: z.literal(true) });
const told = z.union([asked, files]);

/** What the page says that its server was given to open; nothing where it says nothing. */
export function servedData(): ServedData | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="throughline-data"]')?.content;
  if (content === undefined) return undefined;
  const data = told.parse(JSON.parse(content));
  if ('asked' in data) return { name: data.name, fetch: async () => ({ kind: 'server', name: data.name }) };
  const { name, isFolder, files } = data;
  return {
    name,
    async fetch(signal): Promise<UserSource> {
      const fetched = await Promise.all(
        files.map(async (file): Promise<FolderFile> => ({ name: file.name, blob: await blobAt(file.url, signal) })),
      );
      return isFolder
        ? { kind: 'folder', name, files: fetched, served: true }
        : { kind: 'file', name, blob: fetched[0]!.blob, served: true };
    },
  };
}

/** The browser takes the bytes as they come and holds them outside of the page, on disk where there are many. */
async function blobAt(url: string, signal: AbortSignal | undefined): Promise<Blob> {
  const response = await fetchPatiently(url, { cache: 'no-store', ...(signal ? { signal } : {}) });
  if (!response.ok) throw new NotFetchedError('The file', response.status, 'Check that it still lies where it was, and reload the page.');
  return response.blob();
}

import { z } from 'zod';
import { fetchPatiently, NotFetchedError } from '../store';
import type { FolderFile, ServedData, ServerSource, UserSource } from './platform';
import { fetchFromServer } from './serverToken';

const files = z.object({ name: z.string(), isFolder: z.boolean(), files: z.array(z.object({ name: z.string(), url: z.string() })).min(1) });
/** How long the server works on a question, in seconds. */
const deadline = z.number().optional();
const asked = z.object({ name: z.string(), asked: z.literal(true), deadline });
const told = z.union([asked, files]);
/** The server tells of its data whoever sends its token. */
const guarded = z.object({ guarded: z.literal(true), deadline });

/** What the page calls data whose name it is not told before it has sent a token. */
const GUARDED_NAME = 'Data of this server';
/** How much longer than its server works on a question the page waits for the answer, in seconds. */
const ON_ITS_WAY = 30;

/** What the page says that its server was given to open; nothing where it says nothing. */
export function servedData(): ServedData | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="throughline-data"]')?.content;
  if (content === undefined) return undefined;
  const data = z.union([guarded, told]).parse(JSON.parse(content));
  const patience = 'deadline' in data && data.deadline !== undefined ? { patience: (data.deadline + ON_ITS_WAY) * 1000 } : {};
  if (!('guarded' in data)) return { name: data.name, ...patience, fetch: (signal) => sourceOf(data, signal) };
  return {
    name: GUARDED_NAME, ...patience,
    async fetch(signal) {
      const response = await fetched('data/served.json', 'Open it at the address that the server printed.', signal);
      return sourceOf({ ...told.parse(await response.json()), name: GUARDED_NAME }, signal);
    },
  };
}

async function sourceOf(data: z.infer<typeof told>, signal: AbortSignal | undefined): Promise<UserSource | ServerSource> {
  const { name } = data;
  if ('asked' in data) return { kind: 'server', name };
  const blobs = await Promise.all(
    data.files.map(async (file): Promise<FolderFile> => {
      const response = await fetched(file.url, 'Check that it still lies where it was, and reload the page.', signal);
      // The browser takes the bytes as they come and holds them outside of the page, on disk where there are many.
      return { name: file.name, blob: await response.blob() };
    }),
  );
  return data.isFolder ? { kind: 'folder', name, files: blobs, served: true } : { kind: 'file', name, blob: blobs[0]!.blob, served: true };
}

async function fetched(url: string, otherwise: string, signal: AbortSignal | undefined): Promise<Response> {
  const response = await fetchPatiently(url, { cache: 'no-store', request: fetchFromServer, ...(signal ? { signal } : {}) });
  if (!response.ok) throw new NotFetchedError('The file', response.status, otherwise);
  return response;
}

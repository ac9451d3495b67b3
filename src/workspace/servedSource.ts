import { z } from 'zod';
import { fetchPatiently, NotFetchedError } from '../store';
import type { FolderFile, ServerSource, UserSource } from './platform';
import { fetchFromServer } from './serverToken';

const files = z.object({ name: z.string(), isFolder: z.boolean(), files: z.array(z.object({ name: z.string(), url: z.string() })).min(1) });
const asked = z.object({ name: z.string(), asked: z.literal(true) });
const told = z.union([asked, files]);

/**
 * What the page's server was given, as it tells of it: its files as they are now, or itself. A server that tells nothing before it has a
 * token (`guarded`) is asked. Rejects where it does not answer.
 */
export async function servedSource(
  said: object, name: string, signal: AbortSignal | undefined,
): Promise<UserSource | ServerSource> {
  const guarded = 'guarded' in said;
  const data = told.parse(
    guarded ? await (await fetched('data/served.json', 'Open it at the address that the server printed.', signal)).json() : said,
  );
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

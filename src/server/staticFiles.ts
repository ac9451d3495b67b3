import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import { answer, refusal } from './answer';
import type { DataFiles } from './dataFiles';

/** Answers GET and HEAD for a path with a file of the app, or of the data that the page is to open. */
export function staticFiles(app: string, data: DataFiles | undefined) {
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (data && (path === '/' || path === '/index.html'))
      return sendPage(response, data.pageFrom(await readFile(join(app, 'index.html'), 'utf8')), request.method === 'HEAD');
    if (data && path === '/data/served.json') return answer(response, 200, data.told);
    const served = data?.at(path);
    if (served) return sendFile(request, response, { root: served.folder, path: served.path, headers: served.headers });
    return sendFile(request, response, { root: app, path, headers: { 'Cache-Control': cacheControl(path) } });
  };
}

interface FileToSend {
  root: string;
  /** As a URL has it. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** Ranges, validators and media types are the library's work; it closes the file when the reader goes away. */
function sendFile(request: IncomingMessage, response: ServerResponse, { root, path, headers }: FileToSend): void {
  send(request, path, { root, cacheControl: false, dotfiles: 'allow' })
    .on('headers', () => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    })
    .on('directory', () => notThere(response, path))
    .on('error', (error: NodeJS.ErrnoException & { status?: number }) => fail(response, path, error))
    .pipe(response);
}

function fail(response: ServerResponse, path: string, { status = 500, code, message }: NodeJS.ErrnoException & { status?: number }): void {
  for (const name of ['Content-Length', 'ETag', 'Last-Modified', 'Content-Disposition']) response.removeHeader(name);
  if (status === 404 || status === 403) return notThere(response, path);
  if (status === 416) return refusal(response, 416, 'The file has no such range of bytes.');
  if (status < 500) return refusal(response, status, 'The request cannot be answered as it was put.');
  console.error(`${path} cannot be read: ${message}`);
  const busy = code === 'EMFILE' || code === 'ENFILE';
  refusal(
    response, busy ? 503 : 500, busy ? 'Too many files are open. Ask again in a moment.' : 'The file cannot be read.',
    busy ? { 'Retry-After': '1' } : {},
  );
}

function notThere(response: ServerResponse, path: string): void {
  refusal(response, 404, `Nothing is served at ${path}.`);
}

function sendPage(response: ServerResponse, page: string, headOnly: boolean): void {
  const bytes = Buffer.from(page);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache', 'Content-Length': bytes.length });
  response.end(headOnly ? undefined : bytes);
}

/** Files whose name carries a hash of their content never change; everything else is asked for again. */
function cacheControl(path: string): string {
  const hashed = path.startsWith('/assets/') && /-[\w-]{8,}\.\w+$/.test(path);
  return hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { RequestTable } from '../store';
import { isLoopbackHost } from './loopbackOnly';
import { BadRequestError, requestBody } from './requestBody';
import { securityHeaders } from './securityHeaders';

const HOST = '127.0.0.1';

export interface ServeOptions {
  /** The folder of the built app. */
  app: string;
  /** 0 takes any free port. */
  port: number;
  /** The questions of a store, answered below `/api/`; without it there is no such path. */
  questions?: RequestTable;
}

export interface Serving {
  /** "http://127.0.0.1:4178" */
  address: string;
  close(): Promise<void>;
}

/** Another program listens on the port. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  constructor(readonly port: number) {
    super(`Port ${port} is taken by another program. Stop that program, or choose another port with --port.`);
  }
}

/** Serves the built app, and a store's questions, on loopback only. Throws PortTakenError. */
export async function serve({ app, port, questions }: ServeOptions): Promise<Serving> {
  // `dev`: files are looked for at each request, so that an app that is built anew under a running server is served whole.
  const files = sirv(app, { etag: true, dev: true, setHeaders: cacheHeaders });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (!isLoopbackHost(request.headers.host)) return answer(response, 421, { error: 'This server answers to this machine only.' });
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith('/api/')) return void answerQuestion(request, response, path.slice('/api'.length), questions);
    files(request, response, () => answer(response, 404, { error: `Nothing is served at ${path}.` }));
  });
  await listening(server, port);
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve, reject) => {
      server.closeAllConnections();
      server.close((error) => (error ? reject(error) : resolve()));
    }),
  };
}

/** Files whose name carries a hash of their content never change; everything else is asked for again. */
function cacheHeaders(response: ServerResponse, path: string): void {
  const hashed = /-[\w-]{8,}\.\w+$/.test(path) && path.includes('/assets/');
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

async function answerQuestion(request: IncomingMessage, response: ServerResponse, path: string, questions?: RequestTable): Promise<void> {
  if (!questions) return answer(response, 404, { error: 'No dataset is served here.' });
  try {
    const { status, json } = await questions(request.method ?? 'GET', path, await requestBody(request));
    answer(response, status, json);
  } catch (error) {
    if (error instanceof BadRequestError) return answer(response, error.status, { error: error.message });
    console.error(error);
    answer(response, 500, { error: 'The question could not be answered; the server has printed why.' });
  }
}

function answer(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(json));
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error));
    server.listen(port, HOST, resolve);
  });
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestTable } from '../store';
import { answer, refusal } from './answer';
import { answerQuestion } from './answerQuestion';
import { dataFiles, type ServedData } from './dataFiles';
import { isLoopbackHost, isOwnOrigin } from './loopbackOnly';
import { targetPath } from './targetPath';
import { securityHeaders } from './securityHeaders';
import { staticFiles } from './staticFiles';

const HOST = '127.0.0.1';
/** How many ports after the one that is asked for are tried where it is taken. */
const PORTS_TRIED = 20;
/** How many connections there may be at a time; each takes at most two file descriptors, and many systems allow 1024. */
const MOST_CONNECTIONS = 400;

interface ServeOptions {
  /** The folder of the built app. */
  app: string;
  /** 0 takes any free port. Where another program has it, the next free one is taken. */
  port: number;
  /** The questions of a store, answered below `/api/`; without it there is no such path. */
  questions?: RequestTable;
  /** What the page opens in place of the first bundled case. */
  data?: ServedData;
  /** How many requests are worked on at a time; more are answered with 503. */
  mostAtOnce?: number;
  /** How long a question may take, in ms, before it is answered with 503. */
  longestAnswer?: number;
}

export interface Serving {
  /** "http://127.0.0.1:4178" */
  address: string;
  port: number;
  close(): Promise<void>;
}

/** No port can be listened on; the message says which and why. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/**
 * Serves the built app, data and a store's questions, on loopback only. No request ends it, nor a number of them: what
 * cannot be understood gets 400, what is too much at a time 503. Throws PortError.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const server = createServer(guarded(handlerOf(options), options.mostAtOnce ?? 200));
  server.maxConnections = MOST_CONNECTIONS;
  await listening(server, options.port);
  // A connection that the system cannot accept is lost; the server goes on.
  server.on('error', (error) => console.error(`A connection could not be accepted: ${error.message}`));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${HOST}:${port}`,
    port,
    close: () => new Promise((resolve, reject) => {
      server.closeAllConnections();
      server.close((error) => (error ? reject(error) : resolve()));
    }),
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Sets the headers that every answer has, counts what is worked on, and answers for a handler that fails. */
function guarded(handle: Handler, mostAtOnce: number) {
  let open = 0;
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    open++;
    response.once('close', () => open--);
    if (open > mostAtOnce) return refusal(response, 503, 'Too much is asked at a time. Ask again in a moment.', { 'Retry-After': '1' });
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error: unknown) => {
        console.error(error);
        refusal(response, 500, 'The request could not be answered; the server has printed why.');
      });
  };
}

function handlerOf({ app, questions, data, longestAnswer = 120_000 }: ServeOptions): Handler {
  const files = staticFiles(app, data && dataFiles(data));
  return (request, response) => {
    const { host, origin } = request.headers;
    if (!isLoopbackHost(host)) return refusal(response, 421, 'This server answers to this machine only.');
    const path = targetPath(request.url);
    if (path === undefined) return refusal(response, 400, 'The request names no path that can be understood.');
    if (origin !== undefined && !isOwnOrigin(origin, host!)) return refusal(response, 403, 'Pages of other sites may ask nothing here.');
    if (path.startsWith('/api/')) return answerQuestion(request, response, path.slice('/api'.length), questions, longestAnswer);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, { error: 'Files are fetched with GET or HEAD.' }, { Allow: 'GET, HEAD' });
    return files(request, response, path);
  };
}

async function listening(server: Server, asked: number): Promise<void> {
  for (let port = asked; ; port++) {
    try {
      return await listenAt(server, port);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') throw new PortError(`Port ${port} cannot be listened on (${message}). Choose another with --port.`);
      if (port - asked >= PORTS_TRIED || port === 65535)
        throw new PortError(`The ports ${asked} to ${port} are taken by other programs. Stop one of them, or choose another with --port.`);
    }
  }
}

function listenAt(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

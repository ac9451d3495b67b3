import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ReconciliationService } from '../reconciliation';
import { openApi } from '../store';
import { denied } from './access';
import { answer, refusal } from './answer';
import { answerReconciliation, isReconciliation } from './answerReconciliation';
import { dataFiles, type ServedData } from './dataFiles';
import { isLoopbackOrigin } from './loopbackOnly';
import { Metrics } from './metrics';
import { QuestionDesk } from './questionDesk';
import { askRegisters, REGISTERS } from './registers';
import { securityHeaders } from './securityHeaders';
import { sendAnswer } from './sendAnswer';
import type { Questions } from './servedAnswer';
import { staticFiles } from './staticFiles';
import { Stopping } from './stopping';
import { targetPath } from './targetPath';

const LOOPBACK = '127.0.0.1';
/** How many ports after the one that is asked for are tried where it is taken. */
const PORTS_TRIED = 20;
/** How many connections there may be at a time; each takes at most two file descriptors, and many systems allow 1024. */
const MOST_CONNECTIONS = 400;
/** How long a client may take to send a whole request, in ms. */
const SENDS_WITHIN = 30_000;
/** How long what is asked may take when the server is to stop, in ms. */
const STOPS_WITHIN = 10_000;

export interface ServeOptions {
  /** The folder of the built app. */
  app: string;
  /** 0 takes any free port. Where another program has it, the next free one is taken. */
  port: number;
  /** The address to listen on; this machine's own if left out. Any other wants a token. */
  host?: string | undefined;
  /** Without it nothing but the app's own files is answered; see `denied`. */
  token?: string | undefined;
  /** Certificate and key in PEM, for TLS. */
  tls?: { cert: string | Buffer; key: string | Buffer } | undefined;
  /** The questions of a store, answered below `/api/`; without it there is no such path. */
  questions?: Questions | undefined;
  /** The reconciliation service of a store, answered below `/reconcile`; without it there is no such path. */
  reconciliation?: ReconciliationService | undefined;
  /** Addresses of registers that the page may have asked; none if left out. */
  registers?: readonly string[] | undefined;
  /** What the page opens in place of the first bundled case. */
  data?: ServedData | undefined;
  /** How many requests are worked on at a time; more are answered with 503. */
  mostAtOnce?: number;
  /** How long a question may take, in ms, before it is answered with 503. */
  longestAnswer?: number;
  /** How long a client may take to send a whole request, in ms. */
  sendsWithin?: number;
  /** What `/health` and `/metrics` say of the store; of the server they know themselves. */
  state?: () => StoreState;
}

/** What a store says of itself to health and metrics. */
export interface StoreState {
  /** The id of the dataset. */
  readonly dataset?: string;
  /** Of the program. */
  readonly version?: string;
  /** Whether every question is answered without waiting for a file to be read. */
  readonly ready: boolean;
  readonly threads: number;
  readonly waiting: number;
  readonly threadsLost: number;
}

const NO_STORE: StoreState = { ready: true, threads: 0, waiting: 0, threadsLost: 0 };

export interface Serving {
  /** "http://127.0.0.1:4178" */
  address: string;
  port: number;
  /** Refuses what is new, lets what is asked be finished for at most `within` ms (10 s), and ends. */
  stop(within?: number): Promise<void>;
  /** Ends at once. */
  close(): Promise<void>;
}

/** No port can be listened on; the message says which and why. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** A certificate and key of which no TLS can be made. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}

/**
 * Serves the built app, data and a store's questions, on loopback only where no host is given. No request ends it, nor a number of them:
 * what cannot be understood gets 400, what is too much at a time 503. Throws PortError and CertificateError.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const stopping = new Stopping();
  const server = serverOf(options, guarded(handlerOf(options, stopping), options.mostAtOnce ?? 200, stopping));
  server.maxConnections = MOST_CONNECTIONS;
  const host = options.host ?? LOOPBACK;
  await listening(server, options.port, host);
  // A connection that the system cannot accept is lost; the server goes on.
  server.on('error', (error) => console.error(`A connection could not be accepted: ${error.message}`));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve, reject) => {
    server.closeAllConnections();
    server.close((error) => (error && (error as NodeJS.ErrnoException).code !== 'ERR_SERVER_NOT_RUNNING' ? reject(error) : resolve()));
  });
  return {
    address: `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close,
    stop: async (within = STOPS_WITHIN) => {
      await stopping.begin(server, within);
      await close();
    },
  };
}

function serverOf({ tls, sendsWithin = SENDS_WITHIN }: ServeOptions, listener: RequestListener): Server {
  const limits: ServerOptions = {
    requestTimeout: sendsWithin, headersTimeout: sendsWithin, connectionsCheckingInterval: Math.min(5000, sendsWithin),
  };
  if (!tls) return createServer(limits, listener);
  try {
    return createSecureServer({ ...limits, ...tls, minVersion: 'TLSv1.2' }, listener);
  } catch (error) {
    throw new CertificateError(`The certificate and the key do not make TLS possible: ${(error as Error).message}.`);
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Sets the headers that every answer has, counts what is worked on, and answers for a handler that fails. */
function guarded(handle: Handler, mostAtOnce: number, stopping: Stopping): RequestListener {
  let open = 0;
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    open++;
    const done = stopping.beginsOne();
    response.once('close', () => {
      open--;
      done();
    });
    if (stopping.begun) return refusal(response, 503, 'This server is being stopped. Ask again when it runs.', { 'Retry-After': '10' });
    if (open > mostAtOnce) return refusal(response, 503, 'Too much is asked at a time. Ask again in a moment.', { 'Retry-After': '1' });
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error: unknown) => {
        console.error(error);
        refusal(response, 500, 'The request could not be answered; the server has printed why.');
      });
  };
}

function handlerOf(options: ServeOptions, stopping: Stopping): Handler {
  const { app, questions, reconciliation, registers = [], data, token, tls, longestAnswer = 120_000, state = () => NO_STORE } = options;
  const files = staticFiles(app, data && dataFiles(data, token !== undefined));
  const metrics = new Metrics();
  const desk = new QuestionDesk({ questions, longest: longestAnswer, metrics });
  const rules = { token, secure: tls !== undefined };
  return (request, response) => {
    const path = targetPath(request.url);
    const reconciles = reconciliation !== undefined && path !== undefined && isReconciliation(path);
    const alsoFrom = reconciles ? isLoopbackOrigin : undefined;
    const denial = denied(request, path === undefined || !holdsData(path), { ...rules, alsoFrom });
    if (denial) {
      const headers = denial.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
      return refusal(response, denial.status, denial.message, headers);
    }
    if (path === undefined) return refusal(response, 400, 'The request names no path that can be understood.');
    if (reconciles)
      return answerReconciliation(request, response, path, reconciliation, { longest: longestAnswer, secure: rules.secure });
    if (path === REGISTERS) return askRegisters(request, response, registers);
    if (path === '/api/openapi.json' && questions) {
      const description = openApi({ version: state().version ?? '0', guarded: token !== undefined });
      return sendAnswer(request, response, { status: 200, json: description });
    }
    if (path.startsWith('/api/')) return desk.answer(request, response, path.slice('/api'.length));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(response, 405, { error: 'Files are fetched with GET or HEAD.' }, { Allow: 'GET, HEAD' });
    if (path === '/health') {
      const { ready, dataset, version } = state();
      const up = ready && !stopping.begun;
      // Which data are served is told to whoever may read them.
      const named = denied(request, false, rules) ? {} : { dataset };
      return answer(response, up ? 200 : 503, { ready: up, ...named, version });
    }
    if (path === '/metrics') {
      const { threads, threadsLost, waiting } = state();
      response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
      return void response.end(metrics.text({ running: desk.running - waiting, waiting, threads, threadsLost }));
    }
    return files(request, response, path);
  };
}

/** What is answered only to whoever has the token. The app's own files are the same everywhere. */
function holdsData(path: string): boolean {
  return ['/api/', '/data/'].some((begin) => path.startsWith(begin)) || path === '/metrics' || path === REGISTERS || isReconciliation(path);
}

async function listening(server: Server, asked: number, host: string): Promise<void> {
  for (let port = asked; ; port++) {
    try {
      return await listenAt(server, port, host);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') throw new PortError(`Port ${port} cannot be listened on (${message}). Choose another with --port.`);
      if (port - asked >= PORTS_TRIED || port === 65535)
        throw new PortError(`The ports ${asked} to ${port} are taken by other programs. Stop one of them, or choose another with --port.`);
    }
  }
}

function listenAt(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

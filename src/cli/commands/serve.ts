import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { version } from '../../../package.json';
import type { DatasetHead } from '../../graph';
import { PackedFileError } from '../../packed';
import {
  CertificateError, isLoopbackHost, madeToken, openPackedThreads, PortError, questionsStore, serve as serveApp, SHORTEST_TOKEN,
  type ServedData, type ServeOptions, type Serving, type StoreState,
} from '../../server';
import { requestTable, type GraphStore } from '../../store';
import { APP } from '../installation';
import { MisuseError, type ExitCode, type Io } from '../io';
import { isPackedPath, withStore, type DataOptions, type OpenStore } from '../openStore';
import { isPipe } from '../pipeBytes';

interface ServeCommandOptions extends DataOptions {
  port: number;
  host?: string;
  token?: string;
  cert?: string;
  key?: string;
  threads?: number;
  /** In seconds. */
  deadline: number;
  reconcile?: boolean;
  /** Addresses of registers. */
  ask?: string[];
}

/** What is served, and whoever answers for it. */
type Served = Pick<ServeOptions, 'questions' | 'data' | 'state' | 'reconciliation'>;

/** Serves the explorer, which opens the dataset, and its questions until it is interrupted; prints the address. */
export async function serve(file: string | undefined, options: ServeCommandOptions, io: Io): Promise<ExitCode> {
  if (file !== undefined && options.data !== undefined) throw new MisuseError('Name the dataset once: as FILE or with --data.');
  const path = file ?? options.data;
  if (path !== undefined && options.database !== undefined) throw new MisuseError('Name a file or a database, not both.');
  if (path !== undefined && (await isPipe(path).catch(() => false)))
    throw new MisuseError(`${path} gives what it has only once, and the page fetches the data again. Save it to a file first.`);
  if (!existsSync(join(APP, 'index.html')))
    throw new MisuseError('The explorer is not built yet: run "npm run build" first, or "npm start", which does both.');
  const access = await accessOf(options);
  const registers = (options.ask ?? []).map(addressOfRegister);
  const longestAnswer = options.deadline * 1000;
  const served = (data: Served) => servedUntilInterrupted({ app: APP, ...data, ...access, longestAnswer, registers }, options, io);
  if (path !== undefined && (await isPackedPath(path, io))) return withThreads(path, options, served);
  return withStore({ ...options, ...(path === undefined ? {} : { data: path }) }, io, async (opened) => served({
    questions: requestTable(opened.store), ...(await reconciling(options, opened.store, opened.head)),
    state: () => ({ ...IN_THIS_THREAD, dataset: opened.head.id }),
    ...(await dataOf(path, opened, options.deadline)),
  }));
}

/** The reconciliation service, where it is asked for. */
async function reconciling(
  { reconcile = false }: Pick<ServeCommandOptions, 'reconcile'>, store: GraphStore, { id, title }: Pick<DatasetHead, 'id' | 'title'>,
): Promise<Pick<ServeOptions, 'reconciliation'>> {
  if (!reconcile) return {};
  const { reconciliationService } = await import('../../reconciliation');
  return { reconciliation: reconciliationService(store, { id, title, version }) };
}

/** An address as it was given. Throws MisuseError where it is none. */
function addressOfRegister(address: string): string {
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return address;
  throw new MisuseError(`--ask ${address}: give the address of a service, as https://services.example.org/reconcile.`);
}

const IN_THIS_THREAD: StoreState = { version, ready: true, threads: 0, waiting: 0, threadsLost: 0 };

/** A packed file, about which threads answer. Throws MisuseError with what it is refused for. */
async function withThreads(
  path: string, { threads, deadline, reconcile = false }: ServeCommandOptions, work: (served: Served) => Promise<ExitCode>,
): Promise<ExitCode> {
  const packed = await openPackedThreads(path, { threads }).catch((error: unknown) => {
    throw error instanceof PackedFileError ? new MisuseError(`${path}: ${error.message}`) : error;
  });
  try {
    return await work({
      questions: packed.questions,
      ...(await reconciling({ reconcile }, questionsStore(packed.questions), packed.directory.dataset)),
      data: { name: basename(path), asked: true, deadline },
      state: () => {
        const { threads: answering, waiting, lost } = packed.figures;
        const ready = packed.namesRead && answering > 0;
        return { dataset: packed.directory.dataset.id, version, ready, threads: answering, waiting, threadsLost: lost };
      },
    });
  } finally {
    await packed.close();
  }
}

/** What is served, wherever that will be. */
type Portless = Omit<ServeOptions, 'port'>;

async function servedUntilInterrupted(served: Portless, options: ServeCommandOptions, io: Io): Promise<ExitCode> {
  try {
    const serving = await serveApp({ ...served, port: options.port });
    if (options.port !== 0 && serving.port !== options.port) io.err(`Port ${options.port} is taken by another program.`);
    sayWhere(serving, served, options, io);
    if (served.reconciliation) io.out(`Tables are reconciled against it at ${serving.address}/reconcile (OpenRefine and others).`);
    await interrupted();
    // Whoever interrupts again does not want to wait.
    await Promise.race([serving.stop(), interrupted()]);
    await serving.close();
    return 0;
  } catch (error) {
    if (error instanceof PortError || error instanceof CertificateError) throw new MisuseError(error.message);
    throw error;
  }
}

function sayWhere({ address, port }: Serving, { host, token, tls }: Portless, options: ServeCommandOptions, io: Io): void {
  const url = host === undefined ? address : `${tls ? 'https' : 'http'}://${reachableName(host)}:${port}`;
  if (token === undefined) return io.out(`Throughline is open at ${url} (on this machine only; Ctrl+C stops it).`);
  const given = (options.token ?? process.env['THROUGHLINE_TOKEN']) !== undefined;
  io.out(
    given
      ? `Throughline is open at ${url}/#token=TOKEN (TOKEN is the one that you gave; Ctrl+C stops it).`
      : `Throughline is open at ${url}/#token=${token} (the token is part of it; Ctrl+C stops it).`,
  );
  io.out('Whoever has the token can read all that is served.');
  if (!tls && host !== undefined && !isLoopbackHost(host))
    io.err('What is sent can be read on its way. Give --cert and --key, or put a proxy that speaks TLS before it (see the README).');
}

/** The address of this machine that others reach, where all of its addresses are listened on. */
function reachableName(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const outward = Object.values(networkInterfaces()).flat().find((address) => address && !address.internal && address.family === 'IPv4');
  return outward?.address ?? 'localhost';
}

/** Who may ask. Throws MisuseError for what does not fit together. */
async function accessOf({ host, token: given, cert, key }: ServeCommandOptions): Promise<Pick<ServeOptions, 'host' | 'token' | 'tls'>> {
  const asked = given ?? process.env['THROUGHLINE_TOKEN'];
  if (asked !== undefined && !new RegExp(`^[\\w~.+/=-]{${SHORTEST_TOKEN},}$`).test(asked))
    throw new MisuseError(`A token has at least ${SHORTEST_TOKEN} characters, each a letter, a digit or one of - . _ ~ + / =.`);
  if ((cert === undefined) !== (key === undefined)) throw new MisuseError('TLS takes both: --cert FILE and --key FILE.');
  const outward = host !== undefined && !isLoopbackHost(host.includes(':') ? `[${host}]` : host);
  const token = asked ?? (outward ? madeToken() : undefined);
  return {
    host, token,
    ...(cert === undefined || key === undefined ? {} : { tls: { cert: await fileOf(cert, '--cert'), key: await fileOf(key, '--key') } }),
  };
}

async function fileOf(path: string, option: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new MisuseError(`${option}: ${path} cannot be read (${(error as Error).message}).`);
  }
}

/** What the page opens: the file at a path; of a database its dataset, for it to ask about. */
async function dataOf(path: string | undefined, opened: OpenStore, deadline: number): Promise<Pick<Served, 'data'>> {
  if (opened.engine !== undefined) return { data: { name: `${opened.head.title}, in ${opened.engine}`, asked: true, deadline } };
  return path === undefined ? {} : { data: await servedDataAt(path, opened, deadline) };
}

/** A file of more bytes than this stays here: the page asks about it in place of fetching it. */
const FETCHED_UP_TO = 64 * 1024 * 1024;

/**
 * A file or a folder, for the page to fetch; a large one that is no table, and whatever was not read as a whole, for the page to ask about.
 * What is fetched can be changed on the page: what columns mean, who is the same.
 */
async function servedDataAt(path: string, { reading }: OpenStore, deadline: number): Promise<ServedData> {
  const whole = resolve(path);
  const there = await stat(whole);
  const name = basename(whole);
  const stays = reading === undefined || (there.isFile() && there.size > FETCHED_UP_TO && reading.format !== 'table');
  if (stays) return { name, asked: true, deadline };
  const isFolder = there.isDirectory();
  const paths = isFolder
    ? (await readdir(whole, { withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(whole, entry.name))
    : [whole];
  return { name, isFolder, files: await Promise.all(paths.map(async (file) => ({ path: file, size: (await stat(file)).size }))) };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { PortError, serve as serveApp, type ServedData } from '../../server';
import { requestTable } from '../../store';
import { APP } from '../installation';
import { MisuseError, type ExitCode, type Io } from '../io';
import { withStore, type OpenStore } from '../openStore';
import { isPipe } from '../pipeBytes';

/** Serves the explorer, which opens the dataset, and its questions until it is interrupted; prints the address. */
export async function serve(file: string | undefined, options: { data?: string; port: number }, io: Io): Promise<ExitCode> {
  if (file !== undefined && options.data !== undefined) throw new MisuseError('Name the dataset once: as FILE or with --data.');
  const path = file ?? options.data;
  if (!existsSync(join(APP, 'index.html'))) throw new MisuseError('The explorer is not built yet: run "npm run build" first, or "npm start", which does both.');
  if (path !== undefined && (await isPipe(path).catch(() => false))) throw new MisuseError(`${path} gives what it has only once, and the page fetches the data again. Save it to a file first.`);
  return withStore(path, io, ({ store }) => served(store, path, options.port, io));
}

async function served(store: OpenStore['store'], path: string | undefined, port: number, io: Io): Promise<ExitCode> {
  try {
    const serving = await serveApp({ app: APP, port, questions: requestTable(store), ...(path === undefined ? {} : { data: await servedDataAt(path) }) });
    if (port !== 0 && serving.port !== port) io.err(`Port ${port} is taken by another program.`);
    io.out(`Throughline is open at ${serving.address} (on this machine only; Ctrl+C stops it).`);
    await interrupted();
    await serving.close();
    return 0;
  } catch (error) {
    if (error instanceof PortError) throw new MisuseError(error.message);
    throw error;
  }
}

/** A file or a folder, for the page to fetch. */
async function servedDataAt(path: string): Promise<ServedData> {
  const whole = resolve(path);
  const isFolder = (await stat(whole)).isDirectory();
  const paths = isFolder ? (await readdir(whole, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => join(whole, name)) : [whole];
  return { name: basename(whole), isFolder, files: await Promise.all(paths.map(async (file) => ({ path: file, size: (await stat(file)).size }))) };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

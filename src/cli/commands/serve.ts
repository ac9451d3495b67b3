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
  if (path !== undefined && (await isPipe(path).catch(() => false)))
    throw new MisuseError(`${path} gives what it has only once, and the page fetches the data again. Save it to a file first.`);
  if (!existsSync(join(APP, 'index.html')))
    throw new MisuseError('The explorer is not built yet: run "npm run build" first, or "npm start", which does both.');
  return withStore(path, io, (opened) => served(opened, path, options.port, io));
}

async function served({ store, reading }: OpenStore, path: string | undefined, port: number, io: Io): Promise<ExitCode> {
  try {
    const serving = await serveApp({
      app: APP, port, questions: requestTable(store), ...(path === undefined ? {} : { data: await servedDataAt(path, reading?.format) }),
    });
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

/** A file of more bytes than this stays here: the page asks about it in place of fetching it. */
const FETCHED_UP_TO = 64 * 1024 * 1024;

/**
 * A file or a folder, for the page to fetch; a packed file (which was not read as a whole, and has no `format`), and a large one that is no
 * table, for the page to ask about. What is fetched can be changed on the page: what columns mean, who is the same.
 */
async function servedDataAt(path: string, format: string | undefined): Promise<ServedData> {
  const whole = resolve(path);
  const there = await stat(whole);
  const name = basename(whole);
  const stays = format === undefined || (there.isFile() && there.size > FETCHED_UP_TO && format !== 'table');
  if (stays) return { name, asked: true };
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

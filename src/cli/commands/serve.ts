import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PortError, serve as serveApp } from '../../server';
import { MemoryStore, routesOf } from '../../store';
import { APP } from '../installation';
import { MisuseError, type ExitCode, type Io } from '../io';
import { openDataset } from '../openDataset';

/** Serves the explorer and a dataset's questions until it is interrupted; prints the address. */
export async function serve(options: { data?: string; port: number }, io: Io): Promise<ExitCode> {
  if (!existsSync(join(APP, 'index.html'))) throw new MisuseError('The explorer is not built yet: run "npm run build" first, or "npm start", which does both.');
  const store = await MemoryStore.open(await openDataset(options.data, io));
  try {
    const serving = await serveApp({ app: APP, port: options.port, questions: routesOf(store) });
    io.out(`Throughline is open at ${serving.address} (on this machine only; Ctrl+C stops it).`);
    await interrupted();
    await serving.close();
    return 0;
  } catch (error) {
    if (error instanceof PortError) throw new MisuseError(error.message);
    throw error;
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

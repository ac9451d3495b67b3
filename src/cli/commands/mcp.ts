import { askedLogAt, serveOverStdio, type DrawnPicture, type PictureRequest } from '../../mcp';
import { renderSnapshot } from '../../publish';
import { MisuseError, type ExitCode, type Io } from '../io';
import { nodeAssets } from '../nodeAssets';
import { nodeCanvas } from '../nodeCanvas';
import { withStore, type DataOptions, type OpenStore } from '../openStore';
import { snapshotOf } from './snapshot';

/** Answers an agent's questions about a dataset over standard input and output, until it closes the input. */
export function mcp(file: string | undefined, options: DataOptions & { log?: string }, io: Io): Promise<ExitCode> {
  if (file !== undefined && options.data !== undefined) throw new MisuseError('Name the dataset once: as FILE or with --data.');
  const path = file ?? options.data;
  if (path === '-') throw new MisuseError('Standard input is where the questions come from. Save the dataset to a file first.');
  const bundled = path === undefined && options.database === undefined;
  return withStore({ ...options, ...(path === undefined ? {} : { data: path }) }, io, async (opened) => {
    const log = options.log === undefined ? undefined : askedLogAt(options.log);
    await serveOverStdio({ store: opened.store, draw: (request) => drawn(request, opened, bundled, io) }, log);
    return 0 as const;
  });
}

async function drawn(request: PictureRequest, opened: OpenStore, bundled: boolean, io: Io): Promise<DrawnPicture | undefined> {
  const asked = 'only' in request ? { only: [...request.only] } : { trace: [request.from, request.to], k: request.routes };
  const snapshot = await snapshotOf({ ...asked, ...(bundled ? {} : { data: '' }) }, opened, io);
  if (!snapshot) return undefined;
  const png = await renderSnapshot(snapshot, 'png', { assets: await nodeAssets(), canvas: nodeCanvas, scale: 1, theme: 'light' });
  const { entities, relationships, sources } = snapshot.dataset;
  return { png, title: snapshot.title, entities: entities.length, relationships: relationships.length, sources: sources.length };
}

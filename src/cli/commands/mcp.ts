import { basename } from 'node:path';
import { askedLogAt, NoTrayError, reviewTrayAt, serveOverStdio, type DrawnPicture, type PictureRequest } from '../../mcp';
import { renderSnapshot } from '../../publish';
import { givenText } from '../givenFile';
import { MisuseError, type ExitCode, type Io } from '../io';
import { nodeAssets } from '../nodeAssets';
import { writing } from '../outputFile';
import { nodeCanvas } from '../nodeCanvas';
import { withStore, type DataOptions, type OpenStore } from '../openStore';
import { snapshotOf } from './snapshot';

interface McpOptions extends DataOptions {
  readonly log?: string;
  readonly propose?: string;
  readonly text?: string[];
}

/** Answers an agent's questions about a dataset over standard input and output, until it closes the input. */
export function mcp(file: string | undefined, options: McpOptions, io: Io): Promise<ExitCode> {
  if (file !== undefined && options.data !== undefined) throw new MisuseError('Name the dataset once: as FILE or with --data.');
  const path = file ?? options.data;
  if (path === '-') throw new MisuseError('Standard input is where the questions come from. Save the dataset to a file first.');
  if (options.text !== undefined && options.propose === undefined)
    throw new MisuseError('--text gives a text to quote from. Name the tray that proposals go into with --propose.');
  const bundled = path === undefined && options.database === undefined;
  return withStore({ ...options, ...(path === undefined ? {} : { data: path }) }, io, async (opened) => {
    const log = options.log === undefined ? undefined : askedLogAt(options.log);
    const tray = options.propose === undefined ? undefined : await trayOf(options.propose, options.text ?? []);
    const dataset = { store: opened.store, draw: (request: PictureRequest) => drawn(request, opened, bundled, io) };
    await serveOverStdio(dataset, { log, tray, warm: options.database === undefined });
    return 0 as const;
  });
}

/** The tray that claims are proposed into, with the texts that they may quote. Throws MisuseError where it is none. */
async function trayOf(path: string, texts: readonly string[]) {
  const read = await Promise.all(texts.map(async (file) => [basename(file), await textOf(file)] as const));
  try {
    return await writing(path, () => reviewTrayAt(path, new Map(read)));
  } catch (error) {
    throw error instanceof NoTrayError ? new MisuseError(error.message) : error;
  }
}

/** The longest text that is quoted from, in characters. */
const LONGEST_TEXT = 10_000_000;

async function textOf(path: string): Promise<string> {
  const text = await givenText(path);
  if (text.length > LONGEST_TEXT) throw new MisuseError(`${path} is longer than the ${LONGEST_TEXT} characters that a text may have.`);
  return text;
}

async function drawn(request: PictureRequest, opened: OpenStore, bundled: boolean, io: Io): Promise<DrawnPicture | undefined> {
  const asked = 'only' in request ? { only: [...request.only] } : { trace: [request.from, request.to], k: request.routes };
  const snapshot = await snapshotOf({ ...asked, ...(bundled ? {} : { data: '' }) }, opened, io);
  if (!snapshot) return undefined;
  const png = await renderSnapshot(snapshot, 'png', { assets: await nodeAssets(), canvas: nodeCanvas, scale: 1, theme: 'light' });
  const { entities, relationships, sources } = snapshot.dataset;
  return { png, title: snapshot.title, entities: entities.length, relationships: relationships.length, sources: sources.length };
}

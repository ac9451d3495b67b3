import type { Dataset, PictureSize, ReferencePlace, Snapshot } from '../../model';
import { withholdNames } from '../../publish';
import { MemoryStore } from '../../store';
import { MisuseError, type ExitCode, type Io } from '../io';
import { openWhole } from '../openDataset';
import { resolveId, resolveIds } from '../resolve';
import { filterOf, questionOf, type RouteOptions } from '../routeOptions';
import { writeSnapshotFile } from '../snapshotFile';
import { snapshotKindOf } from '../snapshotKindOf';
import { takeSnapshot, type SnapshotRequest } from '../takeSnapshot';

export interface SnapshotOptions extends RouteOptions {
  data?: string;
  trace?: string[];
  only?: string[];
  route?: number;
  title?: string;
  scale: number;
  theme: 'light' | 'dark';
  references: ReferencePlace | false;
  size: PictureSize;
  output: string;
}

/** Writes a snapshot to a file whose ending says what it is; exit code 1 where there is no route to draw. */
export async function snapshot(options: SnapshotOptions, io: Io): Promise<ExitCode> {
  // A wrong ending is told before anything is read.
  snapshotKindOf(options.output);
  const opened = await openWhole(options.data, io);
  const request = await requestOf(options, opened);
  if (request.trace?.answer.routes.length === 0) {
    io.err('There is no such route, so nothing was written. Ask "trace" with the same names to see what would give one.');
    return 1;
  }
  const taken = frozen(opened.snapshot, options) ?? (await takeSnapshot(request));
  await writeSnapshotFile(options.output, options.only ? withoutOthers(taken, opened.dataset, io) : taken, { scale: options.scale, theme: options.theme, size: options.size, references: options.references === false ? 'none' : options.references }, io);
  return 0;
}

/** Whoever asks for some entities only gives away nobody else. */
function withoutOthers(taken: Snapshot, { entities }: Dataset, io: Io): Snapshot {
  const { snapshot, places } = withholdNames(taken, entities);
  if (places > 0) io.err(`Names of others were withheld in ${places === 1 ? 'one place' : `${places} places`} of what is written. Publishers of sources are named as they are.`);
  return snapshot;
}

/** A snapshot that is to be written again, as it was frozen, since nothing else is asked of it. */
function frozen(snapshot: Snapshot | undefined, options: SnapshotOptions): Snapshot | undefined {
  const asked = options.trace !== undefined || options.only !== undefined || Object.keys(filterOf(options)).length > 0;
  return snapshot && !asked ? { ...snapshot, ...(options.title ? { title: options.title } : {}) } : undefined;
}

async function requestOf(options: SnapshotOptions, { dataset, perspectives }: Awaited<ReturnType<typeof openWhole>>): Promise<SnapshotRequest> {
  if (options.trace && options.only) throw new MisuseError('Draw --trace two entities or --only some, not both.');
  if (options.trace && options.trace.length !== 2) throw new MisuseError('--trace takes two entities.');
  const store = await MemoryStore.open(dataset);
  const given = perspectives?.[0]?.positions;
  const base = { dataset, bundled: options.data === undefined, ...(given ? { given } : {}), filter: filterOf(options), ...(options.title ? { title: options.title } : {}) };
  if (options.only) return { ...base, only: await resolveIds(store, options.only) };
  if (!options.trace) return base;
  const [from, to] = await resolveIds(store, options.trace);
  const ids = { avoid: await resolveIds(store, options.avoid), ...(options.via ? { via: await resolveId(store, options.via) } : {}) };
  const question = questionOf(from!, to!, options, ids);
  const answer = await store.routes(question);
  if (options.route !== undefined && answer.routes.length > 0 && !answer.routes[options.route - 1]) throw new MisuseError(`--route ${options.route}: there are ${answer.routes.length} routes.`);
  return { ...base, trace: { question, answer, ...(options.route === undefined ? {} : { active: options.route - 1 }) } };
}

import { batchesBelow, type RecordTable } from '../../graph';
import { foldText, type Dataset, type Entity, type Filter, type PictureSize, type ReferencePlace, type Snapshot } from '../../model';
import type { Theme } from '../../drawing';
import { namedAllTheSame, withholdNames } from '../../publish';
import { namedAllTheSameText, namesText } from '../../wording';
import { MisuseError, type ExitCode, type Io } from '../io';
import { withPart, withStore, type OpenStore } from '../openStore';
import { resolveId, resolveIds } from '../resolve';
import { openWithheld, type WithheldOpened } from '../openWithheld';
import { filterOf, questionOf, type RouteOptions } from '../routeOptions';
import { writeSnapshotFile } from '../snapshotFile';
import { snapshotKindOf } from '../snapshotKindOf';
import { asTold } from '../withheldOptions';
import { takeSnapshot, type SnapshotRequest } from '../takeSnapshot';

/** What a snapshot is to show. */
interface ShownOptions extends RouteOptions {
  data?: string;
  base?: string;
  trace?: string[];
  only?: string[];
  withhold?: string[];
  sayWithheld?: boolean;
  route?: number;
  title?: string;
}

interface SnapshotOptions extends ShownOptions {
  scale: number;
  theme: Theme;
  layers?: boolean;
  references: ReferencePlace | false;
  size: PictureSize;
  output: string;
}

/** Writes a snapshot to a file whose ending says what it is; exit code 1 where there is no route to draw. */
export async function snapshot(options: SnapshotOptions, io: Io): Promise<ExitCode> {
  // A wrong ending is told before anything is read.
  snapshotKindOf(options.output);

  const { data, base } = options;
  return withStore({ ...(data === undefined ? {} : { data }), ...(base === undefined ? {} : { base }) }, io, async (opened) => {
    if (!options.withhold) return snapshotIn(opened, options, io);
    if (!opened.reading) return withheldPart(opened, options, options.withhold, io);
    const published = await openWithheld(opened, options.withhold, io);
    return snapshotIn(published.opened, await publishedOptions(options, published), io, published.refuseTelling);
  });
}

/** The same options by the ids under which those that they name are published. The chart of the bundled case is kept by other ids. */
async function publishedOptions(options: SnapshotOptions, { idOf, textOf }: WithheldOpened): Promise<SnapshotOptions> {
  const { trace, only, avoid, via, title, data = '' } = options;
  const ids = (names: readonly string[]) => Promise.all(names.map(idOf));
  return {
    ...options, data, ...(trace ? { trace: await ids(trace) } : {}), ...(only ? { only: await ids(only) } : {}),
    ...(avoid ? { avoid: await ids(avoid) } : {}), ...(via === undefined ? {} : { via: await idOf(via) }),
    ...(title === undefined ? {} : { title: textOf('--title', title) }),
  };
}

async function snapshotIn(
  opened: OpenStore, options: SnapshotOptions, io: Io, check?: (path: string, bytes: Uint8Array) => void,
): Promise<ExitCode> {
  const taken = await snapshotOf(options, opened, io);
  return taken ? written(taken, options, io, check) : noRoute(io);
}

/** Of a packed dataset what is drawn is taken first, and what is withheld goes from that. */
async function withheldPart(opened: OpenStore, options: SnapshotOptions, withhold: readonly string[], io: Io): Promise<ExitCode> {
  const taken = await snapshotOf(options, opened, io);
  if (!taken) return noRoute(io);
  const published = await openWithheld(withPart(opened, { dataset: taken.dataset, snapshot: taken }), withhold, io);
  if (options.title !== undefined) published.textOf('--title', options.title);
  return written(published.opened.reading!.snapshot!, options, io, published.refuseTelling);
}

/** Says that nothing was written, since there is no route. */
export function noRoute(io: Io): ExitCode {
  io.err('There is no such route, so nothing was written. Ask "trace" with the same names to see what would give one.');
  return 1;
}

async function written(
  taken: Snapshot, options: SnapshotOptions, io: Io, check?: (path: string, bytes: Uint8Array) => void,
): Promise<ExitCode> {
  const references = options.references === false ? 'none' : options.references;
  await writeSnapshotFile(
    options.output, asTold(taken, options),
    {
      scale: options.scale, theme: options.theme, size: options.size, references, layers: options.layers,
      ...(check ? { check } : {}),
    },
    io,
  );
  return 0;
}

/** What is to be shown, frozen, without the names of others where only some are; undefined where there is no route to draw. */
export async function snapshotOf(options: ShownOptions, opened: OpenStore, io: Io): Promise<Snapshot | undefined> {
  const request = await requestOf(options, opened);
  if (request.trace?.answer.routes.length === 0) return undefined;
  const taken = frozen(opened.reading?.snapshot, options) ?? (await takeSnapshot(request));
  if (options.only) return withoutOthers(taken, opened, io);
  tellNamed(taken, opened, request.filter.entityTypes, io);
  return taken;
}

/** Whoever asks for some entities only gives away nobody else. */
async function withoutOthers(taken: Snapshot, { reading, table }: OpenStore, io: Io): Promise<Snapshot> {
  const entities: readonly Entity[] = reading?.dataset.entities ?? (await entitiesNamedIn(taken, table!));
  const { snapshot, places } = withholdNames(taken, entities);
  const named = namedAllTheSame(taken.dataset, notIn(taken, entities));
  if (places > 0)
    io.err(
      `Names of others were withheld in ${places === 1 ? 'one place' : `${places} places`} of what is written`
      + `${named.length > 0 ? `: ${namesText(named)}` : ''}. Publishers of sources are named as they are.`,
    );
  return snapshot;
}

/** The entities of which a name may stand in some text of a value, found by going through all of them. Cost O(entities), some µs each. */
async function entitiesNamedIn(value: unknown, table: RecordTable): Promise<Entity[]> {
  const text = foldText(textsIn(value).join(' '));
  const named = ({ name, shortName, aliases = [] }: Entity) =>
    [name, shortName, ...aliases].some((one) => one !== undefined && text.includes(foldText(one)));
  const found: Entity[] = [];
  for (const integers of batchesBelow(table.entityCount)) found.push(...(await table.entities(integers)).filter(named));
  return found;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function notIn({ dataset }: Snapshot, entities: readonly Entity[]): Entity[] {
  const shown = new Set(dataset.entities.map((e) => e.id));
  return entities.filter((e) => !shown.has(e.id));
}

/** Whoever leaves a type of entity out is told where their names are written all the same. */
function tellNamed(taken: Snapshot, { reading }: OpenStore, types: Filter['entityTypes'], io: Io): void {
  if (!types || !reading?.dataset) return;
  const others = notIn(taken, reading.dataset.entities).filter((e) => !types.includes(e.type));
  const text = namedAllTheSameText(namedAllTheSame(taken.dataset, others));
  if (text !== '') io.err(text);
}

/** A snapshot that is to be written again, as it was frozen, since nothing else is asked of it. */
function frozen(snapshot: Snapshot | undefined, options: ShownOptions): Snapshot | undefined {
  const asked = options.trace !== undefined || options.only !== undefined || Object.keys(filterOf(options)).length > 0;
  return snapshot && !asked ? { ...snapshot, ...(options.title ? { title: options.title } : {}) } : undefined;
}

async function requestOf(options: ShownOptions, opened: OpenStore): Promise<SnapshotRequest> {
  if (options.trace && options.only) throw new MisuseError('Draw --trace two entities or --only some, not both.');
  if (options.trace && options.trace.length !== 2) throw new MisuseError('--trace takes two entities.');
  const { store, reading } = opened;
  const given = reading?.perspectives?.[0]?.positions;
  const base = {
    bundled: options.data === undefined, ...(given ? { given } : {}), filter: filterOf(options),
    ...(options.title ? { title: options.title } : {}),
  };
  /** All of a dataset that is at hand; of a packed one what is drawn. */
  const dataset = async (ids: readonly string[] | 'all'): Promise<Dataset> =>
    reading?.dataset ?? { ...opened.head, ...(await store.part({ ids })) };
  if (options.only) {
    const only = await resolveIds(store, options.only);
    return { ...base, dataset: await dataset(only), only };
  }
  if (!options.trace) return { ...base, dataset: await dataset('all') };
  const [from, to] = await resolveIds(store, options.trace);
  const ids = { avoid: await resolveIds(store, options.avoid), ...(options.via ? { via: await resolveId(store, options.via) } : {}) };
  const question = questionOf(from!, to!, options, ids);
  const answer = await store.routes(question);
  if (options.route !== undefined && answer.routes.length > 0 && !answer.routes[options.route - 1])
    throw new MisuseError(`--route ${options.route}: there are ${answer.routes.length} routes.`);
  return {
    ...base, dataset: await dataset([from!, to!, ...answer.routes.flatMap((route) => route.entities)]),
    trace: { question, answer, ...(options.route === undefined ? {} : { active: options.route - 1 }) },
  };
}

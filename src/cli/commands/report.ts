import { extname } from 'node:path';
import { version } from '../../../package.json';
import type { Snapshot, Story } from '../../model';
import {
  datasetHash, renderReport, reportKinds, snapshotReport, storyReport, UnknownCitationError, type Report, type ReportKind, type ReportTable,
} from '../../publish';
import { MisuseError, type ExitCode, type Io } from '../io';
import { nodeAssets } from '../nodeAssets';
import { nodeCanvas } from '../nodeCanvas';
import { withPart, withStore, type OpenStore } from '../openStore';
import { openWithheld, type WithheldOpened } from '../openWithheld';
import { writeOutput } from '../outputFile';
import { filterOf, type RouteOptions } from '../routeOptions';
import { chartSnapshot } from '../chartSnapshot';
import { withStory } from '../storyIn';
import { ownersAsked, ownersSnapshot } from './owners';
import { asTold } from '../withheldOptions';
import { noRoute, snapshotOf } from './snapshot';

interface ReportOptions extends RouteOptions {
  base?: string;
  from?: string;
  to?: string;
  only?: string[];
  chart?: string;
  story?: string;
  owners?: string;
  listed?: string[];
  withhold?: string[];
  sayWithheld?: boolean;
  title?: string;
  output: string;
}

/** Writes a report of routes, an ownership, some entities or all of a case; exit code 1 where there is no route to report. */
export async function report(file: string | undefined, options: ReportOptions, io: Io): Promise<ExitCode> {
  const kind = reportKindOf(options.output);
  const { base } = options;
  refuseSeveral(options);
  return withStore({ ...(file === undefined ? {} : { data: file }), ...(base === undefined ? {} : { base }) }, io, async (opened) => {
    const { opened: drawn, story } = await aboutOf(opened, options);
    const asked = { ...options, kind, file, told: story };
    if (!options.withhold) return reportIn(drawn, asked, io);
    const part = drawn.reading ? undefined : await takenFor(drawn, asked, io);
    if (!drawn.reading && !part) return noRoute(io);
    const read = part ? withPart(drawn, { dataset: part.dataset, snapshot: part }) : drawn;
    const published = await openWithheld(read, options.withhold, io, story);
    if (part && options.title !== undefined) published.textOf('--title', options.title);
    const { reading } = published.opened;
    const again = part ? { ...asked, taken: reading!.snapshot } : { ...asked, ...(await publishedOptions(options, published)) };
    return reportIn(published.opened, { ...again, told: published.story }, io, published.refuseTelling);
  });
}

/** Which document a file is, by its ending. Throws MisuseError for another. */
function reportKindOf(path: string): ReportKind {
  const ending = extname(path).slice(1).toLowerCase();
  const kind = (Object.keys(reportKinds) as ReportKind[]).find((k) => k === ending);
  if (kind) return kind;
  const endings = Object.keys(reportKinds).map((k) => `.${k}`).join(' ');
  throw new MisuseError(`${path}: the ending says what is written, one of ${endings}.`);
}

function refuseSeveral(options: ReportOptions): void {
  const { from, to, only, owners, listed, story, chart } = options;
  if ((from === undefined) !== (to === undefined)) throw new MisuseError('Name both ends: --from A --to B.');
  const asked = [
    from !== undefined && '--from and --to', only && '--only', owners !== undefined && '--owners', story !== undefined && '--story',
    chart !== undefined && '--chart',
  ].filter((one) => one);
  if (asked.length > 1) throw new MisuseError(`A report is about one thing: ${asked.join(' or ')}, not both.`);
  if ((chart ?? story) !== undefined && Object.keys(filterOf(options)).length > 0)
    throw new MisuseError('A chart and a story have filters of their own. Leave the others away.');
  if (listed && owners === undefined) throw new MisuseError('--listed goes with --owners: who is held by the parties of a list.');
}

/** The same options by the ids under which those that they name are published. */
async function publishedOptions(options: ReportOptions, { idOf, textOf }: WithheldOpened): Promise<ReportOptions> {
  const { from, to, only, owners, listed, avoid, via, title } = options;
  const ids = (names: readonly string[]) => Promise.all(names.map(idOf));
  return {
    ...options, ...(from === undefined || to === undefined ? {} : { from: await idOf(from), to: await idOf(to) }),
    ...(only ? { only: await ids(only) } : {}), ...(owners === undefined ? {} : { owners: await idOf(owners) }),
    ...(listed ? { listed: await ids(listed) } : {}), ...(avoid ? { avoid: await ids(avoid) } : {}),
    ...(via === undefined ? {} : { via: await idOf(via) }), ...(title === undefined ? {} : { title: textOf('--title', title) }),
  };
}

type Asked = ReportOptions & {
  readonly kind: ReportKind;
  readonly file: string | undefined;
  /** The story that is told. */
  readonly told: Story | undefined;
  /** What is reported, where it was taken before. */
  readonly taken?: Snapshot | undefined;
};

async function reportIn(
  opened: OpenStore, asked: Asked, io: Io, check?: (path: string, bytes: Uint8Array) => void,
): Promise<ExitCode> {
  const made = await reportOf(opened, asked, io);
  if (!made) return noRoute(io);
  const bytes = await renderReport(made, asked.kind, { assets: await nodeAssets(), canvas: nodeCanvas });
  check?.(asked.output, bytes);
  await writeOutput(asked.output, bytes);
  const rows = (name: string) => (made.blocks.find((b) => b.kind === 'table' && b.name === name) as ReportTable).rows.length;
  io.out(`${asked.output}: ${rows('Entities')} entities, ${rows('Ties')} relationships, ${made.notes.length} notes.`);
  return 0;
}

/** The report that is asked for; undefined where there is no route. Throws MisuseError for a story that cites what is not there. */
async function reportOf(opened: OpenStore, asked: Asked, io: Io): Promise<Report | undefined> {
  const { reading } = opened;
  const options = { madeWith: `Throughline ${version}`, ...(reading && !reading.isPart ? { hash: datasetHash(reading.dataset) } : {}) };
  try {
    if (asked.told) {
      const story = asTold({ ...asked.told, title: asked.title ?? asked.told.title }, asked);
      return await storyReport(reading!.dataset, story, options);
    }
    const taken = asked.taken ?? (await takenFor(opened, asked, io));
    return taken && (await snapshotReport(asTold(taken, asked), options));
  } catch (error) {
    if (error instanceof UnknownCitationError) throw new MisuseError(error.message);
    throw error;
  }
}

/** The dataset with the story or the chart that it is about. Throws MisuseError with those that there are. */
async function aboutOf(opened: OpenStore, { story, chart }: ReportOptions): Promise<{ opened: OpenStore; story?: Story }> {
  if (story !== undefined) return withStory(opened, story);
  return { opened: chart === undefined ? opened : await withChart(opened, chart) };
}

/** The same with a chart of the case in place of all of it, as it would be frozen. Throws MisuseError with those that there are. */
async function withChart(opened: OpenStore, asked: string): Promise<OpenStore> {
  const { reading, head, store } = opened;
  const charts = reading?.charts ?? opened.charts ?? [];
  const found = charts.find(({ name }) => name === asked);
  if (reading && found) return { ...opened, reading: { ...reading, snapshot: chartSnapshot(reading.dataset, found) } };
  if (found) {
    const dataset = { ...head, ...(await store.part({ ids: [...found.chart.entities] })) };
    return withPart(opened, { dataset, snapshot: chartSnapshot(dataset, found) });
  }
  const names = charts.map(({ name }) => `“${name}”`);
  throw new MisuseError(`There is no chart ${asked}. ${names.length === 0 ? 'The file holds none.' : `There are: ${names.join(', ')}.`}`);
}

/** What is reported, frozen; undefined where there is no route. */
async function takenFor(opened: OpenStore, asked: Asked, io: Io): Promise<Snapshot | undefined> {
  const { from, to, owners, file, title, listed, asOf, status, undated, withhold } = asked;
  if (owners !== undefined) {
    const own = { ...(asOf === undefined ? {} : { asOf }), ...(status ? { status } : {}), ...(undated ? { undated } : {}) };
    const snapshot = ownersSnapshot(await ownersAsked(opened, owners, { ...own, ...(listed ? { listed } : {}) }));
    return title === undefined ? snapshot : { ...snapshot, title };
  }
  // The chart of the bundled case is kept by the ids that it has where nothing is withheld.
  const data = file ?? (withhold ? '' : undefined);
  const { from: _one, to: _other, owners: _none, story: _told, ...shown } = asked;
  return snapshotOf({
    ...shown, ...(data === undefined ? {} : { data }), ...(from === undefined || to === undefined ? {} : { trace: [from, to] }),
  }, opened, io);
}

import { basename } from 'node:path';
import { writeCase } from '../../formats';
import {
  diffDatasets, isEmptyDatasetDiff, listChanges, routeChanges, routeQuestion, statusChanges,
  type CaseChart, type Dataset, type DatasetDiff, type Route, type RouteAnswer, type RouteChanges,
} from '../../model';
import type { ComparisonInput } from '../../publish';
import { MemoryStore, resolveEntity, UnknownEntityError, type GraphStore } from '../../store';
import {
  changeSentences, chartSentences, routeChangeSentences, storyChanges, storyChangeSentences, type StoryChanges,
} from '../../wording';
import { comparedFiles, type ComparedFiles } from '../comparedFiles';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { resolveId } from '../resolve';
import { storyIn } from '../storyIn';

interface DiffOptions {
  json?: boolean;
  /** A page or a picture to write. */
  output?: string;
  theme: 'light' | 'dark';
  scale: number;
  /** A story of the earlier file, whose sentences are looked at. */
  story?: string;
  /** Compare all of both, also where one is a snapshot. */
  whole?: boolean;
  /** Two entities, of which the routes between them are compared as well. */
  from?: string;
  to?: string;
}

/**
 * `{equal, entities: {added, removed, changed: [{id, fields}]}, relationships, sources, statuses: [{relationship, before, after}]}`, with
 * two ends `routes` besides: `{from, to, added, removed, changed: [{entities, before, after}], upTo?}`; with a snapshot on one side
 * `beside`: ids of those tied to what it shows who are not compared; with a story `story: {changed: [{step, headline, sentence, holds,
 * because}], looked, uncited}`; sentences otherwise. With an output all of it is also written as a page or picture. 0 where the two files
 * say the same, 1 where they differ: in a record, a note, the head of the dataset, or, of two cases, a chart.
 */
export async function diff(before: string, after: string, options: DiffOptions, io: Io): Promise<ExitCode> {
  // What draws is loaded only where something is drawn; a wrong ending is told before anything is read.
  const written = options.output === undefined ? undefined : await (await import('../comparisonFile')).comparisonFile(options.output);
  const files = await comparedFiles([before, after], options, io);
  const [a, b] = files.readings;
  const change = diffDatasets(files.before, files.after);
  const sameChart = (name: string) => chartText(a.charts!, name) === chartText(b.charts!, name);
  const charts = a.charts && b.charts ? chartSentences(a.charts, b.charts, sameChart) : [];
  const equal = isEmptyDatasetDiff(change) && charts.length === 0;
  const routes = await routesOf(files.before, files.after, options);
  const story = await storyOf(files, options);
  if (options.json) {
    printJson(io, {
      equal, ...diffJson(files, change), ...(routes ? { routes: routesJson(routes) } : {}), ...(story ? { story } : {}),
    });
  } else {
    const said = equal ? [`${before} and ${after} say the same.`] : [...changeSentences(files.before, files.after, change), ...charts];
    io.out([
      ...said, ...files.remarks, ...(routes ? routeChangeSentences(files.before, files.after, routes) : []),
      ...(story ? storyChangeSentences(story) : []),
    ].join('\n'));
  }
  await written?.(comparedInput({ files, routes, story, names: [before, after] }), options, io);
  return equal ? 0 : 1;
}

function diffJson({ before, after, beside }: ComparedFiles, { entities, relationships, sources }: DatasetDiff) {
  return {
    entities: listChanges('entities', entities), relationships: listChanges('relationships', relationships),
    sources: listChanges('sources', sources), statuses: statusChanges(before, after), ...(beside.length > 0 ? { beside } : {}),
  };
}

/** What became of the sentences of the story that is asked for, or else of the only one that the earlier file tells. */
async function storyOf({ stories, readings: [before, after] }: ComparedFiles, { story: asked }: DiffOptions) {
  const [only, ...others] = stories;
  const told = asked === undefined ? (others.length === 0 ? only : undefined) : await storyIn(before, asked);
  return told && storyChanges(told, before.dataset, after.dataset);
}

interface ComparedAnswers {
  readonly files: ComparedFiles;
  readonly routes: ComparedRoutes | undefined;
  readonly story: StoryChanges | undefined;
  readonly names: readonly [string, string];
}

function comparedInput(
  { files: { before, after, positions, filter, remarks }, routes, story, names: [was, is] }: ComparedAnswers,
): ComparisonInput {
  return {
    title: `What changed: ${after.title}`, before: { name: basename(was), dataset: before }, after: { name: basename(is), dataset: after },
    positions, filter, remarks, ...(routes ? { routes: routeChangeSentences(before, after, routes) } : {}), ...(story ? { story } : {}),
  };
}

interface ComparedRoutes extends RouteChanges {
  readonly from: string;
  readonly to: string;
}

const NO_ROUTES: Pick<RouteAnswer, 'routes' | 'complete'> = { routes: [], complete: true };
/** As many routes of each file are compared as one question may ask for. */
const MOST = 1000;

/** What became of the routes between two ends, where they are asked for. A file without one of the ends has no routes between them. */
async function routesOf(before: Dataset, after: Dataset, { from, to }: DiffOptions): Promise<ComparedRoutes | undefined> {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new MisuseError('Name both ends: --from X --to Y.');
  const [was, is] = [await MemoryStore.open(before), await MemoryStore.open(after)];
  const ends = { from: await endIn(was, is, from), to: await endIn(was, is, to) };
  if (ends.from === ends.to) throw new MisuseError(`Both ends are "${ends.from}". Name two different entities.`);
  const answer = async (store: GraphStore) => {
    const there = await store.entities({ ids: [ends.from, ends.to] });
    return there.length < 2 ? NO_ROUTES : store.routes(routeQuestion.parse({ ...ends, k: MOST }));
  };
  const answers = [await answer(was), await answer(is)] as const;
  return { ...ends, ...routeChanges(...answers) };
}

/** An end by what it is called in the later file; who is only in the earlier one, by what it is called there. */
async function endIn(before: GraphStore, after: GraphStore, text: string): Promise<string> {
  try {
    return (await resolveEntity(after, text)).id;
  } catch (error) {
    if (!(error instanceof UnknownEntityError)) return resolveId(after, text);
    return resolveId(before, text);
  }
}

function routesJson({ from, to, added, removed, changed, upTo }: ComparedRoutes) {
  const json = ({ entities, length, strength }: Route) => ({ entities, length, strength });
  return {
    from, to, added: added.map(json), removed: removed.map(json),
    changed: changed.map(({ before, after }) => ({ entities: after.entities, before: before.strength, after: after.strength })),
    ...(upTo === undefined ? {} : { upTo }),
  };
}

/** A chart as a file has it: what is written the same is the same. */
function chartText(charts: readonly CaseChart[], name: string): string {
  return writeCase({
    dataset: { format: 'throughline/1', id: 'x', title: 'x', sources: [], entities: [], relationships: [] },
    charts: charts.filter((c) => c.name === name),
  });
}

import { writeCase } from '../../formats';
import {
  diffDatasets, isEmptyDatasetDiff, listChanges, routeChanges, routeQuestion, statusChanges,
  type CaseChart, type Dataset, type Route, type RouteAnswer, type RouteChanges,
} from '../../model';
import { MemoryStore, resolveEntity, UnknownEntityError, type GraphStore } from '../../store';
import { changeSentences, chartSentences, routeChangeSentences } from '../../wording';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { openWhole } from '../openDataset';
import { resolveId } from '../resolve';

interface DiffOptions {
  json?: boolean;
  /** Two entities, of which the routes between them are compared as well. */
  from?: string;
  to?: string;
}

/**
 * `{equal, entities: {added, removed, changed: [{id, fields}]}, relationships, sources, statuses: [{relationship, before, after}]}`, with
 * two ends `routes` besides: `{from, to, added, removed, changed: [{entities, before, after}], upTo?}`; sentences otherwise. 0 where the
 * two files say the same, 1 where they differ: in a record, a note, the head of the dataset, or, of two cases, a chart.
 */
export async function diff(before: string, after: string, options: DiffOptions, io: Io): Promise<ExitCode> {
  const [a, b] = [await openWhole(before, io), await openWhole(after, io)];
  const change = diffDatasets(a.dataset, b.dataset);
  const sameChart = (name: string) => chartText(a.charts!, name) === chartText(b.charts!, name);
  const charts = a.charts && b.charts ? chartSentences(a.charts, b.charts, sameChart) : [];
  const equal = isEmptyDatasetDiff(change) && charts.length === 0;
  const routes = await routesOf(a.dataset, b.dataset, options);
  if (options.json) {
    const { entities, relationships, sources } = change;
    printJson(io, {
      equal, entities: listChanges('entities', entities), relationships: listChanges('relationships', relationships),
      sources: listChanges('sources', sources), statuses: statusChanges(a.dataset, b.dataset),
      ...(routes ? { routes: routesJson(routes) } : {}),
    });
  } else {
    const said = equal ? [`${before} and ${after} say the same.`] : [...changeSentences(a.dataset, b.dataset, change), ...charts];
    io.out([...said, ...(routes ? routeChangeSentences(a.dataset, b.dataset, routes) : [])].join('\n'));
  }
  return equal ? 0 : 1;
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

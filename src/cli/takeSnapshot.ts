import { readFile } from 'node:fs/promises';
import { detailFor, layoutAsGiven, layoutOrganic, layoutRoute } from '../drawing';
import {
  groundedPart, partAmong, perspectiveCharts, recordsOf, routeRelationships, SNAPSHOT_FORMAT, spokenWith, visibleOf, withCountedClaims,
  writtenPositions,
  type Dataset, type DatasetPart, type Filter, type Position, type RouteAnswer, type RouteQuestion, type Snapshot,
} from '../model';
import { BUNDLED_CHART } from './installation';

/** Width over height of what is laid out here: a page held upright takes it whole, a screen shows it large. */
const ASPECT = 1.5;

/** What a snapshot is asked to hold. */
export interface SnapshotRequest {
  dataset: Dataset;
  /** The default case: its chart is bundled with it. */
  bundled: boolean;
  title?: string;
  filter: Filter;
  trace?: { question: RouteQuestion; answer: RouteAnswer; active?: number };
  only?: readonly string[];
  /** Where another tool drew its entities, in its own units. */
  given?: Readonly<Record<string, Position>>;
}

/** A snapshot of routes, of some entities, or of the whole dataset; laid out the same way every time. */
export async function takeSnapshot(request: SnapshotRequest): Promise<Snapshot> {
  const whole = request.trace
    ? routesPart(request.dataset, request.trace.answer)
    : admittedPart(request.dataset, request.filter, request.only);
  const part = withCountedClaims(whole, request.filter);
  const { dataset, trace } = request;
  return {
    format: SNAPSHOT_FORMAT,
    title: request.title ?? titleOf(request),
    origin: { id: dataset.id, title: dataset.title },
    dataset: { ...headOf(dataset), ...groundedPart(part) },
    chart: { layout: trace ? 'route' : 'organic', positions: writtenPositions(await positionsOf(request, part)), pinned: [] },
    filter: request.filter,
    ...(trace
      ? {
          trace: {
            question: trace.question, answer: trace.answer, only: false, ...(trace.active === undefined ? {} : { active: trace.active }),
          },
        }
      : {}),
  };
}

/** The names of some entities, as long as they are few. */
function titleOf({ dataset, trace, only }: SnapshotRequest): string {
  if (trace) return `${nameOf(dataset, trace.question.from)} to ${nameOf(dataset, trace.question.to)}`;
  if (!only) return dataset.title;
  return only.length > 4 ? `${only.length} entities` : only.map((id) => nameOf(dataset, id)).join(', ');
}

function headOf({ format, id, title, summary, licence }: Dataset) {
  return { format, id, title, ...(summary ? { summary } : {}), ...(licence ? { licence } : {}) };
}

function nameOf(dataset: Dataset, id: string): string {
  const entity = dataset.entities.find((e) => e.id === id);
  return entity?.shortName ?? entity?.name ?? id;
}

/** The entities and relationships of the routes, and nothing beside them. */
function routesPart(dataset: Dataset, { from, to, routes }: RouteAnswer): DatasetPart {
  const entities = new Set([from, to, ...routes.flatMap((route) => route.entities)]);
  const relationships = new Set(routes.flatMap(routeRelationships));
  return partAmong(dataset, (id) => entities.has(id), (r) => relationships.has(r.id));
}

/** What the filter leaves visible, as on the screen: of the whole dataset, or of the ties between some entities, which all stay. */
function admittedPart(dataset: Dataset, filter: Filter, only?: readonly string[]): DatasetPart {
  const visible = visibleOf({ records: recordsOf(dataset), filter, spoken: spokenWith(filter), untied: 'gone' });
  const entities = new Set(only ?? visible.entities.map((e) => e.id));
  const relationships = new Set(visible.relationships.filter((r) => entities.has(r.from) && entities.has(r.to)).map((r) => r.id));
  return partAmong(dataset, (id) => entities.has(id), (r) => relationships.has(r.id));
}

async function positionsOf({ trace, bundled, given }: SnapshotRequest, part: DatasetPart): Promise<ReadonlyMap<string, Position>> {
  const request = { part, detail: detailFor(part.entities.length), aspect: ASPECT };
  if (trace && trace.answer.routes.length > 0)
    return layoutRoute({ ...request, routes: trace.answer.routes.map((route) => route.entities) });
  if (given) return layoutAsGiven({ ...request, given: new Map(Object.entries(given)) });
  const drawn = bundled ? await bundledPositions() : new Map<string, Position>();
  return part.entities.every((e) => drawn.has(e.id)) ? new Map(part.entities.map((e) => [e.id, drawn.get(e.id)!])) : layoutOrganic(request);
}

async function bundledPositions(): Promise<Map<string, Position>> {
  const { perspectives } = perspectiveCharts.parse(JSON.parse(await readFile(BUNDLED_CHART, 'utf8')));
  const whole = perspectives.reduce((a, b) => (Object.keys(b.positions).length > Object.keys(a.positions).length ? b : a));
  return new Map(Object.entries(whole.positions));
}

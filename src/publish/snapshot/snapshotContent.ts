import {
  atOnce, chartOfSnapshot, partAmong, routeRelationships,
  type DatasetPart, type Route, type Snapshot, type Spoken, type Steps,
} from '../../model';
import {
  filterPhrases, ownershipSentences, plainText, sentencesOf,
  type Footnotes, type OwnershipSentences, type Sentences,
} from '../../wording';
import {
  buildSceneStepwise, emphasisOf, footnotesOfDrawn, sceneInputOf, spokenOf, type ChartView, type Scene, type SceneTitles,
} from '../../drawing';
import { tellable } from '../brief';

/** A snapshot, read for drawing: what every output form shows of it. */
export interface SnapshotContent {
  readonly snapshot: Snapshot;
  /** What is told of: all of the snapshot's dataset, or its active route where only that was asked for. */
  readonly part: DatasetPart;
  /** What is drawn of it, and how. */
  readonly view: ChartView;
  /** Routes that run through nothing but what the snapshot holds, and how many there are besides. */
  readonly routes: readonly Route[];
  readonly untold: number;
  readonly active?: Route;
  readonly footnotes: Footnotes;
  /** What sources count for nothing, and the time that is looked at. */
  readonly spoken: Spoken;
  readonly sentences: Sentences;
  readonly titles: SceneTitles;
  /** What the chart is narrowed to, a short phrase each. */
  readonly narrowed: readonly string[];
}

export function snapshotContent(snapshot: Snapshot): SnapshotContent {
  const { trace, dataset } = snapshot;
  const { told, untold } = tellable({ part: dataset, ...(trace ? { trace } : {}) });
  const active = activeRoute(snapshot, told);
  const part = trace?.only && active ? partOfRoute(dataset, active) : dataset;
  const routes = trace?.only && active ? [active] : told;
  const view = viewOf(snapshot, part, active);
  const spoken = spokenOf(view);
  const sentences = sentencesOf(part, { routes, filter: spoken, ...(trace ? { askedAt: trace.question.filter.period } : {}) });
  const publisher = new Map(dataset.sources.map((s) => [s.id, s.publisher]));
  return {
    snapshot,
    part,
    view,
    routes,
    untold,
    ...(active ? { active } : {}),
    footnotes: sentences.footnotes,
    spoken,
    sentences,
    titles: { entity: sentences.nameOf, relationship: (id) => plainText(sentences.relationship(id)) },
    narrowed: Object.keys(snapshot.filter).length === 0 ? [] : filterPhrases(snapshot.filter, (id) => publisher.get(id) ?? id),
  };
}

/** The chart of a snapshot as it is looked at. What an answer names besides has no position, and is not drawn. */
function viewOf(snapshot: Snapshot, part: DatasetPart, route: Route | undefined): ChartView {
  const { trace, ownership, selection, chart: { shown, faint } } = snapshot;
  const { positions, pinned, ventures, joined, groups, arrows, filter } = chartOfSnapshot(snapshot);
  const drawn = partAmong(part, (id) => positions.has(id), (r) => positions.has(r.from) && positions.has(r.to));
  return {
    part: drawn, positions, pinned, ventures, joined, groups: trace?.only && route ? [] : groups,
    arrows: trace?.only && route ? [] : arrows, filter, shown, faint,
    selection, ownership, route,
    asked: trace?.question.filter, chains: trace?.chains, ringed: trace?.ringed,
  };
}

/** The highlighted route, if the snapshot holds all of it. */
function activeRoute({ trace }: Snapshot, told: readonly Route[]): Route | undefined {
  const wanted = trace?.active === undefined ? undefined : trace.answer.routes[trace.active];
  if (!wanted) return undefined;
  const key = (r: Route) => JSON.stringify([r.entities, r.hops.map((h) => [h.from, h.to])]);
  return told.find((r) => key(r) === key(wanted));
}

function partOfRoute(dataset: DatasetPart, route: Route): DatasetPart {
  const [entities, relationships] = [new Set(route.entities), new Set(routeRelationships(route))];
  return partAmong(dataset, (id) => entities.has(id), (r) => relationships.has(r.id));
}

/** An ownership's answer in words, where the snapshot holds one. */
export function ownershipWords({ snapshot: { ownership }, sentences, part }: SnapshotContent): OwnershipSentences | undefined {
  const publisher = new Map(part.sources.map((s) => [s.id, s.publisher]));
  return ownership && ownershipSentences(ownership.answer, ownership.question, sentences, (id) => publisher.get(id) ?? id);
}

/**
 * The scene of a snapshot. `stressed: false` leaves selection and route to whoever shows it;
 * without `references` no line has the numbers of its sources.
 */
export function snapshotScene(content: SnapshotContent, options: SceneOptions = {}): Scene {
  return atOnce(snapshotSceneSteps(content, options));
}

interface SceneOptions {
  readonly stressed?: boolean;
  readonly references?: boolean;
  /** The numbers of the sources of a tie, where they are others than those of its footnotes. */
  readonly footnotesOf?: (relationship: string) => readonly number[];
}

/** The same in steps. */
export function snapshotSceneSteps(
  { view, footnotes }: SnapshotContent, { stressed = true, references = true, footnotesOf = footnotes.ofRelationship }: SceneOptions = {},
): Steps<Scene> {
  const { joined, ringed, faint } = view;
  const input = sceneInputOf(view, stressed ? {} : { emphasis: emphasisOf({ part: view.part, joined, ringed, faint }) });
  return buildSceneStepwise({ ...input, ...(references ? { footnotesOf: footnotesOfDrawn(footnotesOf, input) } : {}) });
}

import { heldByFilter, routeRelationships, spokenWith, type DatasetPart, type Route, type Snapshot, type Spoken } from '../../model';
import {
  filterPhrases, ownershipSentences, plainText, sentencesOf, spokenAt, type Footnotes, type OwnershipSentences, type Sentences,
} from '../../wording';
import { tellable } from '../brief';
import type { SceneTitles } from '../../drawing';
import { boxFor, countedIn, ownershipPicture, withJoined, withVentureWays, type DrawnPart, type JoinedPart } from '../../drawing';
import { buildScene, chainParts, inBoxes } from '../../drawing';
import type { Scene, SceneEmphasis } from '../../drawing';

/** A snapshot, read for drawing: what every output form shows of it. */
export interface SnapshotContent {
  readonly snapshot: Snapshot;
  /** What is drawn: all of the snapshot's dataset, or its active route where only that was asked for. */
  readonly part: DatasetPart;
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
  const spoken = spokenOf(snapshot);
  const sentences = sentencesOf(part, { routes, filter: spoken, ...(trace ? { askedAt: trace.question.filter.period } : {}) });
  const publisher = new Map(dataset.sources.map((s) => [s.id, s.publisher]));
  return {
    snapshot,
    part,
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

/** What the chart is spoken of under: its filter and the sources that its trace sets aside, or the question and date of the ownership that it shows. */
function spokenOf({ filter, trace, ownership }: Snapshot): Spoken {
  return ownership ? spokenAt(ownership.question.filter, ownership.answer) : spokenWith(filter, trace?.question.filter);
}

/** The highlighted route, if the snapshot holds all of it. */
function activeRoute({ trace }: Snapshot, told: readonly Route[]): Route | undefined {
  const wanted = trace?.active === undefined ? undefined : trace.answer.routes[trace.active];
  if (!wanted) return undefined;
  const key = (r: Route) => JSON.stringify([r.entities, r.hops.map((h) => [h.from, h.to])]);
  return told.find((r) => key(r) === key(wanted));
}

function partOfRoute(dataset: DatasetPart, route: Route): DatasetPart {
  const entities = new Set(route.entities);
  const relationships = new Set(routeRelationships(route));
  return {
    sources: dataset.sources,
    entities: dataset.entities.filter((e) => entities.has(e.id)),
    relationships: dataset.relationships.filter((r) => relationships.has(r.id)),
  };
}

/** What is under the highlighter: chains where they stand in its place, else the active route. */
export function highlightOf({ snapshot: { trace, ownership }, part, active }: SnapshotContent): Pick<SceneEmphasis, 'route'> {
  const counted = ownership && countedIn(ownership.answer);
  if (ownership) return counted ? { route: counted } : {};
  if (trace?.chains) return { route: chainParts(trace.chains, part.relationships) };
  return active ? { route: { entities: active.entities, relationships: routeRelationships(active) } } : {};
}

/** The relationships that held in the chart's period, or at an ownership's date, no more than possibly. */
function possiblyHeld({ relationships }: DatasetPart, { filter, ownership }: Snapshot): ReadonlySet<string> {
  const when = ownership ? { period: ownership.answer.asOf, undated: ownership.answer.undated?.taken } : filter;
  return new Set(relationships.filter((r) => heldByFilter(when, r) === 'possibly').map((r) => r.id));
}

/** An ownership's answer in words, where the snapshot holds one. */
export function ownershipWords({ snapshot: { ownership }, sentences, part }: SnapshotContent): OwnershipSentences | undefined {
  const publisher = new Map(part.sources.map((s) => [s.id, s.publisher]));
  return ownership && ownershipSentences(ownership.answer, ownership.question, sentences, (id) => publisher.get(id) ?? id);
}

/** What is drawn of the part: an ownership's proof in its place, or ventures each in its way. */
function drawnOf({ snapshot, part, active }: SnapshotContent): DrawnPart & Partial<JoinedPart> {
  if (snapshot.ownership) return ownershipPicture(part, snapshot.ownership.answer);
  const joined = withJoined(part, snapshot.chart.joined ?? {});
  return { within: joined.within, ...withVentureWays(joined.part, snapshot.chart.ventures ?? {}, new Set(active ? routeRelationships(active) : [])) };
}

/** The scene of a snapshot. `stressed: false` leaves selection and route to whoever shows it; without `references` no line has the numbers of its sources. */
export function snapshotScene(content: SnapshotContent, { stressed = true, references = true } = {}): Scene {
  const { snapshot, part, footnotes } = content;
  const always = { ringed: snapshot.trace?.ringed ?? [], faint: snapshot.chart.faint ?? [] };
  const emphasis = {
    ...always,
    ...(snapshot.selection ? { selection: snapshot.selection } : {}),
    ...highlightOf(content),
  };
  const drawn = drawnOf(content);
  const box = boxFor(snapshot.chart.joined ?? {}, new Set(drawn.part.entities.map((e) => e.id)));
  return buildScene({
    part: drawn.part,
    derived: drawn.derived,
    enclosures: drawn.enclosures,
    within: drawn.within,
    positions: new Map(Object.entries(snapshot.chart.positions)),
    pinned: new Set(snapshot.chart.pinned),
    filter: content.spoken,
    ...(references ? { footnotesOf: footnotes.ofRelationship } : {}),
    possibly: possiblyHeld(part, snapshot),
    shown: snapshot.chart.shown,
    emphasis: inBoxes(stressed ? emphasis : always, box),
  });
}

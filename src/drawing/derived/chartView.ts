import {
  pairKey, possiblyHeld, routeRelationships, spokenAt, spokenWith, statusReader,
  type ChangeMarks, type ChartArrow, type ChartGroup, type DatasetPart, type Filter, type OwnershipAnswer, type OwnersQuestion,
  type Position, type Relationship, type Route, type Selection, type ShownFigure, type Spoken, type VentureWay,
} from '../../model';
import type { SceneEmphasis } from '../scene';
import { inBoxes, type SceneInput } from '../scene/index';
import type { DrawnPart } from './derived';
import { arrowsInBoxes, inGroups, withGroupPlaces, withGroups } from './groups';
import { boxFor, withJoined, type Joined } from './joined';
import { countedIn, ownershipPicture } from './ownershipPicture';
import { withVentureWays } from './ventureWays';

/**
 * A chart as it is looked at. The screen makes one of its state, a picture, page or brief one of its snapshot; from here on there is one
 * way to the scene, `sceneInputOf`, so that they all say the same of every entity and tie.
 */
export interface ChartView {
  /** What is visible, with its positions. With an ownership the records that its answer names. */
  readonly part: DatasetPart;
  readonly positions: ReadonlyMap<string, Position>;
  readonly pinned: ReadonlySet<string>;
  readonly joined: Joined;
  readonly ventures: ReadonlyMap<string, VentureWay>;
  readonly groups?: readonly ChartGroup[] | undefined;
  readonly arrows?: readonly ChartArrow[] | undefined;
  readonly shown?: ShownFigure | undefined;
  /** The chart's filter, and that of the trace on it. */
  readonly filter: Filter;
  readonly asked?: Filter | undefined;
  readonly route?: Route | undefined;
  /** Chains of entities that are highlighted in place of the route. */
  readonly chains?: readonly (readonly string[])[] | undefined;
  readonly ringed?: readonly string[] | undefined;
  readonly faint?: readonly string[] | undefined;
  readonly selection?: Selection | undefined;
  /** What came, went and changed, where two states are compared: the part holds both. */
  readonly changes?: ChangeMarks | undefined;
  /** The ownership whose proof is drawn in place of the chart. */
  readonly ownership?: { readonly question: OwnersQuestion; readonly answer: OwnershipAnswer } | undefined;
}

/** What ties are spoken of under: the chart's filter and what its trace sets aside, or the question and date of the ownership. */
export function spokenOf({ filter, asked, ownership }: Pick<ChartView, 'filter' | 'asked' | 'ownership'>): Spoken {
  return ownership ? spokenAt(ownership.question.filter, ownership.answer) : spokenWith(filter, asked);
}

/**
 * What is drawn: the proof of an ownership in place of the chart, else what is visible, joined, with its ventures each in its way and its
 * groups. O(entities + relationships).
 */
export function drawnOf(
  view: Pick<ChartView, 'part' | 'joined' | 'ventures' | 'groups' | 'route' | 'filter' | 'asked' | 'changes' | 'ownership'>,
): DrawnPart {
  const { part, joined, ventures, groups = [], route, filter, changes, ownership } = view;
  if (ownership) {
    const { asOf, undated } = ownership.answer;
    const picture = ownershipPicture(part, ownership.answer);
    const possibly = possiblyHeld(part.relationships, { period: asOf, undated: undated?.taken }, () => undefined);
    return { ...picture, within: NOBODY, possibly: among(picture, possibly) };
  }
  const entities = new Map(part.entities.map((e) => [e.id, e]));
  const { part: boxes, within } = withJoined(part, joined);
  const picture = withVentureWays(boxes, ventures, new Set(route ? routeRelationships(route) : []));
  const possibly = among(picture, possiblyHeld(part.relationships, filter, (id) => entities.get(id)));
  const spoken = spokenOf(view);
  const grouped = withGroups({ ...picture, possibly, statusOf: statusReader(part.sources, spoken), period: spoken.period }, groups);
  return { ...grouped, within, ...(changes ? { changes } : {}) };
}

const NOBODY: DrawnPart['within'] = new Map();

/** Of some relationships those that are drawn. */
function among({ part }: Pick<DrawnPart, 'part'>, ids: ReadonlySet<string>): ReadonlySet<string> {
  return ids.size === 0 ? ids : new Set(part.relationships.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
}

/** What is under the highlighter: what counts for an ownership, chains where they stand in the route's place, else the route. */
export function highlightOf(view: Pick<ChartView, 'part' | 'route' | 'chains' | 'ownership'>): SceneEmphasis['route'] {
  const { part, route, chains, ownership } = view;
  if (ownership) return countedIn(ownership.answer);
  if (chains) return chainParts(chains, part.relationships);
  return route && { entities: route.entities, relationships: routeRelationships(route) };
}

/** What the scene stresses: the selection and what is highlighted while the rest is dimmed, what is ringed, what is pale. */
export function emphasisOf(view: Omit<ChartView, 'positions' | 'pinned' | 'ventures' | 'filter'>): SceneEmphasis {
  const { part, joined, ringed, faint, selection, ownership } = view;
  const route = highlightOf(view);
  const stressed = {
    ...(selection ? { selection } : {}),
    ...(route ? { route } : {}),
    ...(ringed && !ownership ? { ringed } : {}),
    ...(faint && faint.length > 0 && !ownership ? { faint } : {}),
  };
  return ownership || joined.size === 0 ? stressed : inBoxes(stressed, boxFor(joined, new Set(part.entities.map((e) => e.id))));
}

/** What a scene of the view is built from; the pieces that are at hand already are taken as they are. */
export function sceneInputOf(
  view: ChartView,
  pieces: { drawn?: DrawnPart; emphasis?: SceneEmphasis; spoken?: Spoken; positions?: ReadonlyMap<string, Position> } = {},
): SceneInput {
  const { drawn = drawnOf(view), emphasis = emphasisOf(view), spoken = spokenOf(view) } = pieces;
  const { positions = withGroupPlaces(view.positions, drawn.groups) } = pieces;
  const { pinned, shown, arrows } = view;
  return {
    ...drawn, positions, pinned, filter: spoken, emphasis: inGroups(emphasis, drawn), ...(shown ? { shown } : {}),
    ...(arrows && arrows.length > 0 ? { arrows: arrowsInBoxes(arrows, drawn) } : {}),
  };
}

/**
 * Chains of entities as something to highlight, with every given relationship between two that follow one another.
 * Cost O(hops + relationships).
 */
function chainParts(
  chains: readonly (readonly string[])[], relationships: readonly Relationship[],
): NonNullable<SceneEmphasis['route']> {
  const hops = new Set(chains.flatMap((chain) => chain.slice(1).map((to, i) => pairKey(chain[i]!, to))));
  return {
    entities: [...new Set(chains.flat())], relationships: relationships.filter((r) => hops.has(pairKey(r.from, r.to))).map((r) => r.id),
  };
}

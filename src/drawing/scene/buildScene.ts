import { atOnce, each, type ChartArrow, type Position, type ShownFigure, type Spoken, type Steps } from '../../model';
import { placeLabelsStepwise, routeLinesStepwise } from '../geometry';
import type { DrawnPart } from '../derived';
import type { Detail, Scene, SceneBox, SceneEmphasis } from '../scene';
import { sceneBoxes } from './sceneBoxes';
import { drawnReader, labelRequest, sceneLine, withAllSigns } from './sceneLines';
import { sceneOf } from './sceneOf';

/** What is drawn of a chart and how it looks, wherever it stands. */
export interface SceneLooksInput extends Pick<DrawnPart, 'part'>, Partial<Omit<DrawnPart, 'part'>> {
  emphasis?: SceneEmphasis;
  /** What sources count for nothing, and the time that is looked at: what had ended by then is drawn so. */
  filter?: Spoken;
  /** A figure that the boxes show. */
  shown?: ShownFigure;
  /** Arrows drawn by hand; ends are at boxes that are drawn. */
  arrows?: readonly ChartArrow[];
}

/** What is drawn of a chart, and where. Only what is given is drawn; an entity without a position, and a relationship at it, is not. */
export interface SceneInput extends SceneLooksInput {
  positions: ReadonlyMap<string, Position>;
  /** By how many entities there are, if left out. */
  detail?: Detail;
  pinned?: ReadonlySet<string>;
  /** For exports: the numbers behind each relationship. They take room on the lines. */
  footnotesOf?: (relationship: string) => readonly number[];
}

/**
 * The scene of a chart: boxes in the order of `part.entities`, lines in that of `part.relationships`, all measured and
 * placed. The same input gives the same scene on any machine. Cost: O((n + m) log (n + m)), most of it for labels;
 * where only the emphasis changes, `withEmphasis` is O(n + m).
 */
export function buildScene(input: SceneInput): Scene {
  return atOnce(buildSceneStepwise(input));
}

/**
 * The same in small steps, none of them long on a chart of some thousand entities. `boxes`: those of the input, where they
 * are at hand (its sketch has the same).
 */
export function* buildSceneStepwise(input: SceneInput, boxes: readonly SceneBox[] = sceneBoxes(input)): Steps<Scene> {
  const placed = new Map(boxes.map((b) => [b.entity, b]));
  const ways = yield* routeLinesStepwise(input.part.relationships, placed);
  const drawnAlong = drawnReader(input);
  const drawn = yield* each(input.part.relationships.filter((r) => ways.has(r.id)), (r) => drawnAlong(r, ways.get(r.id)!));
  const placements = yield* placeLabelsStepwise(yield* each(drawn, labelRequest), placed);
  const lines = yield* each(drawn, (d) => sceneLine(d, placements.get(d.relationship.id) ?? {}, input));
  return sceneOf(input, boxes, yield* withAllSigns(lines, drawn, boxes));
}

import type { Position, Relationship } from '../../model';
import { pointAt, unbentLines, type LinePlacement } from '../geometry';
import type { Scene, SceneBox, SceneLine } from '../scene';
import type { SceneInput } from './buildScene';
import { sceneBoxes } from './sceneBoxes';
import { drawnReader, markArea, sceneLine, signsAlone, textsFor, type DrawnLine } from './sceneLines';
import { sceneOf } from './sceneOf';

/**
 * What can be shown of a scene while it is being placed: every box where it will be, every line with all that it says but
 * its words. Lines between two boxes that stand as they stood `before`, with no line more between them, keep their ways,
 * their labels if they may still say that, and their marks; any other runs straight, or beside those of its two entities,
 * with its mark and signs about half-way. Costs about a twentieth of the scene: O(n + m).
 */
export function sketchScene(input: SceneInput, before?: Scene): Scene {
  const boxes = sceneBoxes(input);
  const old = oldLines(before, boxes, input.part.relationships);
  const ways = unbentLines(input.part.relationships, new Map(boxes.map((b) => [b.entity, b])), old);
  const drawnAlong = drawnReader(input);
  const lines = input.part.relationships.flatMap((r) => {
    const way = ways.get(r.id);
    if (!way) return [];
    const drawn = drawnAlong(r, way);
    return [sceneLine(drawn, sketchedPlacement(drawn, way === old.get(r.id) ? old.get(r.id) : undefined), input)];
  });
  return sceneOf(input, boxes, lines);
}

/** The lines of these relationships as they were, where they ran between the same two boxes. */
function oldLines(before: Scene | undefined, boxes: readonly SceneBox[], relationships: readonly Relationship[]): Map<string, SceneLine> {
  const boxBefore = new Map(before?.boxes.map((b) => [b.entity, b]));
  const lineBefore = new Map(before?.lines.map((l) => [l.relationship, l]));
  const standing = new Set(boxes.filter((b) => standsAsBefore(b, boxBefore.get(b.entity))).map((b) => b.entity));
  return new Map(relationships.flatMap(({ id, from, to }) => {
    const line = lineBefore.get(id);
    return line?.from === from && line.to === to && standing.has(from) && standing.has(to) ? [[id, line] as const] : [];
  }));
}

function standsAsBefore(now: SceneBox, old: SceneBox | undefined): boolean {
  return (
    old !== undefined
    && now.x === old.x
    && now.y === old.y
    && now.width === old.width
    && now.height === old.height
    && now.shape === old.shape
  );
}

function sketchedPlacement(d: DrawnLine, old: SceneLine | undefined): LinePlacement {
  const mark: Position | undefined = d.marked ? (old?.mark ?? pointAt(d.way, 0.5)) : undefined;
  const label = maySay(d, old) ? old!.label : signsAlone(d, mark ? [markArea(mark)] : []);
  return { ...(label ? { label } : {}), ...(mark ? { mark } : {}) };
}

/** Whether the label that stood on a line is one that may stand there now. */
function maySay(d: DrawnLine, old: SceneLine | undefined): boolean {
  const label = old?.label;
  return label !== undefined && textsFor(d).includes(label.text) && label.notes === d.notes && label.possibly === d.looks.possibly;
}

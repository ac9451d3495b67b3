import {
  arrowMarks, boxContentMarks, boxGroundMark, boxHighlightMark, boxInsideMarks, boxRingMark, enclosureMarks, lineHighlightMark, lineMarks,
  lineSignMarks, opacityOf, OUTLINE_WIDTH, outlinePath, paintMarks,
  type Mark, type Palette, type PathMark, type Rect, type Scene, type SceneBox, type SceneLine,
} from '../../drawing';
import type { StageStyle } from './stageStyle';
import type { LevelOfDetail } from './levelOfDetail';
import type { VisibleParts } from './visibleParts';

/** Marks are made once for each record of a scene, and only those that a level of detail asks for. */
function once<T extends object, M>(make: (part: T) => M): (part: T) => M {
  const made = new WeakMap<T, M>();
  return (part) => {
    let marks = made.get(part);
    if (marks === undefined) made.set(part, (marks = make(part)));
    return marks;
  };
}

function withoutDash({ dash: _dash, round: _round, ...mark }: PathMark): PathMark {
  return mark;
}

const marksOf = {
  boxHighlight: once((b: SceneBox) => [boxHighlightMark(b)]),
  boxRing: once((b: SceneBox) => [boxRingMark(b)]),
  boxGround: once((b: SceneBox) => [boxGroundMark(b)]),
  box: once((b: SceneBox) => boxInsideMarks(b, boxContentMarks(b))),
  boxWithoutSubtitle: once((b: SceneBox) =>
    boxInsideMarks(
      b, boxContentMarks(b).filter((m) => !(m.kind === 'text' && m.font === 'subtitle')),
    ),
  ),
  boxFromAfar: once((b: SceneBox) => boxInsideMarks(b, [])),
  lineHighlight: once((l: SceneLine) => [lineHighlightMark(l)]),
  line: once((l: SceneLine) => lineMarks(l)),
  /** One solid stroke: from afar a dash is shorter than a pixel, and takes ten times as long to paint. */
  lineFromAfar: once((l: SceneLine) =>
    lineMarks(l)
      .slice(0, 1)
      .map((m): Mark => (m.kind === 'path' ? withoutDash(m) : m)),
  ),
  lineSigns: once((l: SceneLine) => lineSignMarks(l)),
};

/**
 * Paints parts of a scene in the order in which the exports draw them: highlighter, lines, boxes, then the lines' labels
 * and marks. The parts come in drawing order themselves.
 */
export function paintParts(
  context: CanvasRenderingContext2D, { boxes, lines }: VisibleParts, style: StageStyle, detail: LevelOfDetail,
): void {
  for (const line of lines) if (line.emphasis === 'route') paintMarks(context, marksOf.lineHighlight(line), style);
  for (const box of boxes) if (box.emphasis === 'route') paintMarks(context, marksOf.boxHighlight(box), style);
  for (const line of lines) paintLine(context, line, style, detail);
  for (const box of boxes) paintBox(context, box, style, detail);
  if (detail.labels) for (const line of lines) paintMarks(context, marksOf.lineSigns(line), style);
  for (const box of boxes) if (box.ring) paintMarks(context, marksOf.boxRing(box), style);
}

/** Arrows drawn by hand: above everything else. */
export function paintArrows(context: CanvasRenderingContext2D, { arrows = [] }: Scene, style: StageStyle): void {
  for (const arrow of arrows) paintMarks(context, arrowMarks(arrow), style);
}

/** The enclosures of ventures that are drawn around their partners: beneath everything else. */
export function paintEnclosures(context: CanvasRenderingContext2D, { enclosures = [] }: Scene, style: StageStyle): void {
  for (const enclosure of enclosures) paintMarks(context, enclosureMarks(enclosure), style);
}

function paintLine(context: CanvasRenderingContext2D, line: SceneLine, style: StageStyle, detail: LevelOfDetail): void {
  context.globalAlpha = line.selected ? 1 : opacityOf(line);
  paintMarks(context, (detail.marks ? marksOf.line : marksOf.lineFromAfar)(line), style);
  context.globalAlpha = 1;
}

function paintBox(context: CanvasRenderingContext2D, box: SceneBox, style: StageStyle, detail: LevelOfDetail): void {
  if (!box.selected && opacityOf(box) !== 1) paintMarks(context, marksOf.boxGround(box), style);
  paintMarks(context, (!detail.names ? marksOf.boxFromAfar : detail.subtitles ? marksOf.box : marksOf.boxWithoutSubtitle)(box), style);
}

/** A ring around each of several boxes that are selected, in the box's own shape, two px wide at any zoom. */
export function paintRings(
  context: CanvasRenderingContext2D, boxes: readonly SceneBox[], { palette, path }: StageStyle, zoom: number,
): void {
  context.strokeStyle = palette.ink;
  context.lineWidth = 2 / zoom;
  context.setLineDash([]);
  const away = 2 * (OUTLINE_WIDTH + 3 / zoom);
  for (const box of boxes) context.stroke(path(outlinePath({ ...box, width: box.width + away, height: box.height + away })));
}

/** The rectangle that a box selection spans. */
export function paintRubberBand(context: CanvasRenderingContext2D, { x, y, width, height }: Rect, palette: Palette, zoom: number): void {
  context.globalAlpha = 0.12;
  context.fillStyle = palette.ink;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = palette.quiet;
  context.lineWidth = 1 / zoom;
  context.setLineDash([]);
  context.strokeRect(x, y, width, height);
}

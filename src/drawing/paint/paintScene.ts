import { boxContentMarks, boxHighlightMark, boxOutlineMark, labelMarks, lineHighlightMark, lineMarks, markKindOf, opacityOf, sceneMarks, statusMarks, type Mark } from '../picture';
import type { Rect, Scene, SceneBox, SceneLine } from '../scene';
import { colourOf } from '../visualLanguage';
import type { PaintContext } from './paintContext';
import { paintMarks } from './paintMarks';
import type { PaintStyle } from './paintStyle';

/** Marks of scene things, kept as long as the scene that they belong to. */
const contentOf = new WeakMap<object, Mark[]>();
const labelOf = new WeakMap<object, Mark[]>();

function kept<T extends object>(cache: WeakMap<object, Mark[]>, thing: T, make: (thing: T) => Mark[]): Mark[] {
  let marks = cache.get(thing);
  if (!marks) cache.set(thing, (marks = make(thing)));
  return marks;
}

/** Paints a ground and a whole scene; `scale` pixels to a chart unit. `frame` is what is shown of it: all, if left out. */
export function paintScene(ctx: PaintContext, scene: Scene, style: PaintStyle, scale = 1, frame: Rect = scene.bounds): void {
  paintPicture(ctx, sceneMarks(scene), frame, style, scale);
}

/** Paints marks upon paper, so that `frame` fills a canvas of its size times `scale`. */
export function paintPicture(ctx: PaintContext, marks: readonly Mark[], frame: Rect, style: PaintStyle, scale: number): void {
  ctx.save();
  ctx.scale(scale, scale);
  ctx.translate(-frame.x, -frame.y);
  ctx.fillStyle = colourOf(style.palette, 'paper');
  ctx.fillRect(frame.x, frame.y, frame.width, frame.height);
  paintMarks(ctx, marks, style);
  ctx.restore();
}

/** Icon, name, subtitle and pin of a box, at its place in the scene, as pale as its emphasis asks. */
export function paintBoxContent(ctx: PaintContext, box: SceneBox, style: PaintStyle): void {
  faded(ctx, box.selected ? 1 : opacityOf(box), () => paintMarks(ctx, kept(contentOf, box, boxContentMarks), style));
}

/** Outline and fill of a box, without its highlighter. */
export function paintBoxOutline(ctx: PaintContext, box: SceneBox, style: PaintStyle): void {
  faded(ctx, box.selected ? 1 : opacityOf(box), () => paintMarks(ctx, [boxOutlineMark(box)], style));
}

/** A line's stroke and arrow head, without its highlighter, label and mark. */
export function paintLine(ctx: PaintContext, line: SceneLine, style: PaintStyle): void {
  faded(ctx, line.selected ? 1 : opacityOf(line), () => paintMarks(ctx, lineMarks(line), style));
}

/** The highlighter under a route, of a box or a line; it belongs beneath everything else. */
export function paintHighlight(ctx: PaintContext, thing: SceneBox | SceneLine, style: PaintStyle): void {
  paintMarks(ctx, ['entity' in thing ? boxHighlightMark(thing) : lineHighlightMark(thing)], style);
}

/** A line's label upon its plate; nothing where it has none. */
export function paintLabel(ctx: PaintContext, line: SceneLine, style: PaintStyle): void {
  paintMarks(ctx, kept(labelOf, line, (l) => (l.label ? labelMarks(l.label, l.family, l.selected ? 1 : opacityOf(l)) : [])), style);
}

/** A line's amber mark, cross or Σ; nothing where it has none. */
export function paintMark(ctx: PaintContext, line: SceneLine, style: PaintStyle): void {
  const kind = markKindOf(line);
  if (kind && line.mark) faded(ctx, line.selected ? 1 : opacityOf(line), () => paintMarks(ctx, statusMarks(kind, line.mark!), style));
}

function faded(ctx: PaintContext, opacity: number, paint: () => void): void {
  const before = ctx.globalAlpha;
  ctx.globalAlpha = before * opacity;
  paint();
  ctx.globalAlpha = before;
}

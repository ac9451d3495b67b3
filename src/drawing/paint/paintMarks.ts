import { atOnce, type Steps } from '../../model';
import { fallbackFamilies, fonts, type Font } from '../text';
import { drawable, type Mark, type PathMark, type TextMark } from '../picture';
import type { Rect } from '../scene';
import { colourOf } from '../visualLanguage';
import type { PaintContext } from './paintContext';
import type { PaintStyle } from './paintStyle';

const FALLBACKS = fallbackFamilies.map((family) => `"${family}"`).join(', ');

/** A font as CSS and canvas write it; `scale` is a part of its size. */
export function cssFont(font: Font, scale = 1): string {
  return `${font.weight} ${font.size * scale}px "${font.family}", ${FALLBACKS}, sans-serif`;
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/** Paints marks upon paper, so that `frame` fills a canvas of its size times `scale`, in pixels to a chart unit. */
export function paintPicture(ctx: PaintContext, marks: readonly Mark[], frame: Rect, style: PaintStyle, scale: number): void {
  atOnce(paintPictureStepwise(ctx, marks, frame, style, scale));
}

/** The same with a pause after each of the marks; nobody else may paint on the context meanwhile. */
export function* paintPictureStepwise(
  ctx: PaintContext, marks: readonly Mark[], frame: Rect, style: PaintStyle, scale: number,
): Steps<void> {
  ctx.save();
  ctx.scale(scale, scale);
  ctx.translate(-frame.x, -frame.y);
  ctx.fillStyle = colourOf(style.palette, 'paper');
  ctx.fillRect(frame.x, frame.y, frame.width, frame.height);
  for (const mark of marks) {
    paintMark(ctx, mark, style);
    yield;
  }
  ctx.restore();
}

/** Paints marks in their order, in the context's current units. The context is left as it was found, but for its styles. */
export function paintMarks(ctx: PaintContext, marks: readonly Mark[], style: PaintStyle): void {
  for (const mark of marks) paintMark(ctx, mark, style);
}

function paintMark(ctx: PaintContext, mark: Mark, style: PaintStyle): void {
  if (mark.kind === 'path') paintPath(ctx, mark, style);
  else if (mark.kind === 'text') paintText(ctx, mark, style);
  else if (mark.opacity === undefined) paintMarks(ctx, mark.marks, style);
  else {
    const before = ctx.globalAlpha;
    ctx.globalAlpha = before * mark.opacity;
    paintMarks(ctx, mark.marks, style);
    ctx.globalAlpha = before;
  }
}

function paintPath(ctx: PaintContext, mark: PathMark, style: PaintStyle): void {
  if (mark.styled !== undefined) return;
  const path = style.path(mark.d);
  if (mark.at) {
    ctx.save();
    ctx.translate(mark.at.x, mark.at.y);
    ctx.scale(mark.at.scale, mark.at.scale);
  }
  if (mark.fill) {
    ctx.fillStyle = colourOf(style.palette, mark.fill);
    ctx.fill(path);
  }
  if (mark.stroke) stroke(ctx, mark, path, colourOf(style.palette, mark.stroke));
  if (mark.at) ctx.restore();
}

function stroke(ctx: PaintContext, mark: PathMark, path: object, colour: string): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = mark.strokeWidth ?? 1;
  ctx.lineCap = mark.round ? 'round' : 'butt';
  ctx.lineJoin = mark.round ? 'round' : 'miter';
  ctx.setLineDash(mark.dash ? [...mark.dash] : []);
  ctx.stroke(path);
}

function paintText(ctx: PaintContext, mark: TextMark, style: PaintStyle): void {
  ctx.font = cssFont(fonts[mark.font], mark.scale);
  ctx.fillStyle = colourOf(style.palette, mark.colour);
  ctx.textAlign = ALIGN[mark.anchor ?? 'start'];
  ctx.textBaseline = 'alphabetic';
  ctx.direction = mark.direction ?? 'ltr';
  ctx.fillText(drawable(mark.text), mark.x, mark.y);
}

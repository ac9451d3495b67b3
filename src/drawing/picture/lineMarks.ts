import type { Position } from '../../model';
import { NOTE_GAP, NOTE_SCALE, notesWidth, POSSIBLY_RADIUS, POSSIBLY_WIDTH } from '../scene/footnoteText';
import type { SceneLabel, SceneLine } from '../scene';
import { fonts, measureText } from '../text';
import { arrowSize, HIGHLIGHT_LINE, statusLines, type Colour, type MarkKind } from '../visualLanguage';
import { circle, short, veiled, wordsOpacityOf } from './boxMarks';
import type { Mark, PathMark } from './mark';

/** Footnote numbers are raised by this part of the label's size. */
const NOTE_RAISE = 0.34;
const MARK_RADIUS = 6.5;

type Way = Pick<SceneLine, 'start' | 'end' | 'control'>;

/** A line as path data. */
export function wayPath({ start, end, control }: Way): string {
  const to = `${short(end.x)} ${short(end.y)}`;
  return `M${short(start.x)} ${short(start.y)}${control ? `Q${short(control.x)} ${short(control.y)} ${to}` : `L${to}`}`;
}

/** The direction in which a line arrives, as a unit vector. */
function arrival({ start, end, control }: Way): Position {
  const from = control ?? start;
  const [dx, dy] = [end.x - from.x, end.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return { x: dx / length, y: dy / length };
}

/** The line without the part that its arrow head covers, so that a wide line does not blunt the point. */
function shortened(line: SceneLine): Way {
  if (!line.arrow) return line;
  const { x, y } = arrival(line);
  const [dx, dy] = [line.end.x - line.start.x, line.end.y - line.start.y];
  const by = Math.min(arrowSize(line.width).length - 1, Math.sqrt(dx * dx + dy * dy) * 0.8);
  const end = { x: line.end.x - x * by, y: line.end.y - y * by };
  return line.control ? { start: line.start, end, control: line.control } : { start: line.start, end };
}

/** The highlighter's stroke under a line of a route. */
export function lineHighlightMark(line: SceneLine): PathMark {
  return { kind: 'path', d: wayPath(line), stroke: 'highlight', strokeWidth: HIGHLIGHT_LINE };
}

/** A line's stroke by family, status and share, and its arrow head. */
export function lineMarks(line: SceneLine): Mark[] {
  const { dash, cap } = statusLines[line.status];
  const d = wayPath(shortened(line));
  const stroke = {
    kind: 'path', d, stroke: line.family, strokeWidth: line.selected ? line.width + 1 : line.width, ...(dash.length > 0 ? { dash } : {}),
    ...(cap === 'round' ? { round: true } : {}),
  } as const;
  const isDouble = line.computed === true || line.bundled !== undefined;
  const strokes: Mark[] = isDouble ? [{ ...stroke, strokeWidth: 4 }, { ...stroke, stroke: 'paper', strokeWidth: 2 }] : [stroke];
  const cased = line.change === 'added' ? [...casingMarks(d, line.width), ...strokes] : strokes;
  return line.arrow ? [...cased, arrowMark(line)] : cased;
}

/** Two thin lines on both sides of one that came. */
function casingMarks(d: string, width: number): Mark[] {
  return [
    { kind: 'path', d, stroke: 'ink', strokeWidth: width + 6 }, { kind: 'path', d, stroke: 'paper', strokeWidth: width + 4 },
  ];
}

function arrowMark(line: SceneLine): Mark {
  const { x, y } = arrival(line);
  const { length, width } = arrowSize(line.width);
  const base = { x: line.end.x - x * length, y: line.end.y - y * length };
  const corner = (side: number) => `${short(base.x - y * side * width * 0.5)} ${short(base.y + x * side * width * 0.5)}`;
  return { kind: 'path', d: `M${short(line.end.x)} ${short(line.end.y)}L${corner(1)}L${corner(-1)}Z`, fill: line.family };
}

/** The width of a label's text, footnote numbers and "?", without its plate's margin, in chart units. */
function labelTextWidth({ text, notes, possibly }: Pick<SceneLabel, 'text' | 'notes' | 'possibly'>): number {
  const words = text === '' ? Math.max(0, notesWidth(notes) - NOTE_GAP) : measureText(text, 'label') + notesWidth(notes);
  return words + (possibly ? POSSIBLY_WIDTH : 0);
}

/** A label on a plate of paper that interrupts the line. `fade` is the opacity of the text; the plate stays whole. */
function labelMarks(label: SceneLabel, colour: Colour, fade = 1): Mark[] {
  const baseline = label.y + fonts.label.size * 0.35;
  const width = labelTextWidth(label);
  const left = label.x - width / 2;
  const texts: Mark[] = label.text === '' ? [] : [{ kind: 'text', text: label.text, x: left, y: baseline, font: 'label', colour }];
  if (label.notes !== undefined) {
    const x = left + (label.text === '' ? 0 : measureText(label.text, 'label') + NOTE_GAP);
    texts.push({
      kind: 'text', text: label.notes, x, y: baseline - fonts.label.size * NOTE_RAISE, font: 'label', colour: 'ink', scale: NOTE_SCALE,
    });
  }
  if (label.possibly) texts.push(...possiblyMarks(left + width - POSSIBLY_RADIUS, label.y, colour));
  return [plate(label), veiled(texts, fade)];
}

/** The hollow "?" of what held only possibly; its centre is given. */
export function possiblyMarks(x: number, y: number, colour: Colour): Mark[] {
  return [
    { kind: 'path', d: circle(x, y, POSSIBLY_RADIUS), fill: 'paper', stroke: colour, strokeWidth: 1 },
    { kind: 'text', text: '?', x, y: y + 3.1, font: 'nameCompact', colour, anchor: 'middle', scale: 0.76 },
  ];
}

function plate({ x, y, width, height }: SceneLabel): Mark {
  const [l, t, r, b] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  return { kind: 'path', d: `M${short(l)} ${short(t)}H${short(r)}V${short(b)}H${short(l)}Z`, fill: 'paper' };
}

/** The amber disc of a disputed line, the cross of a denied one, Σ for what is computed; `at` is its centre. */
export function statusMarks(kind: MarkKind, at: Position): Mark[] {
  if (kind === 'denied') return crossMarks(at);
  const [text, disc, ink]: [string, Colour, Colour] = kind === 'disputed' ? ['!', 'amber', 'onAmber'] : ['Σ', 'paper', 'ink'];
  return [
    { kind: 'path', d: circle(at.x, at.y, MARK_RADIUS), fill: disc, ...(kind === 'computed' ? { stroke: ink, strokeWidth: 1 } : {}) },
    { kind: 'text', text, x: at.x, y: at.y + 3.8, font: 'nameCompact', colour: ink, anchor: 'middle', scale: 0.88 },
  ];
}

function crossMarks({ x, y }: Position): Mark[] {
  const r = 3.6;
  const d = `M${short(x - r)} ${short(y - r)}L${short(x + r)} ${short(y + r)}M${short(x + r)} ${short(y - r)}L${short(x - r)} `
    + `${short(y + r)}`;
  return [
    { kind: 'path', d: circle(x, y, MARK_RADIUS), fill: 'paper' }, { kind: 'path', d, stroke: 'denied', strokeWidth: 2.2, round: true },
  ];
}

/** The mark that a line's status or origin asks for. */
function markKindOf(line: SceneLine): MarkKind | undefined {
  return line.computed ? 'computed' : statusLines[line.status].mark;
}

/** A line's label and mark, dimmed with the line; those of a line that has ended are as strong as any. */
export function lineSignMarks(line: SceneLine): Mark[] {
  const fade = line.selected ? 1 : wordsOpacityOf(line);
  const kind = markKindOf(line);
  const signs = kind && line.mark ? statusMarks(kind, line.mark) : [];
  const label = line.label ? labelMarks(line.label, line.family, fade) : [];
  return signs.length === 0 ? label : [...label, veiled(signs, fade)];
}

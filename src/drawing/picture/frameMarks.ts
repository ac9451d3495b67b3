import type { Rect, Scene } from '../scene';
import { fonts, wrapText, type FontRole } from '../text';
import { legendOf, type Colour } from '../visualLanguage';
import { short } from './boxMarks';
import { layer, layeredMarks } from './layeredMarks';
import { legendMarks } from './legendMarks';
import type { Mark } from './mark';
import { sceneMarks, type SceneTitles } from './sceneMarks';

/** What stands around a published picture. */
export interface FrameInput {
  title: string;
  /** Small lines under the title: the route's sentence, what is shown, what is hidden. */
  lines: readonly string[];
  /** Numbered sources, in order. */
  notes: readonly { number: number; text: string }[];
}

const PAD = 28;
/** No framed picture is narrower, so that titles and sources have room. */
const NARROWEST = 720;
const COLUMN = 330;
const COLUMN_GAP = 28;
const NUMBER_WIDTH = 22;

interface FrameOptions {
  readonly titles?: SceneTitles | undefined;
  /** In layers, for drawing programs. */
  readonly layers?: boolean;
  /** Width over height of the whole; as high as it needs to be if left out. */
  readonly aspect?: number | undefined;
}

/** Marks and the rectangle around them. */
export interface FramedMarks {
  readonly marks: Mark[];
  readonly bounds: Rect;
}

/**
 * A scene in its frame: title and lines above, legend and sources below; and the rectangle around it all. Nothing is scaled:
 * a picture of a given shape gets room around the scene.
 */
export function frameMarks(scene: Scene, input: FrameInput, { titles, aspect, layers = false }: FrameOptions = {}): FramedMarks {
  const narrowest = Math.max(NARROWEST, scene.bounds.width);
  const { width, height } = sizeOfShape((w) => heightOf(scene, input, w), narrowest, aspect);
  const spare = height - heightOf(scene, input, width);
  const x = Math.floor(scene.bounds.x - (width - scene.bounds.width) / 2);
  const left = x + PAD;
  const inner = width - 2 * PAD;
  const top = scene.bounds.y - spare / 2 - linesHeight(headLines(input, inner)) - PAD;
  const head = setLines(headLines(input, inner), left, top + PAD);
  const legendTop = scene.bounds.y + scene.bounds.height + spare / 2 + ABOVE_LEGEND;
  const legend = legendMarks(legendOf(scene), left, legendTop, inner);
  const notesTop = legendTop + legend.height + ABOVE_NOTES;
  const notes = noteMarks(input.notes, left, notesTop, inner);
  const rules: Mark[] = [rule(left, legendTop - 6, inner), ...(input.notes.length > 0 ? [rule(left, notesTop - 6, inner)] : [])];
  const around = [...rules, ...legend.marks, ...notes.marks];
  const marks = layers
    ? [...layeredMarks(scene, titles), layer('Text', [...head, ...around])]
    : [...head, ...sceneMarks(scene, titles ? { titles } : {}), ...around];
  const y = Math.floor(top);
  return { marks, bounds: { x, y, width, height: aspect === undefined ? Math.ceil(notesTop + notes.height + PAD) - y : height } };
}

const ABOVE_LEGEND = 10;
const ABOVE_NOTES = 14;

/** How high the frame is at a width without any room to spare. */
function heightOf(scene: Scene, input: FrameInput, width: number): number {
  const inner = width - 2 * PAD;
  const head = linesHeight(headLines(input, inner));
  const legend = legendMarks(legendOf(scene), 0, 0, inner);
  const notes = noteMarks(input.notes, 0, 0, inner);
  return 2 * PAD + head + scene.bounds.height + ABOVE_LEGEND + legend.height + ABOVE_NOTES + notes.height;
}

/** How often the width of a picture of a given shape is halved towards the narrowest that will do. */
const HALVINGS = 5;

/** The narrowest size of a shape that holds what is so high at a width; of no shape, the narrowest. What gets wider never gets higher. */
function sizeOfShape(heightAt: (width: number) => number, narrowest: number, aspect?: number): Pick<Rect, 'width' | 'height'> {
  if (aspect === undefined) return { width: narrowest, height: heightAt(narrowest) };
  const fits = (width: number) => heightAt(width) <= width / aspect;
  let [below, width] = [narrowest, narrowest];
  if (!fits(width)) {
    width = Math.ceil(heightAt(narrowest) * aspect);
    for (let i = 0; i < HALVINGS; i++) {
      const middle = Math.ceil((below + width) / 2);
      if (fits(middle)) width = middle;
      else below = middle;
    }
  }
  return { width, height: width / aspect };
}

/** The sources alone, in a frame of their own: a page beside a picture whose lines are numbered by them. */
export function referenceMarks({ title, notes }: Pick<FrameInput, 'title' | 'notes'>, width: number, aspect?: number): FramedMarks {
  const input = { title, lines: [notes.length === 0 ? 'No sources are cited.' : 'Sources, by the numbers on the lines'] };
  const blockHeight = (w: number) => {
    const inner = w - 2 * PAD;
    return 2 * PAD + linesHeight(headLines(input, inner)) + ABOVE_NOTES + noteMarks(notes, 0, 0, inner).height;
  };
  const size = sizeOfShape(blockHeight, Math.max(NARROWEST, width), aspect);
  const inner = size.width - 2 * PAD;
  const head = headLines(input, inner);
  const notesTop = PAD + linesHeight(head) + ABOVE_NOTES;
  const marks = [...setLines(head, PAD, PAD), rule(PAD, notesTop - 6, inner), ...noteMarks(notes, PAD, notesTop, inner).marks];
  return { marks, bounds: { x: 0, y: 0, width: size.width, height: aspect === undefined ? Math.ceil(size.height) : size.height } };
}

interface SetLine {
  text: string;
  font: FontRole;
  colour: Colour;
}

function headLines({ title, lines }: Pick<FrameInput, 'title' | 'lines'>, width: number): SetLine[] {
  return [
    ...wrapText(title, 'title', width, 3).map((text) => ({ text, font: 'title', colour: 'ink' }) as const),
    ...lines.flatMap((line) => wrapText(line, 'legend', width, 4)).map((text) => ({ text, font: 'legend', colour: 'quiet' }) as const),
  ];
}

function linesHeight(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { font }) => sum + fonts[font].lineHeight, 0);
}

function setLines(lines: readonly SetLine[], x: number, top: number): Mark[] {
  let y = top;
  return lines.map(({ text, font, colour }) => {
    const baseline = y + fonts[font].lineHeight / 2 + fonts[font].size * 0.35;
    y += fonts[font].lineHeight;
    return { kind: 'text', text, x, y: baseline, font, colour };
  });
}

function rule(x: number, y: number, width: number): Mark {
  return { kind: 'path', d: `M${short(x)} ${short(y)}H${short(x + width)}`, stroke: 'line', strokeWidth: 1 };
}

/** Between one note and the next. */
const NOTE_GAP = 4;

/** Notes in columns of about equal height, read down and then across. */
function noteMarks(notes: FrameInput['notes'], left: number, top: number, width: number): { marks: Mark[]; height: number } {
  const columns = Math.max(1, Math.floor((width + COLUMN_GAP) / (COLUMN + COLUMN_GAP)));
  const columnWidth = (width - (columns - 1) * COLUMN_GAP) / columns;
  const set = notes.map(({ number, text }) => ({ number, lines: wrapText(text, 'legend', columnWidth - NUMBER_WIDTH, 6) }));
  const lineHeight = fonts.legend.lineHeight;
  const heightOf = (lines: readonly string[]) => lines.length * lineHeight + NOTE_GAP;
  const total = set.reduce((sum, n) => sum + heightOf(n.lines), 0);
  const marks: Mark[] = [];
  let [column, y, tallest, told] = [0, 0, 0, 0];
  for (const { number, lines } of set) {
    const height = heightOf(lines);
    if (y > 0 && column < columns - 1 && told + height / 2 > ((column + 1) * total) / columns) [column, y] = [column + 1, 0];
    const x = left + column * (columnWidth + COLUMN_GAP);
    const baseline = top + y + lineHeight / 2 + fonts.legend.size * 0.35;
    marks.push({ kind: 'text', text: String(number), x: x + NUMBER_WIDTH - 7, y: baseline, font: 'legend', colour: 'ink', anchor: 'end' });
    lines.forEach((text, i) =>
      marks.push({ kind: 'text', text, x: x + NUMBER_WIDTH, y: baseline + i * lineHeight, font: 'legend', colour: 'quiet' }),
    );
    y += height;
    told += height;
    tallest = Math.max(tallest, y);
  }
  return { marks, height: tallest };
}

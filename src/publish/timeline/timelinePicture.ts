import {
  fonts, group, legendRows, short, timelineDrawing, timelineLegend, wholeWindow, wrapText,
  type FontRole, type FramedMarks, type Mark, type TimelineDrawing, type TimeWindow,
} from '../../drawing';
import { undatedText } from '../../wording';
import type { TimelineInput } from './timelineInput';

const PAD = 28;
/** Room for the years above and below the lanes. */
const AXIS = 26;
const WIDTH = 1200;
/** The year 1970, where nothing has a date. */
const NOTHING: TimeWindow = { from: 0, to: 364 };

/** A timeline in its frame: title and lines above, years, lanes and years again, then the legend and what is not drawn. */
export function timelinePicture(input: TimelineInput): FramedMarks {
  const { width = WIDTH, title, lines = [] } = input;
  const inner = width - 2 * PAD;
  const drawing = drawnTimeline(input, inner);
  const head = [...setText([title], 'title', inner), ...setText(lines, 'legend', inner)];
  const headHeight = heightOf(head);
  const legend = legendRows(timelineLegend(input), 0, drawing.height + AXIS + 8, inner);
  const foot = setText([undatedText(input.answer), NOT_A_FACT].filter((text) => text !== ''), 'legend', inner);
  const footTop = drawing.height + AXIS + 14 + legend.height;
  const marks = [
    ...placed(head, -AXIS - 8 - headHeight), ...axisMarks(drawing, -10), ...gridMarks(drawing),
    ...drawing.lanes.map((lane) => group(lane.marks(), { of: lane.of, title: lane.sentence })), ...axisMarks(drawing, drawing.height + 16),
    ...legend.marks, ...placed(foot, footTop),
  ];
  const top = -AXIS - 8 - headHeight - PAD;
  return { marks, bounds: { x: -PAD, y: top, width, height: Math.ceil(footTop + heightOf(foot) + PAD - top) } };
}

const NOT_A_FACT = 'A claim is what a source says, not a fact.';

/** The lanes of a timeline over the days that are looked at. */
export function drawnTimeline(input: TimelineInput, width: number): TimelineDrawing {
  return timelineDrawing(input, { width, window: input.window ?? wholeWindow(input.answer) ?? NOTHING, period: input.period });
}

/** An upright where each year or month begins. */
export function gridMarks({ ticks, x, height }: TimelineDrawing): Mark[] {
  return ticks.map(({ day }) => ({ kind: 'path', d: `M${short(x(day))} -6V${short(height + 6)}`, stroke: 'line', strokeWidth: 1 }));
}

export function axisMarks({ ticks, x }: TimelineDrawing, baseline: number): Mark[] {
  return ticks.map(({ day, label }) => ({ kind: 'text', text: label, x: x(day) + 2, y: baseline, font: 'legend', colour: 'quiet' }));
}

interface Line {
  readonly text: string;
  readonly font: FontRole;
}

function setText(texts: readonly string[], font: FontRole, width: number): Line[] {
  return texts.flatMap((text) => wrapText(text, font, width, 4)).map((text) => ({ text, font }));
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { font }) => sum + fonts[font].lineHeight, 0);
}

function placed(lines: readonly Line[], top: number): Mark[] {
  let y = top;
  return lines.map(({ text, font }) => {
    y += fonts[font].lineHeight;
    return { kind: 'text', text, x: 0, y: y - fonts[font].lineHeight * 0.28, font, colour: font === 'title' ? 'ink' : 'quiet' };
  });
}

import {
  heldIn, relationshipType, type DatasetPart, type Period, type Selection, type TimelineAnswer, type TimelineBar, type TimelineRow,
} from '../../model';
import { timelineWords, type TimelineLabel } from '../../wording';
import { iconMark, short } from '../picture/boxMarks';
import { drawable } from '../picture/drawable';
import { group, type Mark } from '../picture/mark';
import { clipText, fonts, type FontRole } from '../text';
import { DIMMED_OPACITY, iconOf, type Colour } from '../visualLanguage';
import { spanMarks } from './spanMarks';
import { ticksOf, type Tick, type TimeWindow } from './timeScale';

/** The records that a timeline names, beside its answer. */
export interface TimelineView {
  readonly answer: TimelineAnswer;
  readonly part: DatasetPart;
}

/** How a timeline is looked at. */
interface TimelineLook {
  /** In units. */
  readonly width: number;
  readonly window: TimeWindow;
  /** What certainly did not hold then is drawn pale. */
  readonly period?: Period | undefined;
}

/** A line of a timeline: an entity, or one of its ties. */
export interface TimelineLane {
  readonly of: Selection;
  readonly head: boolean;
  readonly y: number;
  readonly height: number;
  /** All of it as a sentence. */
  readonly sentence: string;
  marks(): Mark[];
}

export interface TimelineDrawing {
  readonly width: number;
  readonly height: number;
  /** The room of the bars, and where a day begins in it. */
  readonly left: number;
  readonly right: number;
  x(day: number): number;
  readonly ticks: readonly Tick[];
  readonly lanes: readonly TimelineLane[];
}

/** From this width on, words stand beside the bars, and from the second one on dates have a column of their own. */
const BESIDE = 560;
const WITH_DATES = 820;
const EDGE = 10;
/** Room for the arrow of what goes on. */
const BEYOND = 14;
const DATES = 156;
/** Between the words and the bars: room for the sign of a bar that begins at the edge. */
const GAP = 18;
const HEAD = 26;
const LANE = 20;
const STACKED = 17;

interface Columns {
  readonly beside: boolean;
  readonly words: number;
  readonly dates: number;
  readonly left: number;
}

function columnsOf(width: number): Columns {
  if (width < BESIDE) return { beside: false, words: width - 2 * EDGE, dates: 0, left: GAP };
  const dates = width >= WITH_DATES ? DATES : 0;
  const words = Math.round(Math.min(380, Math.max(230, width * 0.28)));
  return { beside: true, words, dates, left: EDGE + words + dates + GAP };
}

/**
 * A timeline as lanes from top to bottom: an entity with its life, then its ties. Lanes make their marks when they are asked for them, so
 * that a screen draws only those in sight. Cost O(lanes).
 */
export function timelineDrawing({ answer, part }: TimelineView, { width, window, period }: TimelineLook): TimelineDrawing {
  const words = timelineWords(part);
  const typeOf = new Map(part.entities.map((e) => [e.id, e.type]));
  const tieType = new Map(part.relationships.map((r) => [r.id, r.type]));
  const columns = columnsOf(width);
  const right = width - EDGE - BEYOND;
  const perDay = (right - columns.left) / (window.to - window.from + 1);
  const room = { left: columns.left, right, x: (day: number) => columns.left + (day - window.from) * perDay };
  const lanes: TimelineLane[] = [];
  let y = 0;
  const add = (height: number, lane: Omit<TimelineLane, 'y' | 'height' | 'marks'>, marks: (top: number) => Mark[]) => {
    const top = y;
    lanes.push({ ...lane, y: top, height, marks: () => marks(top) });
    y += height;
  };
  const pale = (held: TimelineRow['life'], marks: Mark[]) =>
    period && held && heldIn(held, period) === 'no' ? [group(marks, { opacity: DIMMED_OPACITY })] : marks;
  for (const row of answer.rows) {
    const type = typeOf.get(row.entity);
    const label = words.row(row);
    const { life } = row;
    const stacked = columns.beside || !life ? 0 : STACKED;
    add(HEAD + stacked, { of: { kind: 'entity', id: row.entity }, head: true, sentence: label.sentence }, (top) => [
      { kind: 'path', d: `M0 ${short(top + 0.5)}H${short(width)}`, stroke: 'line', strokeWidth: 1 },
      ...(type ? [iconMark(iconOf(type), EDGE + 6, top + HEAD / 2, 12, 'ink')] : []),
      ...labelMarks(label, 'nameCompact', 'ink', top + HEAD / 2, EDGE + 18, columns),
      ...(life ? pale(life, spanMarks(life, {
        status: 'reported', colour: 'ink', y: top + HEAD / 2 + stacked, ...room, ...(type === 'event' ? { event: true } : {}),
      })) : []),
    ]);
    for (const bar of row.bars) {
      const said = words.bar(row, bar);
      const colour = colourOfTie(tieType.get(bar.relationship));
      add(LANE + (columns.beside ? 0 : STACKED), { of: ofBar(bar), head: false, sentence: said.sentence }, (top) => [
        ...labelMarks(said, 'label', 'ink', top + LANE / 2, EDGE + 18, columns),
        ...pale(bar, spanMarks(bar, { status: bar.status, colour, y: top + LANE / 2 + (columns.beside ? 0 : STACKED), ...room })),
      ]);
    }
  }
  return { width, height: y, ...room, ticks: ticksOf(window, right - columns.left), lanes };
}

function ofBar({ relationship }: TimelineBar): Selection {
  return { kind: 'relationship', id: relationship };
}

function colourOfTie(type: DatasetPart['relationships'][number]['type'] | undefined): Colour {
  return type === undefined ? 'other' : relationshipType(type).family;
}

/** Words, and dates beside them: in a column of their own, at the end of the words' one, or nowhere where bars stand below. */
function labelMarks({ label, dates }: TimelineLabel, font: FontRole, colour: Colour, y: number, x: number, columns: Columns): Mark[] {
  const baseline = y + fonts[font].size * 0.35;
  const words = columns.words - x + EDGE - (columns.dates > 0 ? 0 : 4);
  const marks: Mark[] = [{ kind: 'text', text: clipText(drawable(label), font, words), x, y: baseline, font, colour }];
  if (columns.dates > 0 && dates !== '')
    marks.push({
      kind: 'text', text: clipText(dates, 'label', columns.dates - 8), x: EDGE + columns.words + 6, y: baseline, font: 'label',
      colour: 'quiet',
    });
  return marks;
}

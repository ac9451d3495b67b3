import { each, hasEnded, relationshipType, statusReader, type Period, type Position, type Relationship, type Steps } from '../../model';
import {
  labelTexts, MARK_SIZE, MOST_LOOKED, pointAt,
  type Curve, type LabelRequest, type LinePlacement, type RoutedLine,
} from '../geometry';
import type { LineLooks, Rect, SceneBox, SceneLabel, SceneLine } from '../scene';
import { changeSigns, lineWidth, statusLines } from '../visualLanguage';
import { fonts, measureText } from '../text';
import type { SceneInput, SceneLooksInput } from './buildScene';
import { notesText, notesWidth, POSSIBLY_WIDTH } from './footnoteText';
import { UNSTRESSED } from './withEmphasis';

/** A relationship with its way and what the scene computes of it before its label is placed. */
export interface DrawnLine {
  readonly relationship: Relationship;
  readonly way: RoutedLine;
  readonly looks: LineLooks;
  /** It has an amber mark, a cross or a Σ. */
  readonly marked: boolean;
  readonly notes?: string;
  readonly footnotes?: readonly number[];
  /** The time that is looked at. */
  readonly at: Period | undefined;
}

/** How the relationships of an input are drawn along their ways. */
export function drawnReader(input: SceneInput): (relationship: Relationship, way: RoutedLine) => DrawnLine {
  const looksOf = lineLooks(input);
  return (relationship, way) => {
    const looks = looksOf(relationship);
    const marked = statusLines[looks.status].mark !== undefined || looks.computed === true;
    return { relationship, way, looks, marked, at: input.filter?.period, ...footnotes(relationship.id, input) };
  };
}

/** How the relationships of an input look. */
export function lineLooks(
  { part, filter = {}, derived, bundles, possibly, changes }: SceneLooksInput,
): (relationship: Relationship) => LineLooks {
  const statusFor = statusReader(part.sources, filter);
  const changeOf = (r: Relationship) => changes?.relationships.get(r.id);
  return (r) => ({
    family: relationshipType(r.type).family,
    status: statusFor(r),
    width: lineWidth(r.share),
    ended: hasEnded(r, filter.period),
    ...(possibly?.has(r.id) ? { possibly: true } : {}),
    ...(bundles?.has(r.id) ? { bundled: bundles.get(r.id)!.relationships.length } : derived?.has(r.id) ? { computed: true } : {}),
    ...(changeOf(r) ? { change: changeOf(r)! } : {}),
  });
}

/** What a line wants to have placed. */
export function labelRequest(d: DrawnLine): LabelRequest {
  return { line: d.way, texts: textsFor(d), mark: d.marked, extra: signsWidth(d) };
}

function footnotes(id: string, { footnotesOf }: SceneInput): Pick<DrawnLine, 'notes' | 'footnotes'> {
  const numbers = footnotesOf?.(id) ?? [];
  return numbers.length === 0 ? {} : { footnotes: numbers, notes: notesText(numbers) };
}

/** What may stand on a line, fullest first. Numbers and the "?" may stand there alone where its words find no room. */
export function textsFor({ relationship, notes, looks: { possibly, change }, at }: DrawnLine): string[] {
  if (change) {
    const { sign, word } = changeSigns[change];
    return [...labelTexts(relationship, at).map((text) => `${sign} ${word}: ${text}`), `${sign} ${word}`, sign];
  }
  return notes === undefined && !possibly ? labelTexts(relationship, at) : [...labelTexts(relationship, at), ''];
}

/** A line with what was placed on it. */
export function sceneLine(
  { relationship: r, way, looks, notes, footnotes: numbers }: DrawnLine, placement: LinePlacement, { derived, bundles }: SceneInput,
): SceneLine {
  const { label } = placement;
  return {
    relationship: r.id,
    from: r.from,
    to: r.to,
    ...looks,
    start: way.start,
    end: way.end,
    ...(way.control ? { control: way.control } : {}),
    arrow: bundles?.get(r.id)?.arrow ?? relationshipType(r.type).directed,
    ...UNSTRESSED,
    ...(label ? { label: signed(label, notes, looks.possibly) } : {}),
    ...(placement.mark ? { mark: placement.mark } : {}),
    ...(numbers ? { footnotes: numbers } : {}),
    ...derived?.get(r.id),
  };
}

function signed(label: SceneLabel, notes: string | undefined, possibly = false): SceneLabel {
  return { ...label, ...(notes === undefined ? {} : { notes }), ...(possibly ? { possibly } : {}) };
}

/** Signs alone on a line without a label, for where they cover the least of `taken`; nothing where it needs none. */
export function signsAlone(d: DrawnLine, taken: readonly Rect[]): SceneLabel | undefined {
  const { looks: { possibly, change } } = d;
  if (change) {
    const text = changeSigns[change].sign;
    return signed({ ...lastResort(d.way, measureText(text, 'label') + 4 + signsWidth(d), taken), text }, d.notes, possibly);
  }
  return d.notes === undefined && !possibly ? undefined : signed(lastResort(d.way, signsWidth(d), taken), d.notes, possibly);
}

function signsWidth({ notes, looks: { possibly } }: DrawnLine): number {
  return notesWidth(notes) + (possibly ? POSSIBLY_WIDTH : 0);
}

/** The square that a mark takes. */
export function markArea({ x, y }: Position): Rect {
  return { x, y, width: MARK_SIZE, height: MARK_SIZE };
}

/**
 * A published line is never without its numbers, and no line without the "?" that it needs.
 * Where this would cost too much they stand half-way, whatever is there.
 */
export function* withAllSigns(lines: readonly SceneLine[], drawn: readonly DrawnLine[], boxes: readonly SceneBox[]): Steps<SceneLine[]> {
  const taken: Rect[] = [...boxes, ...lines.flatMap((l) => [...(l.label ? [l.label] : []), ...(l.mark ? [markArea(l.mark)] : [])])];
  let looked = 0;
  return yield* each(lines, (line, i) => {
    const label = line.label ? undefined : signsAlone(drawn[i]!, looked > MOST_LOOKED ? [] : taken);
    if (!label) return line;
    looked += 10 * taken.length;
    taken.push(label);
    return { ...line, label };
  });
}

/** Where along its line a label is tried, in this order. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/**
 * Signs alone (footnote numbers, the "?"), of a width in chart units, for a line that found no room for a label: where they cover the least
 * of what stands already. x and y of `taken` are centres. Cost: O(taken).
 */
function lastResort(way: Curve, width: number, taken: readonly Rect[]): SceneLabel {
  const size = { width: Math.ceil(width) + 2, height: fonts.label.lineHeight - 2 };
  const places = ALONG.map((t) => {
    const { x, y } = pointAt(way, t);
    const place = { x: Math.round(x), y: Math.round(y), ...size };
    return { place, covered: taken.reduce((sum, other) => sum + shared(place, other), 0) };
  });
  const best = places.reduce((a, b) => (b.covered < a.covered ? b : a));
  return { text: '', ...best.place };
}

/** The area that two rectangles share; x and y are their centres. */
function shared(a: Rect, b: Rect): number {
  const across = (a.width + b.width) / 2 - Math.abs(a.x - b.x);
  const down = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
  return Math.max(0, Math.min(across, a.width, b.width)) * Math.max(0, Math.min(down, a.height, b.height));
}

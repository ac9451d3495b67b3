import { intervalBounds, type Status, type TimelineSpan } from '../../model';
import { circle, short } from '../picture/boxMarks';
import { possiblyMarks, statusMarks } from '../picture/lineMarks';
import type { Mark } from '../picture/mark';
import { statusLines, type Colour } from '../visualLanguage';

/** How thick a bar is while something certainly held, and while it only may have. */
const SURE = 5;
const DOUBT = 1.5;
/** Half the distance of the two bars of what is contradicted. */
const APART = 3.5;
const POINT = 4.5;
/** How far before a bar the middle of its sign stands. */
const SIGN = 9;
const ARROW = 7;

interface SpanLook {
  readonly status: Status;
  readonly colour: Colour;
  /** Its middle. */
  readonly y: number;
  /** Where a day begins. */
  readonly x: (day: number) => number;
  /** The room that it has. */
  readonly left: number;
  readonly right: number;
  /** A thing that happened, drawn as a diamond. */
  readonly event?: boolean;
}

/**
 * How long something held: thick where it did whichever way its partial dates are read, thin where it may have; an arrow where it goes on,
 * "?" where nobody knows when it began or ended; a point for a moment, with the thin line of its doubt. Sources that contradict each other
 * double the bar: above what is affirmed, dotted below that it is denied or questioned. Line style tells the status.
 */
export function spanMarks(span: TimelineSpan, look: SpanLook): Mark[] {
  const { start, end } = intervalBounds(span);
  const [x0, x1] = [edge(start.earliest, look), edge(end.latest + 1, look)];
  if (x1 < look.left || x0 > look.right) return [];
  if (span.moment || look.event) return pointMarks(span, look, x0, Math.max(x1, x0));
  const [s0, s1] = [edge(start.latest, look), edge(end.earliest + 1, look)];
  const doubled = span.contradictions.includes('claims');
  const rails: readonly Rail[] = doubled
    ? [{ y: look.y - APART, status: look.status, sure: 3.5 }, { y: look.y + APART, status: 'denied', sure: 2.6 }]
    : [{ y: look.y, status: look.status, sure: look.status === 'denied' ? 3.4 : SURE }];
  const known = Number.isFinite(start.earliest);
  return [
    ...rails.flatMap((rail) => railMarks(rail, { x0, x1, s0, s1 }, look)),
    ...(known && start.earliest < start.latest ? [stop(x0, look)] : []),
    ...(Number.isFinite(end.latest) && end.earliest < end.latest ? [stop(x1, look)] : []),
    ...(known ? [] : possiblyMarks(look.left + 5, look.y, look.colour)),
    ...(span.end === undefined ? [arrow(look)] : []),
    ...(span.end === '..' ? possiblyMarks(look.right - 5, look.y, look.colour) : []),
    ...signs(span, look, x0),
  ];
}

interface Rail {
  readonly y: number;
  readonly status: Status;
  readonly sure: number;
}

/** Where a day is drawn: open ends, and what lies outside, at the edges of the room and a little beyond. */
function edge(day: number, { x, left, right }: SpanLook): number {
  if (day === -Infinity) return left;
  return day === Infinity ? right : Math.min(right + 1, Math.max(left - 1, x(day)));
}

function railMarks({ y, status, sure }: Rail, { x0, x1, s0, s1 }: Record<'x0' | 'x1' | 's0' | 's1', number>, { colour }: SpanLook): Mark[] {
  const { dash, cap } = statusLines[status];
  const line = (from: number, to: number, strokeWidth: number): Mark[] =>
    to - from < 0.05 ? [] : [{
      kind: 'path', d: `M${short(from)} ${short(y)}H${short(to)}`, stroke: colour, strokeWidth, ...(dash.length > 0 ? { dash } : {}),
      ...(cap === 'round' ? { round: true } : {}),
    }];
  if (s0 >= s1) return line(x0, x1, DOUBT);
  return [...line(x0, s0, DOUBT), ...line(s0, s1, sure), ...line(s1, x1, DOUBT)];
}

/** The end of a doubt: a short upright. */
function stop(x: number, { y, colour, left, right }: SpanLook): Mark {
  const at = Math.min(right, Math.max(left, x));
  return { kind: 'path', d: `M${short(at)} ${short(y - 3.5)}V${short(y + 3.5)}`, stroke: colour, strokeWidth: 1 };
}

function arrow({ y, colour, right }: SpanLook): Mark {
  const d = `M${short(right + ARROW)} ${short(y)}L${short(right)} ${short(y - ARROW + 2)}V${short(y + ARROW - 2)}Z`;
  return { kind: 'path', d, fill: colour };
}

/** A moment stands in the middle of the days on which it may have been. */
function pointMarks(span: TimelineSpan, look: SpanLook, x0: number, x1: number): Mark[] {
  const { y, colour, status, event } = look;
  const x = (x0 + x1) / 2;
  const wide = x1 - x0 > 2 * POINT;
  const line = wide ? railMarks({ y, status, sure: DOUBT }, { x0, x1, s0: x1, s1: x0 }, look) : [];
  const doubt: Mark[] = wide ? [...line, stop(x0, look), stop(x1, look)] : [];
  const firm = status === 'confirmed' || status === 'reported';
  const d = event ? diamond(x, y, POINT + 1.5) : circle(x, y, POINT);
  const { dash } = statusLines[status];
  const point: Mark = firm
    ? { kind: 'path', d, fill: colour, stroke: colour, strokeWidth: 1 }
    : {
      kind: 'path', d, fill: 'paper', stroke: colour, strokeWidth: 1.5, ...(status !== 'denied' && dash.length > 0 ? { dash: [3, 2] } : {}),
    };
  return [...doubt, point, ...signs(span, look, wide ? x0 : x - POINT)];
}

function diamond(x: number, y: number, r: number): string {
  return `M${short(x)} ${short(y - r)}L${short(x + r)} ${short(y)}L${short(x)} ${short(y + r)}L${short(x - r)} ${short(y)}Z`;
}

/** The amber "!" of what is contradicted and the cross of what is denied, before the bar where there is room. */
function signs({ contradictions }: TimelineSpan, { y, status, left, right }: SpanLook, x: number): Mark[] {
  const kind = contradictions.length > 0 ? 'disputed' : statusLines[status].mark;
  return kind ? statusMarks(kind, { x: Math.min(right - 8, Math.max(left - SIGN, x - SIGN)), y }) : [];
}

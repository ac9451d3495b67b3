import { dayOf, isoOf, yearOf, type Day, type TimelineAnswer } from '../../model';

/** A stretch of days, both inclusive. */
export interface TimeWindow {
  readonly from: Day;
  readonly to: Day;
}

/** A mark on the axis: where a year or month begins. */
export interface Tick {
  readonly day: Day;
  readonly label: string;
}

/** The least room between two ticks, in units. */
const TICK_ROOM = 46;
/** How many months may lie between two ticks. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 60_000] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS_OF_MONTH = 30.4;
/** No window is shorter, in days. */
const SHORTEST = 28;

/** The whole calendar years of all dates of a timeline; undefined where it has none. */
export function wholeWindow({ first, last }: Pick<TimelineAnswer, 'first' | 'last'>): TimeWindow | undefined {
  if (first === undefined || last === undefined) return undefined;
  return { from: dayOf(Number(first.slice(0, 4)), 1, 1)!, to: dayOf(Number(last.slice(0, 4)) + 1, 1, 1)! - 1 };
}

/** The months that the marks of an axis are apart, in a window that is so wide. */
export function stepOf({ from, to }: TimeWindow, width: number): number {
  const perDay = width / (to - from + 1);
  return STEPS.find((months) => months * DAYS_OF_MONTH * perDay >= TICK_ROOM) ?? STEPS.at(-1)!;
}

/** Where years, quarters or months begin, so many that their words have room. */
export function ticksOf(window: TimeWindow, width: number): Tick[] {
  const step = stepOf(window, width);
  const ticks: Tick[] = [];
  for (let month = Math.floor((yearOf(window.from) * 12) / step) * step; ; month += step) {
    const [year, inYear] = [Math.floor(month / 12), month % 12];
    const day = dayOf(year, inYear + 1, 1);
    if (day === undefined || day > window.to) return ticks;
    if (day >= window.from) ticks.push({ day, label: inYear === 0 ? String(year) : MONTHS[inYear]! });
  }
}

/** A window made longer or shorter about a day, which stays where it is; it never leaves the whole. */
export function zoomed({ from, to }: TimeWindow, whole: TimeWindow, by: number, about: Day): TimeWindow {
  const length = Math.min(whole.to - whole.from, Math.max(SHORTEST, (to - from) / by));
  const share = to === from ? 0.5 : (about - from) / (to - from);
  return within({ from: about - share * length, to: about + (1 - share) * length }, whole);
}

/** A window moved so that it lies within the whole, of the same length where that is possible. */
export function within({ from, to }: TimeWindow, whole: TimeWindow): TimeWindow {
  const length = Math.min(to - from, whole.to - whole.from);
  const begin = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: Math.round(begin), to: Math.round(begin + length) };
}

/** The partial date that a day lies in: a year where the axis shows years, else a month. */
export function dateAt(day: Day, step: number): string {
  return isoOf(Math.round(day)).slice(0, step >= 12 ? 4 : 7);
}

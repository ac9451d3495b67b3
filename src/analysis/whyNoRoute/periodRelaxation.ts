import { boundsOf, dayOf, isoOf, yearOf, type Period, type RouteQuestion } from '../../model';
import { leastPassing, withFilter, type Candidate, type RelaxationRule, type Inquiry } from './relaxationRule';

/** Years, months or days as consecutive numbers: the precision in which a period was asked for is the one in which it is widened. */
interface Calendar {
  numberOf(day: number): number;
  textOf(n: number): string;
}

const YEARS: Calendar = { numberOf: yearOf, textOf: (n) => String(n).padStart(4, '0') };
const MONTHS: Calendar = {
  numberOf: (day) => yearOf(day) * 12 + Number(isoOf(day).slice(5, 7)) - 1,
  textOf: (n) => isoOf(dayOf(Math.floor(n / 12), (n % 12) + 1, 1)!).slice(0, 7),
};
const DAYS: Calendar = { numberOf: (day) => day, textOf: isoOf };

function calendarOf({ from, to }: Period): Calendar {
  const finest = Math.max(from.length, to.length);
  return finest === 4 ? YEARS : finest === 7 ? MONTHS : DAYS;
}

export const period: RelaxationRule = {
  kind: 'period',
  fully: (question) =>
    question.filter.period === undefined ? undefined : withFilter(question, { period: undefined, certainly: undefined }),
  *candidates(question, inquiry) {
    if (question.filter.certainly === true)
      yield { question: withFilter(question, { certainly: undefined }), sentence: 'count what may not have held then' };
    yield* nearestPeriods(question, inquiry);
    yield { question: withFilter(question, { period: undefined, certainly: undefined }), sentence: 'ask about any time' };
  },
};

/**
 * The nearest other date, or the period with as little added on one side as gives a route;
 * the nearer side first, the earlier of two as near.
 */
function* nearestPeriods(question: RouteQuestion, inquiry: Inquiry): Iterable<Candidate> {
  const asked = question.filter.period!;
  const widened = [false, true].map((after) => leastWidening(question, asked, inquiry, after)).filter((w) => w !== undefined);
  for (const { period: wider, end } of widened.sort((a, b) => a.added - b.added)) {
    if (asked.from === asked.to)
      yield { question: withFilter(question, { period: { from: end, to: end } }), sentence: `ask about ${end} instead of ${asked.from}` };
    yield { question: withFilter(question, { period: wider }), sentence: `ask about ${wider.from} to ${wider.to}` };
  }
}

interface Widened {
  period: Period;
  /** The end that was moved, and by how many years, months or days. */
  end: string;
  added: number;
}

/** The period with as little added before it (or, with `after`, after it) as gives a route. */
function leastWidening(question: RouteQuestion, asked: Period, { index, lengthOf }: Inquiry, after: boolean): Widened | undefined {
  const calendar = calendarOf(asked);
  const first = calendar.numberOf(boundsOf(asked.from)!.earliest);
  const last = calendar.numberOf(boundsOf(asked.to)!.latest);
  const span = index.parts.intervals.span();
  const most = span === undefined ? 0 : after ? calendar.numberOf(span.last) - last : first - calendar.numberOf(span.first);
  const widenedBy = (added: number): Period => ({
    from: calendar.textOf(after ? first : first - added), to: calendar.textOf(after ? last + added : last),
  });
  const passes = (added: number) => lengthOf(withFilter(question, { period: widenedBy(added) })) !== undefined;
  if (most < 1 || !passes(most)) return undefined;
  const added = leastPassing(1, most, passes);
  const widened = widenedBy(added);
  return { period: widened, end: after ? widened.to : widened.from, added };
}

import { recordsStake, type Relationship } from '../../model';
import { monthOf } from './dates';
import { groupedInSteps } from './grouping';
import { named, type CodedShape } from './lead';

/** Days between an end and a start that are told. */
const WITHIN = 31;
/** Days of the longest month: a date that is known to the month spans no more. */
const MONTH = 31;

/**
 * Stakes in one entity of which one ends when another begins. Those that begin are looked up by their date, so that only such are compared
 * as are near. Cost O(stakes log stakes + pairs that are near).
 */
export const handedOver: CodedShape = {
  id: 'handed-over',
  title: 'A stake that changed hands within days',
  rule: `A stake in an entity ended, and another holder’s began within ${WITHIN} days; both dates are known to the month.`,
  innocent: 'Groups reorganize, and every sale has a seller and a buyer at one time. Look at who stands behind both.',
  *find({ relationships }) {
    const inOne = yield* groupedInSteps(relationships, (r) => (recordsStake(r.type) && dated(r) ? r.to : undefined));
    for (const [held, stakes] of inOne) {
      const bought = stakes.flatMap((r) => {
        const start = monthOf(r.start);
        return start ? [{ r, start }] : [];
      }).sort((a, b) => a.start.earliest - b.start.earliest);
      for (const sold of stakes) {
        const end = monthOf(sold.end);
        if (!end) continue;
        for (let i = firstFrom(bought, end.earliest - WITHIN - MONTH); i < bought.length; i++) {
          const { r, start } = bought[i]!;
          if (start.earliest - end.latest > WITHIN) break;
          if (r.from === sold.from || end.earliest - start.latest > WITHIN) continue;
          yield {
            says: [
              named(sold.from), ' gave up a stake in ', named(held), ` (${sold.end}), and `, named(r.from), ` took one (${r.start}).`,
            ],
            relationships: [sold, r],
          };
        }
        yield;
      }
    }
  },
};

function dated({ start, end }: Relationship): boolean {
  return monthOf(start) !== undefined || monthOf(end) !== undefined;
}

/** The first that begins on a day or later, by halves. */
function firstFrom(stakes: readonly { readonly start: { readonly earliest: number } }[], day: number): number {
  let [low, high] = [0, stakes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stakes[middle]!.start.earliest < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

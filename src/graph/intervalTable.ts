import type { Interval, IntervalBounds, Undated } from '../model';
import { ABSENT, DateTable } from './dateTable';

/** More than there are distinct dates. */
const DATES = 2 ** 26;

/** The distinct intervals of an index by code: millions of relationships began and ended in a few thousand ways, and most have no end. */
export class IntervalTable {
  readonly #dates = new DateTable();
  /** Date codes of each interval. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #codes = new Map<number, number>();
  /** Those without an end, by the code of their start: most are. */
  readonly #open: (number | undefined)[] = [];

  get length(): number {
    return this.#starts.length;
  }

  /** Every interval in its own words, in the order of codes. */
  all(): Interval[] {
    return this.#starts.map((_, code) => this.intervalOf(code));
  }

  /** Throws a `TypeError` for a date that is none. */
  codeOf({ start, end }: Interval): number {
    const startCode = this.#dates.codeOf(start);
    const endCode = this.#dates.codeOf(end);
    const open = endCode === ABSENT ? this.#open[startCode] : undefined;
    return open ?? this.#codes.get(endCode * DATES + startCode) ?? this.#add(startCode, endCode);
  }

  /** The code of an interval that is in the table; undefined for another. */
  knownCode({ start, end }: Interval): number | undefined {
    const startCode = this.#dates.knownCode(start);
    const endCode = this.#dates.knownCode(end);
    if (startCode === undefined || endCode === undefined) return undefined;
    return (endCode === ABSENT ? this.#open[startCode] : undefined) ?? this.#codes.get(endCode * DATES + startCode);
  }

  /** An interval in its own words. */
  intervalOf(code: number): Interval {
    return { start: this.#dates.textOf(this.#starts[code]!), end: this.#dates.textOf(this.#ends[code]!) };
  }

  /** As `intervalBounds` of the model has them. */
  boundsOf(code: number, undated?: Undated): IntervalBounds {
    return this.#dates.boundsOf(this.#starts[code]!, this.#ends[code]!, undated);
  }

  /** The first and last day that any date names; undefined where there is none. */
  span(): { first: number; last: number } | undefined {
    return this.#dates.span();
  }

  #add(startCode: number, endCode: number): number {
    const code = this.#starts.push(startCode) - 1;
    this.#ends.push(endCode);
    this.#codes.set(endCode * DATES + startCode, code);
    if (endCode === ABSENT) this.#open[startCode] = code;
    return code;
  }
}

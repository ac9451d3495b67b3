import { boundsBetween, boundsOf, UNKNOWN_END, type DayRange, type IntervalBounds, type Undated } from '../model';

/** What stands for an absent date. */
export const ABSENT = 0;

/**
 * The distinct dates of an index by code: a dataset of millions of relationships has a few thousand. Bounds are days
 * since 1970-01-01, `-Infinity` and `Infinity` where open.
 */
export class DateTable {
  readonly #codes = new Map<string, number>();
  readonly #texts: (string | undefined)[] = [undefined];
  readonly #earliest: number[] = [NaN];
  readonly #latest: number[] = [NaN];

  /** The code of a partial date, of ".." or of an absent date. Throws a `TypeError` for other text. */
  codeOf(date: string | undefined): number {
    if (date === undefined) return ABSENT;
    return this.#codes.get(date) ?? this.#add(date);
  }

  /** The code of a date that is in the table; undefined for another. */
  knownCode(date: string | undefined): number | undefined {
    return date === undefined ? ABSENT : this.#codes.get(date);
  }

  /** The date that a code stands for; undefined for an absent one. */
  textOf(code: number): string | undefined {
    return this.#texts[code];
  }

  /** The bounds of an interval whose start and end have these codes. */
  boundsOf(startCode: number, endCode: number, undated?: Undated): IntervalBounds {
    return boundsBetween(this.#rangeOf(startCode), this.#rangeOf(endCode), undated);
  }

  /** The first and last day that any date of the table names; undefined where it has none. */
  span(): { first: number; last: number } | undefined {
    const finite = [...this.#earliest, ...this.#latest].filter(Number.isFinite);
    if (finite.length === 0) return undefined;
    return finite.reduce((s, day) => ({ first: Math.min(s.first, day), last: Math.max(s.last, day) }), {
      first: Infinity, last: -Infinity,
    });
  }

  /** Undefined for an absent date. */
  #rangeOf(code: number): DayRange | undefined {
    return code === ABSENT ? undefined : { earliest: this.#earliest[code]!, latest: this.#latest[code]! };
  }

  #add(date: string): number {
    const bounds = date === UNKNOWN_END ? { earliest: -Infinity, latest: Infinity } : boundsOf(date);
    if (bounds === undefined) throw new TypeError(`"${date}" is no date; datasets are checked when they are read.`);
    const code = this.#earliest.length;
    this.#codes.set(date, code);
    this.#texts.push(date);
    this.#earliest.push(bounds.earliest);
    this.#latest.push(bounds.latest);
    return code;
  }
}

import { countryCode } from '../words';
import { dateIn, hasShortYear, orderIn } from './dateText';
import { decimalIn, figureOf, saysPercent, shareIn } from './figureText';
import { folded } from './rawTable';

/** So many cells of a column are looked at for all that can be told of them; beyond, for dates and figures only. */
const CLOSELY = 5000;
/** So many distinct texts of a column are remembered. */
const DISTINCT = 5000;
/** The values of a column with more distinct ones are not counted: they are no types. */
const MOST_VALUES = 200;
/** A longer text is no type, in characters. */
const LONGEST_VALUE = 200;

/** What the cells of a column are, as far as they tell. Cost O(1) a cell. */
export class ColumnFacts {
  /** Cells that are not blank, and how many of them were looked at closely. */
  filled = 0;
  close = 0;
  dates = 0;
  figures = 0;
  whole = 0;
  percents = 0;
  shares = 0;
  urls = 0;
  countries = 0;
  letters = 0;
  longest = 0;
  readonly distinct = new Set<string>();
  /** How often each text comes, in the whole column; undefined where there are more than `MOST_VALUES`, or texts that are no types. */
  counts: Map<string, number> | undefined = new Map();
  /** Dates in figures by what they say of their order. */
  readonly orders = { DMY: 0, MDY: 0, either: 0 };
  shortYears = 0;
  readonly decimals = { point: 0, comma: 0 };
  /** Bare figures of shares: above 1, between 0 and 1, exactly 1. */
  readonly bare = { above: 0, between: 0, one: 0 };

  add(text: string): void {
    const plain = text.trim();
    if (plain === '') return;
    this.filled += 1;
    if (this.counts !== undefined) this.#count(plain);
    if (this.filled <= CLOSELY) this.#closely(plain);
    if (this.filled <= CLOSELY || this.dates > 0 || this.figures > 0) this.#figures(plain);
  }

  #count(plain: string): void {
    const counts = this.counts!;
    const value = folded(plain);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_VALUES || value.length > LONGEST_VALUE) this.counts = undefined;
  }

  #closely(plain: string): void {
    this.close += 1;
    this.longest = Math.max(this.longest, plain.length);
    if (this.distinct.size < DISTINCT && plain.length <= 300) this.distinct.add(folded(plain));
    if (/^https?:\/\//i.test(plain)) this.urls += 1;
    if (/^[A-Za-z]{2,3}$/.test(plain) && countryCode(plain) !== undefined) this.countries += 1;
    if (/\p{Letter}{2}/u.test(plain)) this.letters += 1;
  }

  #figures(plain: string): void {
    if (plain.length > 40 || !/\d/.test(plain)) return;
    const order = orderIn(plain);
    if (order !== undefined) {
      this.orders[order] += 1;
      this.dates += 1;
      if (hasShortYear(plain)) this.shortYears += 1;
      return;
    }
    if (dateIn(plain, 'DMY').date !== undefined) this.dates += 1;
    const decimal = decimalIn(plain);
    if (decimal !== undefined) this.decimals[decimal] += 1;
    const figure = figureOf(plain, decimal ?? 'point');
    if (figure !== undefined) {
      this.figures += 1;
      if (Number.isInteger(figure)) this.whole += 1;
      if (figure === 1) this.bare.one += 1;
      else if (figure > 1) this.bare.above += 1;
      else if (figure > 0) this.bare.between += 1;
    }
    const share = shareIn(plain, 'percent', decimal ?? 'point');
    if (share === undefined) return;
    this.shares += 1;
    if (figure === undefined && saysPercent(plain)) this.percents += 1;
  }

  /** Whether nearly all cells have what was counted, of those looked at closely. */
  mostly(count: number): boolean {
    return this.close > 0 && count >= 0.8 * this.close;
  }

  /** Nearly all cells are dates, and not just figures that might be years. */
  get isDates(): boolean {
    return this.mostly(this.dates) && (this.dates > this.figures || this.yearsOnly);
  }

  /** Nearly all cells are shares that say so: "75 %". One name such as "100%" makes no column of shares. */
  get isPercents(): boolean {
    return this.mostly(this.percents);
  }

  /** All of them are years. */
  get yearsOnly(): boolean {
    return (
      this.figures > 0
      && this.dates >= this.figures
      && [...this.distinct].every((text) => !/^\d+$/.test(text) || (/^\d{4}$/.test(text) && Number(text) >= 1800 && Number(text) <= 2100))
    );
  }

  get isUrls(): boolean {
    return this.mostly(this.urls);
  }

  get isCountries(): boolean {
    return this.mostly(this.countries);
  }

  /** Texts that could be names: with letters, short, no addresses of the web, no dates. */
  get isNames(): boolean {
    return this.mostly(this.letters) && !this.isUrls && !this.isDates && this.longest <= 200;
  }

  /** Few different texts in many rows, as types are. */
  get isFew(): boolean {
    return this.distinct.size <= 60 && this.distinct.size * 2 <= this.close;
  }

  /** Every text once, as names and ids of a list of entities are. */
  get isUnique(): boolean {
    return this.close > 0 && (this.distinct.size === this.close || this.distinct.size >= DISTINCT);
  }
}

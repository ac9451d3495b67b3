import { datesText, shareText, type Interval } from '../model';
import { wordsFrom, type MaskedLine, type Quote } from './maskedLine';
import { qualifierAt, type QualifierFound } from './qualifiers';
import type { Findings, Said, Span } from './reading';

/** What was taken so far. */
type Taken = { -readonly [K in keyof Said]?: Said[K] | undefined };

const TWICE: Readonly<Record<QualifierFound['what'], string>> = {
  share: 'shares', amount: 'sums', dates: 'dates', stance: 'stances', locator: 'places', indirect: 'words for “indirectly”', role: 'roles',
  made: 'dates of the claim',
};

/** Reads what a line says besides who and what, in any order, and keeps what was taken. What is understood and what is doubted is found. */
export class SaidReader {
  readonly #taken: Taken;

  /** `taken` is what the line said before its qualifiers. */
  constructor(
    readonly line: MaskedLine,
    readonly found: Findings,
    taken: Taken = {},
  ) {
    this.#taken = { ...taken };
  }

  /** All that was taken; `hedge` is the stance of the verb, where the line has none of its own. */
  said(hedge?: 'alleges'): Said {
    const stance = this.#taken.stance ?? hedge ?? 'asserts';
    const entries = Object.entries({ ...this.#taken, stance }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as unknown as Said;
  }

  /** Everything from a place on: qualifiers, a quote, words of one's own; the rest is doubted. */
  rest(start: number): void {
    const { line } = this;
    let at = line.skip(start);
    let unread: Span | undefined;
    const close = () => {
      if (unread) this.found.doubts.push({ ...unread, message: `“${line.text.slice(unread.from, unread.to)}” is not understood.` });
      unread = undefined;
    };
    while (at < line.length) {
      const to = this.#one(at);
      if (to !== undefined) {
        close();
        at = line.skip(to);
        continue;
      }
      const [word] = line.wordsFrom(at);
      const end = word?.to ?? line.length;
      unread = { from: unread?.from ?? at, to: end };
      at = line.skip(end);
    }
    close();
  }

  /** "75 % of" at a place: a share between verb and name. Gives where it ends; the place itself where there is none. */
  shareOf(at: number): number {
    const found = qualifierAt(this.line.masked, at);
    const of = found?.what === 'share' ? /^\s+of(?=\s)/iu.exec(this.line.masked.slice(at + found.length)) : null;
    if (!found || !of) return at;
    const length = found.length + of[0].length;
    this.#take({ ...found, length }, at);
    return this.line.skip(at + length);
  }

  /** Free words about an entity, a locator at their end, then a quote and what follows it. False where nothing is said. */
  words(at: number): boolean {
    const { line, found } = this;
    const quote = line.quotes.find((q) => q.from >= at);
    const from = line.skip(at);
    const words = line.text.slice(from, quote?.from ?? line.length).trimEnd();
    const locator = trailingLocator(words);
    const statement = locator === undefined ? words : words.slice(0, locator.at).replace(/[\s,;(]+$/, '');
    if (statement !== '') {
      this.#taken.statement = statement;
      found.parts.push({ from, to: from + statement.length, what: 'statement', says: statement });
    }
    if (locator) {
      this.#taken.locator = locator.text;
      found.parts.push({ from: from + locator.at, to: from + words.length, what: 'locator', says: locator.text });
    }
    if (quote) this.rest(quote.from);
    return statement !== '' || this.#taken.quote !== undefined;
  }

  #one(at: number): number | undefined {
    const quote = this.line.quotes.find((q) => q.from === at);
    if (quote) {
      this.#quote(quote);
      return quote.to;
    }
    const own = /^(?:--|—)\s*/.exec(this.line.masked.slice(at));
    if (own) return this.#statement(at, at + own[0].length);
    const found = qualifierAt(this.line.masked, at);
    if (!found) return undefined;
    this.#take(found, at);
    return at + found.length;
  }

  #quote({ from, to, text, open }: Quote): void {
    const { parts, doubts } = this.found;
    if (open) doubts.push({ from, to, message: 'The quote is not closed.' });
    else if (this.#taken.quote !== undefined) doubts.push({ from, to, message: 'A claim has one quote; this is the second.' });
    else if (text.trim() === '') doubts.push({ from, to, message: 'The quote is empty.' });
    else {
      this.#taken.quote = text.trim();
      parts.push({ from, to, what: 'quote', says: this.#taken.quote });
    }
  }

  #statement(at: number, from: number): number {
    const { text, quotes, length } = this.line;
    const until = quotes.find((q) => q.from >= from)?.from ?? length;
    const words = text.slice(from, until).trim();
    const to = words === '' ? until : from + text.slice(from, until).trimEnd().length;
    if (words === '' || this.#taken.statement !== undefined)
      this.found.doubts.push({
        from: at, to: Math.max(to, at + 1),
        message: words === '' ? 'No words stand behind the dash.' : 'A claim has one statement; this is the second.',
      });
    else {
      this.#taken.statement = words;
      this.found.parts.push({ from: at, to, what: 'statement', says: words });
    }
    return Math.max(to, at + 1);
  }

  /** A qualifier that is there already is a doubt; a second locator goes with the first. */
  #take(found: QualifierFound, at: number): void {
    const taken = this.#taken;
    const span = { from: at, to: at + found.length };
    if (found.doubt !== undefined) return void this.found.doubts.push({ ...span, message: found.doubt });
    const { what } = found;
    const again =
      what === 'dates'
        ? (found.value.start !== undefined && taken.start !== undefined) || (found.value.end !== undefined && taken.end !== undefined)
        : what !== 'locator' && taken[what] !== undefined;
    if (again) return void this.found.doubts.push({ ...span, message: `There are two ${TWICE[what]}; which is meant?` });
    if (what === 'dates') Object.assign(taken, found.value);
    else if (what === 'locator') taken.locator = taken.locator === undefined ? found.value : `${taken.locator}, ${found.value}`;
    else Object.assign(taken, { [what]: found.value });
    this.found.parts.push({ ...span, what, says: saysOf(found) });
  }
}

function saysOf(found: Extract<QualifierFound, { doubt?: undefined }>): string {
  if (found.what === 'share') return shareText(found.value);
  if (found.what === 'amount')
    return `${found.value.ceiling ? 'up to ' : ''}${found.value.value.toLocaleString('en')} ${found.value.currency}`;
  if (found.what === 'dates') return datesText(found.value satisfies Interval);
  if (found.what === 'indirect') return 'held through others';
  return found.what === 'made' ? `said ${found.value}` : found.value;
}

/** A locator at the very end of what is said of an entity. */
function trailingLocator(words: string): { at: number; text: string } | undefined {
  for (const { from } of wordsFrom(words, 0).slice(-4)) {
    const found = qualifierAt(words, from);
    if (found?.what === 'locator' && found.value !== undefined && words.slice(from + found.length).trim() === '')
      return { at: from, text: found.value };
  }
  return undefined;
}

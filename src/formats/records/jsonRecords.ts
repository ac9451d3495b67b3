import { brokenOff, cutShort, endedBy, FAULT_SEARCHED, givenUp, tooLong } from './jsonFaults';
import { jsonRecord, type JsonRecord } from './jsonRecord';
import { ValueScanner } from './valueScanner';

export type { JsonRecord } from './jsonRecord';

/** The longest record that is read, in characters (64 Mi). A whole file in one line is fine as long as its records are not longer. */
const LONGEST_RECORD = 64 * 1024 * 1024;
/** How many records of a list may break off before the rest of it is given up: each costs a search to the end of what is held. */
export const MOST_BROKEN_OFF = 50;

/**
 * The records of a JSON text one after another: the elements of a list, the lines of NDJSON, values written one behind
 * another, or a single value. `from` is where to begin, as at a list inside an object. See `JsonRecords`.
 */
export function* jsonRecords(text: string, from = 0): Generator<JsonRecord> {
  const records = new JsonRecords({ line: text.slice(0, from).split('\n').length, offset: from });
  yield* records.push(from === 0 ? text : text.slice(from));
  yield* records.end();
}

/**
 * Where a text begins inside another; how long a record may be, and how much is looked at to tell whether records are lines,
 * or what is wrong with one (characters).
 */
interface JsonRecordsOptions {
  line?: number;
  offset?: number;
  longest?: number;
  looked?: number;
}

/**
 * What comes next: a line, a value, an element of a list or the comma before it, the next record behind a broken one,
 * the end of one that is too long.
 */
type Mode = 'unknown' | 'lines' | 'values' | 'list' | 'between' | 'seeking' | 'skipping' | 'done';

/**
 * Reads the records of a JSON text that comes in pieces; however it is cut into pieces, the records are the same. A
 * broken record is an issue and the next one is looked for: the next line, or in a list the next line that begins an
 * object. Records that nest deeper than `DEEPEST` or are longer than `LONGEST_RECORD` are issues. Nothing is held but the
 * record at hand and what is left of the piece; of a record that is too long nothing but its length.
 */
export class JsonRecords {
  readonly #longest: number;
  readonly #looked: number;
  #mode: Mode = 'unknown';
  /** What has come and is not behind yet; reading goes on at `#at`, which stands on `#line`. */
  #held = '';
  #at = 0;
  #line: number;
  /** Where the next line break stands in what is held, from `#at` on. */
  #newline = Infinity;
  /** How many characters lie before what is held. */
  #behind: number;
  /** How far what is held was searched for the end of the record at hand, and what was found. */
  #scanned = 0;
  #end: number | 'more' | 'broken' = 'more';
  #scanner = new ValueScanner();
  /** The record at hand is not closed where the text ends. */
  #cut = false;
  #index = 0;
  #broken = 0;
  /** The place of the record that broke off last. */
  #place = '';
  /** The blanks before the record at hand, where it begins a line. */
  #indent: string | undefined;
  #skipped: { at: string; length: number; then: 'lines' | 'values' | 'between' } | undefined;

  constructor({ line = 1, offset = 0, longest = LONGEST_RECORD, looked = FAULT_SEARCHED }: JsonRecordsOptions = {}) {
    this.#line = line;
    this.#behind = offset;
    this.#longest = longest;
    this.#looked = looked;
  }

  /** Takes the next piece and gives the records that it completes; they must be taken before the next piece comes. */
  *push(piece: string): Generator<JsonRecord> {
    this.#behind += this.#at;
    this.#scanned -= this.#at;
    this.#scanner.brokenAt -= this.#at;
    if (typeof this.#end === 'number') this.#end -= this.#at;
    this.#held = this.#held.slice(this.#at) + piece;
    this.#at = 0;
    this.#newline = newlineFrom(this.#held, 0);
    yield* this.#read(false);
  }

  /** Ends the text and gives the records that were still open. */
  *end(): Generator<JsonRecord> {
    yield* this.#read(true);
  }

  *#read(last: boolean): Generator<JsonRecord> {
    for (let before = -1, mode = ''; (before !== this.#at || mode !== this.#mode) && this.#mode !== 'done'; ) {
      before = this.#at;
      mode = this.#mode;
      if (this.#mode === 'unknown') this.#begin(last);
      else if (this.#mode === 'lines') yield* this.#readLine(last);
      else if (this.#mode === 'values') yield* this.#readValue(last);
      else if (this.#mode === 'list') yield* this.#readElement(last);
      else if (this.#mode === 'between') this.#readComma(last);
      else if (this.#mode === 'seeking') yield* this.#seek(last);
      else yield* this.#skip(last);
    }
    if (this.#mode === 'done') this.#advance(this.#held.length);
  }

  /** Tells what the text is made of, once there is enough of it. */
  #begin(last: boolean): void {
    const text = this.#held;
    const start = skipBlank(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
    if (!last && text.length <= start + this.#looked) return;
    if (text[start] === '[') this.#goOn(start + 1, 'list');
    else if (isLines(text, start, this.#looked)) this.#goOn(text.charCodeAt(0) === 0xfeff ? 1 : 0, 'lines');
    else this.#goOn(start, 'values');
  }

  *#readLine(last: boolean): Generator<JsonRecord> {
    const found = this.#held.indexOf('\n', Math.max(this.#scanned, this.#at));
    this.#scanned = this.#held.length;
    const end = found === -1 ? this.#held.length : found;
    if (end - this.#at > this.#longest) return this.#skipFrom(`line ${this.#line}`, 'lines');
    if (found === -1 && !last) return;
    const start = this.#at;
    const line = this.#line;
    this.#goOn(Math.min(end + 1, this.#held.length), this.#mode);
    if (skipBlank(this.#held, start) < end) {
      const record = jsonRecord(this.#held.slice(start, end), `line ${line}`, line, this.#behind + end);
      yield found === -1 && record.issue?.code === 'not-json' && isOpen(this.#held, start)
        ? { ...record, issue: endedBy(record.issue) }
        : record;
    }
    if (last && this.#at >= this.#held.length) this.#mode = 'done';
  }

  *#readValue(last: boolean): Generator<JsonRecord> {
    this.#advance(skipBlank(this.#held, this.#at));
    if (this.#at >= this.#held.length) {
      if (last) this.#mode = 'done';
      return;
    }
    const end = this.#endOfRecord(last);
    if (end === 'more') return;
    const place = `line ${this.#line}`;
    if (end === 'broken') {
      if (last || this.#held.length - this.#at >= this.#looked) yield this.#giveUp(place);
      return;
    }
    if (end - this.#at > this.#longest) return this.#skipFrom(place, 'values');
    const alone = this.#line === 1 && skipBlank(this.#held, end) >= this.#held.length;
    if (alone && !last) return;
    const record = jsonRecord(this.#held.slice(this.#at, end), alone ? '(root)' : place, this.#line, this.#behind + end);
    this.#goOn(end, 'values');
    yield record;
  }

  *#readElement(last: boolean): Generator<JsonRecord> {
    this.#passBlank();
    if (this.#at >= this.#held.length) {
      if (!last) return;
      this.#mode = 'done';
      yield { at: '(end of file)', offset: this.#behind + this.#at, issue: cutShort() };
      return;
    }
    if (this.#held[this.#at] === ']') {
      this.#mode = 'done';
      return;
    }
    const place = `[${this.#index}] (line ${this.#line})`;
    const end = this.#endOfRecord(last);
    if (end === 'more') return;
    const next = end === 'broken' ? this.#at : end - this.#at > this.#longest ? this.#nextAlike() : undefined;
    if (next !== undefined) {
      if (last || this.#held.length - this.#at >= this.#looked) yield* this.#breakOff(place, next);
      return;
    }
    if (end === 'broken' || end - this.#at > this.#longest) return this.#skipFrom(place, 'between');
    const record = jsonRecord(this.#held.slice(this.#at, end), place, this.#line, this.#behind + end);
    this.#index += 1;
    this.#goOn(end, 'between');
    yield record;
  }

  #readComma(last: boolean): void {
    const at = skipBlank(this.#held, this.#at);
    if (at < this.#held.length || last) this.#goOn(this.#held[at] === ',' ? at + 1 : at, 'list');
    else this.#advance(at);
  }

  /** Where the record at hand ends; beyond the longest that is read it is not looked for. */
  #endOfRecord(last: boolean): number | 'more' | 'broken' {
    if (this.#end === 'more') {
      this.#end = this.#scanner.scan(this.#held, Math.max(this.#scanned, this.#at));
      this.#scanned = this.#held.length;
    }
    if (this.#end === 'broken' && this.#scanner.brokenAt - this.#at > this.#longest) return this.#held.length;
    if (this.#end !== 'more') return this.#end;
    if (this.#held.length - this.#at > this.#longest) return this.#held.length;
    if (!last) return 'more';
    this.#cut = true;
    return /["[{]/.test(this.#held[this.#at]!) ? 'broken' : this.#held.length;
  }

  /** The blanks before a record, and whether they begin a line. */
  #passBlank(): void {
    const end = skipBlank(this.#held, this.#at);
    const blanks = this.#held.slice(this.#at, end);
    const newline = blanks.lastIndexOf('\n');
    if (newline !== -1) this.#indent = blanks.slice(newline + 1);
    else if (this.#indent !== undefined) this.#indent += blanks;
    this.#advance(end);
  }

  /** Where in what should be one record a line begins an object at the same indentation: then it was not closed, and the next is there. */
  #nextAlike(): number | undefined {
    const begin = `\n${this.#indent ?? ''}{`;
    const next = this.#indent === undefined ? -1 : this.#held.indexOf(begin, this.#at);
    return next === -1 || next + begin.length - this.#at > this.#longest ? undefined : next;
  }

  /** Tells of a record that is not closed; the next is looked for from `next` on. */
  *#breakOff(place: string, next: number): Generator<JsonRecord> {
    const issue = brokenOff(this.#held.slice(this.#at, this.#at + this.#looked), place, this.#line);
    this.#index += 1;
    this.#broken += 1;
    this.#place = place;
    this.#goOn(next, 'seeking');
    yield { at: place, offset: this.#behind + this.#at, issue };
  }

  #giveUp(place: string): JsonRecord {
    this.#mode = 'done';
    return {
      at: place, offset: this.#behind + this.#at,
      issue: endedBy(brokenOff(this.#held.slice(this.#at, this.#at + this.#looked), place, this.#line)),
    };
  }

  /** Looks behind a broken record for the next line that begins an object. */
  *#seek(last: boolean): Generator<JsonRecord> {
    const open = /\n[^\S\n]*\{/g;
    open.lastIndex = this.#at;
    const found = open.exec(this.#held);
    if (found === null) {
      if (!last) this.#advance(blankTail(this.#held, this.#at));
      else {
        this.#mode = 'done';
        if (this.#cut) yield { at: '(end of file)', offset: this.#behind + this.#held.length, issue: cutShort() };
      }
      return;
    }
    this.#cut = false;
    if (this.#broken < MOST_BROKEN_OFF) return this.#goOn(open.lastIndex - 1, 'list');
    this.#mode = 'done';
    yield { at: this.#place, offset: this.#behind + open.lastIndex, issue: givenUp(this.#place, MOST_BROKEN_OFF) };
  }

  #skipFrom(at: string, then: 'lines' | 'values' | 'between'): void {
    this.#skipped = { at, length: 0, then };
    this.#scanner = new ValueScanner();
    this.#mode = 'skipping';
  }

  /** Passes over a record that is too long, and holds nothing of it. */
  *#skip(last: boolean): Generator<JsonRecord> {
    const { at, length, then } = this.#skipped!;
    const scanner = this.#scanner;
    const found = then === 'lines' ? this.#held.indexOf('\n', this.#at) : scanner.scan(this.#held, this.#at);
    const open = found === -1 || found === 'more';
    const end = open ? this.#held.length : found === 'broken' ? scanner.brokenAt : found;
    const total = length + end - this.#at;
    this.#skipped = { at, length: total, then };
    this.#goOn(end, 'skipping', scanner);
    if (open && !last) return;
    this.#index += 1;
    this.#goOn(end, found === 'broken' ? (then === 'between' ? 'seeking' : 'done') : then);
    yield { at, offset: this.#behind + end, issue: tooLong(at, total, this.#longest) };
  }

  #goOn(at: number, mode: Mode, scanner = new ValueScanner()): void {
    this.#advance(at);
    this.#mode = mode;
    this.#scanned = at;
    this.#end = 'more';
    this.#indent = undefined;
    this.#scanner = scanner;
  }

  #advance(to: number): void {
    for (; this.#newline < to; this.#newline = newlineFrom(this.#held, this.#newline + 1)) this.#line += 1;
    this.#at = to;
  }
}

/** Whether a value begins here that the text ends inside. */
function isOpen(text: string, from: number): boolean {
  return new ValueScanner().scan(text, skipBlank(text, from)) === 'more';
}

/** Whether most of the first lines are an object each. */
function isLines(text: string, start: number, looked: number): boolean {
  const head = text.slice(start, start + looked).split('\n');
  if (head.length > 1 && text.length > start + looked) head.pop();
  const first = head.map((l) => l.trim()).filter((l) => l !== '').slice(0, 10);
  const whole = first.filter((l) => l.startsWith('{') && l.endsWith('}') && l.length > 2);
  return first.length > 1 && whole.length * 2 >= first.length;
}

/** Where the line breaks and blanks begin that a text ends with, from `from` on: an object may follow them. */
function blankTail(text: string, from: number): number {
  let at = text.length;
  while (at > from && /\s/.test(text[at - 1]!)) at -= 1;
  return at;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function newlineFrom(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? Infinity : found;
}

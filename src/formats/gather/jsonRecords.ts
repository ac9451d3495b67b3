import { shown, type Issue } from '../../model';
import { notJson } from '../throughline/parseJson';
import { DEEPEST } from '../throughline/walkJson';
import { endOfValue } from './endOfValue';
import { wellFormedValue } from './wellFormed';

/** A record of a text with its line and, in a list, its path; or why there is none. */
export interface JsonRecord {
  readonly value?: unknown;
  readonly issue?: Issue;
  /** "line 12" or "[3] (line 12)". */
  readonly at: string;
  /** How many characters of the text lie behind. */
  readonly offset: number;
}

/** The longest record that is read, in characters (64 Mi). A whole file in one line is fine as long as its records are not longer. */
export const LONGEST_RECORD = 64 * 1024 * 1024;

/** How much of a broken record is searched for the exact place of the fault, in characters. */
const FAULT_SEARCHED = 64 * 1024;
/** How many records of a list may break off before the rest of it is given up: each costs a search to the end of the file. */
export const MOST_BROKEN_OFF = 50;

/**
 * The records of a JSON text one after another: the elements of a list, the lines of NDJSON, values written one behind
 * another, or a single value. A broken record is an issue and the next one is looked for; nothing is held but the
 * text and the record at hand. `from` is where to begin, as at a list inside an object. Records that nest deeper than `DEEPEST` or are longer than `LONGEST_RECORD` are issues.
 */
export function* jsonRecords(text: string, from = 0): Generator<JsonRecord> {
  const start = skipBlank(text, text.charCodeAt(from) === 0xfeff ? from + 1 : from);
  if (text[start] === '[') yield* listed(text, start);
  else if (isLines(text, start)) yield* lines(text);
  else yield* values(text, start);
}

/** Whether most of the first lines are an object each. */
function isLines(text: string, start: number): boolean {
  const head = text.slice(start, start + 65_536).split('\n');
  if (head.length > 1 && text.length > start + 65_536) head.pop();
  const first = head.map((l) => l.trim()).filter((l) => l !== '').slice(0, 10);
  const whole = first.filter((l) => l.startsWith('{') && l.endsWith('}') && l.length > 2);
  return first.length > 1 && whole.length * 2 >= first.length;
}

function* lines(text: string): Generator<JsonRecord> {
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    line += 1;
    if (skipBlank(text, start) < end) yield record(text, start, end, `line ${line}`, line);
    start = end + 1;
  }
}

function* values(text: string, from: number): Generator<JsonRecord> {
  const counter = new LineCounter(text);
  for (let at = from; at < text.length; ) {
    const end = endOfValue(text, at);
    const line = counter.lineAt(at);
    if (end === undefined) {
      yield brokenOff(text, at, `line ${line}`, line);
      return;
    }
    yield record(text, at, end, line === 1 && skipBlank(text, end) >= text.length ? '(root)' : `line ${line}`, line);
    at = skipBlank(text, end);
  }
}

function* listed(text: string, from: number): Generator<JsonRecord> {
  const counter = new LineCounter(text);
  let at = skipBlank(text, from + 1);
  let broken = 0;
  for (let index = 0; at < text.length && text[at] !== ']'; index += 1) {
    const line = counter.lineAt(at);
    const place = `[${index}] (line ${line})`;
    const end = endOfValue(text, at);
    if (end === undefined) {
      yield brokenOff(text, at, place, line);
      const next = nextObject(text, at);
      broken += 1;
      if (next === -1) return;
      if (broken === MOST_BROKEN_OFF) {
        yield { at: place, offset: text.length, issue: givenUp(place) };
        return;
      }
      at = next;
      continue;
    }
    yield record(text, at, end, place, line);
    at = skipBlank(text, end);
    if (text[at] === ',') at = skipBlank(text, at + 1);
  }
  if (at >= text.length) yield { at: '(end of file)', offset: text.length, issue: cutShort() };
}

/** Where behind a broken record the next object begins a line; -1 where none does. */
function nextObject(text: string, from: number): number {
  const open = /\n\s*\{/g;
  open.lastIndex = from;
  const found = open.exec(text);
  return found === null ? -1 : open.lastIndex - 1;
}

function record(text: string, start: number, end: number, at: string, line: number): JsonRecord {
  if (end - start > LONGEST_RECORD) return { at, offset: end, issue: tooLong(at, end - start) };
  const source = text.slice(start, end);
  if (endOfValue(source, skipBlank(source, 0), DEEPEST) === 'too deep') return { at, offset: end, issue: tooDeep(at) };
  try {
    const value: unknown = JSON.parse(source);
    return /\\u[dD][89a-fA-F]/.test(source) ? wholeText(value, at, end) : { value, at, offset: end };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { at, offset: end, issue: fault(source, at, line, cause.message) };
  }
}

function wholeText(raw: unknown, at: string, offset: number): JsonRecord {
  const { value, repaired } = wellFormedValue(raw);
  if (!repaired) return { value, at, offset };
  const issue: Issue = { code: 'lone-surrogate', severity: 'warning', at, message: 'Half a character (a lone surrogate) stands in this record; it was replaced by “\uFFFD”.', hint: 'Check the text in the file that it was made from.' };
  return { value, at, offset, issue };
}

function fault(source: string, at: string, line: number, engineSays: string): Issue {
  if (source.length > FAULT_SEARCHED) return { code: 'not-json', severity: 'warning', at, message: `This is no JSON: ${engineSays}`, hint: 'Correct it there; this record was not read, the others were.' };
  const found = notJson(source, engineSays);
  const inside = /^line (\d+), (column \d+)$/.exec(found.at);
  const place = inside ? `line ${line + Number(inside[1]) - 1}, ${inside[2]}` : at;
  return { ...found, severity: 'warning', at: place, hint: 'Correct it there; this record was not read, the others were.' };
}

function brokenOff(text: string, start: number, at: string, line: number): JsonRecord {
  const source = text.slice(start, start + FAULT_SEARCHED);
  const issue = fault(source, at, line, 'the text ends inside a record');
  return { at, offset: text.length, issue: { ...issue, value: issue.value ?? shown(source) } };
}

function cutShort(): Issue {
  return { code: 'cut-short', severity: 'warning', at: '(end of file)', message: 'The list is not closed: the file ends too early.', hint: 'Save or download it again; the records before were read.' };
}

function givenUp(at: string): Issue {
  return { code: 'too-many-faults', severity: 'warning', at, value: String(MOST_BROKEN_OFF), message: `${MOST_BROKEN_OFF} records of this list break off, which is as many as are looked behind; nothing after this was read.`, hint: 'Correct the file, or write a record a line.' };
}

function tooLong(at: string, length: number): Issue {
  return { code: 'too-long', severity: 'warning', at, value: `${length} characters`, message: `This record is longer than the ${LONGEST_RECORD} characters that are read.`, hint: 'Take out what is not needed, such as full texts.' };
}

function tooDeep(at: string): Issue {
  return { code: 'too-deep', severity: 'warning', at, message: `This record nests more than ${DEEPEST} levels deep and was not read.`, hint: 'No record of this format nests that deep; check where the file comes from.' };
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** Counts lines as it goes forward; offsets must not fall. Cost O(text) for all offsets together. */
class LineCounter {
  #line = 1;
  #next: number;
  constructor(readonly text: string) {
    this.#next = text.indexOf('\n');
  }
  lineAt(offset: number): number {
    while (this.#next !== -1 && this.#next < offset) {
      this.#line += 1;
      this.#next = this.text.indexOf('\n', this.#next + 1);
    }
    return this.#line;
  }
}

import { atOnce, type Steps } from '../../model';
import type { Place } from '../text/place';

/** One step inwards: a key of an object or an index of an array. */
export type Segment = string | number;

/**
 * What a walk tells. `key` is told for every key of every object, `value` for every value, also of scalars and the root;
 * `object` says that its keys follow. Once `enough` says so it ends soon.
 */
interface JsonListener {
  key?(name: string, place: Place, path: readonly Segment[]): void;
  value?(place: Place, path: readonly Segment[], object: boolean): void;
  enough?(): boolean;
}

/** The deepest nesting that is read; no format of ours goes beyond ten. */
export const DEEPEST = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** How much of a text a step looks at, in characters. */
const STEP = 64 * 1024;

/**
 * The offset at which a text nests deeper than `DEEPEST`, if it does; broken text is followed by its brackets. Never recurses.
 * Cost O(text).
 */
export function tooDeepAt(text: string): number | undefined {
  return atOnce(weighJson(text)).deepAt;
}

/** What a JSON text costs when it is parsed. */
interface JsonWeight {
  /** Where it nests deeper than `DEEPEST`; nothing behind that was weighed. */
  readonly deepAt?: number;
  /** What its value takes in memory, in bytes, as V8 lays it out without sharing: rather too much than too little. */
  readonly bytes: number;
  /** How many fields the object of most fields has. */
  readonly fields: number;
}

/** Bytes besides the characters of texts: an object, a list, the place of an element, the key and place of a field. */
const WEIGHT = { object: 56, list: 48, element: 16, field: 32 };

/** Weighs a text, which may be broken: then it is followed by its brackets and quotes. Never recurses. Cost O(text), in steps. */
export function* weighJson(text: string): Steps<JsonWeight> {
  const fields: number[] = [0];
  let [depth, bytes, most] = [0, 0, 0];
  let pause = STEP;
  for (let at = 0; at < text.length; at += 1) {
    if (at >= pause) {
      pause = at + STEP;
      yield;
    }
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      bytes += end - at;
      at = end;
    } else if (code === COMMA) bytes += WEIGHT.element;
    else if (code === COLON) {
      bytes += WEIGHT.field;
      most = Math.max(most, (fields[depth] = (fields[depth] ?? 0) + 1));
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      bytes += code === OPEN_BRACE ? WEIGHT.object : WEIGHT.list;
      depth += 1;
      if (depth > DEEPEST) return { deepAt: at, bytes, fields: most };
      fields[depth] = 0;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth = Math.max(0, depth - 1);
  }
  return { bytes, fields: most };
}

/** Where a string ends; at the end of its line if it is not closed, since that is where a parser goes on. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === LINE_FEED) break;
    at += code === BACKSLASH ? 2 : 1;
  }
  return at;
}

/**
 * Walks a text that is known to be JSON, in the order of the text, without recursion. The path is the walk's own: copy it to keep it.
 * Cost O(text).
 */
export function* walkJsonStepwise(text: string, listener: JsonListener): Steps<void> {
  const path: Segment[] = [];
  let [keyNext, line, lineStart, pause] = [false, 1, 0, STEP];
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    if (at >= pause) {
      pause = at + STEP;
      if (listener.enough?.()) return;
      yield at / text.length;
    }
    const code = text.charCodeAt(at);
    if (code <= 0x20) {
      if (code !== LINE_FEED) continue;
      line += 1;
      lineStart = at + 1;
    } else if (code === COLON) keyNext = false;
    else if (code === COMMA) keyNext = nextMember(path);
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) path.pop();
    else if (code === QUOTE && keyNext) {
      const end = endOfString(text, at);
      const name = nameIn(text.slice(at, end + 1));
      path[path.length - 1] = name;
      listener.key?.(name, { line, column: at - lineStart + 1 }, path);
      at = end;
    } else {
      listener.value?.({ line, column: at - lineStart + 1 }, path, code === OPEN_BRACE);
      if (code === OPEN_BRACE) path.push('');
      else if (code === OPEN_BRACKET) path.push(0);
      else at = code === QUOTE ? endOfString(text, at) : endOfScalar(text, at);
      keyNext = code === OPEN_BRACE;
    }
  }
}

function nameIn(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

/** The last character of a number, true, false or null. */
function endOfScalar(text: string, start: number): number {
  let at = start;
  for (
    let code = text.charCodeAt(at + 1);
    code > 0x20 && code !== COMMA && code !== CLOSE_BRACE && code !== CLOSE_BRACKET;
    code = text.charCodeAt(at + 1)
  )
    at += 1;
  return at;
}

/** Steps to the next member of the innermost array or object; whether a key comes next. */
function nextMember(path: Segment[]): boolean {
  const last = path[path.length - 1];
  if (typeof last === 'number') path[path.length - 1] = last + 1;
  return typeof last === 'string';
}

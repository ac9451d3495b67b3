import { createScanner, type SyntaxKind } from 'jsonc-parser';
import type { Place } from '../text/place';

/** One step inwards: a key of an object or an index of an array. */
export type Segment = string | number;

/** What a walk tells. `key` is told for every key of every object, `value` for every value, also of scalars and the root; `object` says that its keys follow. */
interface JsonListener {
  key?(name: string, place: Place, path: readonly Segment[]): void;
  value?(place: Place, path: readonly Segment[], object: boolean): void;
}

/** The deepest nesting that is read; no format of ours goes beyond ten. */
export const DEEPEST = 64;

// jsonc-parser declares its token kinds as a const enum, which isolated modules cannot read.
const OPEN_BRACE = 1 as SyntaxKind;
const CLOSE_BRACE = 2 as SyntaxKind;
const OPEN_BRACKET = 3 as SyntaxKind;
const CLOSE_BRACKET = 4 as SyntaxKind;
const COMMA = 5 as SyntaxKind;
const COLON = 6 as SyntaxKind;
const STRING = 10 as SyntaxKind;
const EOF = 17 as SyntaxKind;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/** The offset at which a text nests deeper than `DEEPEST`, if it does; broken text is followed by its brackets. Never recurses. Cost O(text). */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    // { and [ differ from } and ] by 2, and from each other by one bit.
    else if ((code | 0x20) === 0x7b) depth += 1;
    else if ((code | 0x20) === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return at;
  }
  return undefined;
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

/** Walks a text that is known to be JSON, in the order of the text, without recursion. The path is the walk's own: copy it to keep it. Cost O(text). */
export function walkJson(text: string, listener: JsonListener): void {
  const scanner = createScanner(text, true);
  const path: Segment[] = [];
  let keyNext = false;
  for (let kind = scanner.scan(); kind !== EOF; kind = scanner.scan()) {
    if (kind === COLON) keyNext = false;
    else if (kind === COMMA) keyNext = nextMember(path);
    else if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET) path.pop();
    else if (kind === STRING && keyNext) {
      path[path.length - 1] = scanner.getTokenValue();
      listener.key?.(scanner.getTokenValue(), placeOf(scanner), path);
    } else {
      listener.value?.(placeOf(scanner), path, kind === OPEN_BRACE);
      if (kind === OPEN_BRACE) path.push('');
      else if (kind === OPEN_BRACKET) path.push(0);
      keyNext = kind === OPEN_BRACE;
    }
  }
}

/** Steps to the next member of the innermost array or object; whether a key comes next. */
function nextMember(path: Segment[]): boolean {
  const last = path[path.length - 1];
  if (typeof last === 'number') path[path.length - 1] = last + 1;
  return typeof last === 'string';
}

function placeOf(scanner: ReturnType<typeof createScanner>): Place {
  return { line: scanner.getTokenStartLine() + 1, column: scanner.getTokenStartCharacter() + 1 };
}

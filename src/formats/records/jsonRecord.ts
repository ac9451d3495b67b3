import type { Issue } from '../../model';
import { DEEPEST } from '../throughline/walkJson';
import { endOfValue } from './endOfValue';
import { faultOf, loneSurrogate, tooDeep } from './jsonFaults';
import { wellFormedValue } from '../text';

/** A record of a text with its line and, in a list, its path; or why there is none. */
export interface JsonRecord {
  readonly value?: unknown;
  /** The text that the value is written as; absent where it had to be repaired. */
  readonly text?: string;
  readonly issue?: Issue;
  /** "line 12" or "[3] (line 12)". */
  readonly at: string;
  /** How many characters of the text lie behind. */
  readonly offset: number;
}

/** The record that a text is, which stands at a place and begins on a line. */
export function jsonRecord(source: string, at: string, line: number, offset: number): JsonRecord {
  if (nestsTooDeep(source)) return { at, offset, issue: tooDeep(at) };
  try {
    const value: unknown = JSON.parse(source);
    return /\\u[dD][89a-fA-F]/.test(source) ? wholeText(value, source, at, offset) : { value, text: source, at, offset };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { at, offset, issue: faultOf(source, at, line, cause.message) };
  }
}

/** Few brackets cannot nest deep, and are quickly counted. */
function nestsTooDeep(source: string): boolean {
  let brackets = 0;
  for (const bracket of ['{', '['])
    for (let at = source.indexOf(bracket); at !== -1 && brackets <= DEEPEST; at = source.indexOf(bracket, at + 1)) brackets += 1;
  return brackets > DEEPEST && endOfValue(source, source.search(/\S/), DEEPEST) === 'too deep';
}

function wholeText(raw: unknown, text: string, at: string, offset: number): JsonRecord {
  const { value, repaired } = wellFormedValue(raw);
  return { value, at, offset, ...(repaired ? { issue: loneSurrogate(at) } : { text }) };
}

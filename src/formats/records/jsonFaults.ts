import { shown, type Issue } from '../../model';
import { notJson } from '../throughline/parseJson';
import { DEEPEST, tooDeepAt } from '../throughline/walkJson';

/** How much of a broken record is searched for the exact place of the fault, in characters. */
export const FAULT_SEARCHED = 64 * 1024;

/**
 * What is wrong with a record that is no JSON; `line` is where it begins.
 * One that nests without end is not searched, since the search follows it.
 */
export function faultOf(source: string, at: string, line: number, engineSays: string): Issue {
  if (source.length > FAULT_SEARCHED)
    return {
      code: 'not-json', severity: 'warning', at, message: `This is no JSON: ${engineSays}`,
      hint: 'Correct it there; this record was not read, the others were.',
    };
  if (tooDeepAt(source) !== undefined) return tooDeep(at);
  const found = notJson(source, engineSays);
  const inside = /^line (\d+), (column \d+)$/.exec(found.at);
  const place = inside ? `line ${line + Number(inside[1]) - 1}, ${inside[2]}` : at;
  return { ...found, severity: 'warning', at: place, hint: 'Correct it there; this record was not read, the others were.' };
}

/** What is wrong with a record that ends nowhere; `source` is its beginning. */
export function brokenOff(source: string, at: string, line: number): Issue {
  const issue = faultOf(source, at, line, 'the text ends inside a record');
  return { ...issue, value: issue.value ?? shown(source) };
}

/** The same where nothing after it is read, as at the end of a file that breaks off. */
export function endedBy(issue: Issue): Issue {
  return { ...issue, severity: 'error', hint: 'Correct it, or save or download the file again; nothing after this was read.' };
}

export function cutShort(): Issue {
  return {
    code: 'cut-short', severity: 'error', at: '(end of file)', message: 'The list is not closed: the file ends too early.',
    hint: 'Save or download it again; the records before were read.',
  };
}

export function givenUp(at: string, most: number): Issue {
  return {
    code: 'too-many-faults',
    severity: 'warning',
    at,
    value: String(most),
    message: `${most} records of this list break off, which is as many as are looked behind; nothing after this was read.`,
    hint: 'Correct the file, or write a record a line.',
  };
}

export function tooLong(at: string, length: number, longest: number): Issue {
  return {
    code: 'too-long', severity: 'warning', at, value: `${length} characters`,
    message: `This record is longer than the ${longest} characters that are read.`,
    hint: 'Take out what is not needed, such as full texts.',
  };
}

export function tooDeep(at: string): Issue {
  return {
    code: 'too-deep', severity: 'warning', at, message: `This record nests more than ${DEEPEST} levels deep and was not read.`,
    hint: 'No record of this format nests that deep; check where the file comes from.',
  };
}

export function loneSurrogate(at: string): Issue {
  return {
    code: 'lone-surrogate', severity: 'warning', at,
    message: 'Half a character (a lone surrogate) stands in this record; it was replaced by “\uFFFD”.',
    hint: 'Check the text in the file that it was made from.',
  };
}

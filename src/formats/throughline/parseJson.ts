import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { shown, type Issue, type Steps } from '../../model';
import { limitIssue, mib, type ReadLimits } from '../limits';
import { placeAt, placeText, type Place } from '../text/place';
import { ISSUE_LIMIT } from '../report';
import { DEEPEST, walkJsonStepwise, weighJson, type Segment } from './walkJson';

/** A value, or why the text holds none. */
type Parsed = { value: unknown; issues?: undefined } | { value?: undefined; issues: Issue[] };

/**
 * Parses strict JSON. Broken text is reported by line and column with what was expected there; so are
 * nesting deeper than `DEEPEST`, a key that an object has twice (the first would be lost) and `__proto__`.
 * A text whose value would take more memory than the limits allow is weighed, reported and not parsed. Of its steps only the
 * engine's parsing is a long one.
 */
export function* parseJsonStepwise(text: string, limits: ReadLimits): Steps<Parsed> {
  const { deepAt, bytes, fields } = yield* weighJson(text);
  if (deepAt !== undefined) return { issues: [tooDeep(placeAt(text, deepAt))] };
  if (bytes > limits.json)
    return {
      issues: [
        limitIssue(
          'too-much',
          '(file)',
          mib(bytes),
          `What this text holds would take ${mib(bytes)} of memory; the most that is read takes ${mib(limits.json)}.`,
          'Split it, or take out what is not needed.',
        ),
      ],
    };
  if (fields > limits.fields)
    return {
      issues: [
        limitIssue(
          'too-many-fields', '(file)', String(fields), `An object has ${fields} fields; the most that are read are ${limits.fields}.`,
          'Check where the file comes from.',
        ),
      ],
    };
  const parsed = parsedOr(text);
  if ('broken' in parsed) return { issues: [notJson(text, parsed.broken)] };
  const issues = yield* keyIssues(text);
  return issues.length > 0 ? { issues } : { value: parsed.value };
}

function parsedOr(text: string): { value: unknown } | { broken: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { broken: cause.message };
  }
}

function tooDeep(place: Place): Issue {
  return {
    code: 'too-deep', severity: 'error', at: placeText(place), message: `The text nests more than ${DEEPEST} levels deep here.`,
    hint: 'No dataset or snapshot nests that deep; check where the file comes from.',
  };
}

/** What jsonc-parser calls an error, as what the reader expected. */
const EXPECTED: Record<string, string> = {
  InvalidSymbol: 'a value in JSON (text in double quotes, a number, true, false, null, an object or a list)',
  InvalidNumberFormat: 'a number, written as 12 or -0.5',
  PropertyNameExpected: 'a field name in double quotes (a comma before } is one too many)',
  ValueExpected: 'a value (a comma before ] or } is one too many)',
  ColonExpected: 'a colon after the field name',
  CommaExpected: 'a comma between two fields or values',
  CloseBraceExpected: 'a } that closes the object',
  CloseBracketExpected: 'a ] that closes the list',
  EndOfFileExpected: 'nothing more after the end of the value',
  InvalidCommentToken: 'no comments: JSON has none',
  UnexpectedEndOfComment: 'no comments: JSON has none',
  UnexpectedEndOfString: 'a double quote that closes the text on this line',
  UnexpectedEndOfNumber: 'a digit',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u after a backslash',
  InvalidCharacter: 'no control characters inside text: write \\n or \\t',
};

/**
 * What is wrong with a text that is no JSON, by line and column. The text may nest as deep as `DEEPEST`: the search recurses. Cost O(text).
 */
export function notJson(text: string, engineSays: string): Issue {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const first = errors[0];
  const offset = first?.offset ?? 0;
  const expected = first ? EXPECTED[printParseErrorCode(first.error)] : undefined;
  const atEnd = text.slice(offset).trim() === '';
  return {
    code: 'not-json',
    severity: 'error',
    at: placeText(placeAt(text, offset)),
    value: shown(atEnd ? '(end of file)' : text.slice(offset, offset + 40).split(/\r?\n/, 1)[0]!),
    message: expected ? `Expected ${expected}.` : `This is no JSON: ${engineSays}`,
    hint: atEnd ? 'The file ends too early: save or download it again.' : 'Correct it there; what comes after was not read.',
  };
}

/** A text may have millions of them: more than are listed are not looked for. */
function* keyIssues(text: string): Steps<Issue[]> {
  const issues: Issue[] = [];
  const keysAt: Set<string>[] = [];
  yield* walkJsonStepwise(text, {
    enough: () => issues.length > ISSUE_LIMIT,
    value: (_place, path, object) => {
      if (object) keysAt[path.length + 1] = new Set();
    },
    key: (name, place, path) => {
      const keys = keysAt[path.length]!;
      if (issues.length > ISSUE_LIMIT) return;
      if (name === '__proto__') issues.push(forbidden(path, place));
      else if (keys.has(name)) issues.push(doubled(path, place));
      keys.add(name);
    },
  });
  return issues;
}

function forbidden(path: readonly Segment[], place: Place): Issue {
  return {
    code: 'forbidden-field', severity: 'error', at: `${pathText(path)} (${placeText(place)})`, value: '__proto__',
    message: 'No field may be called "__proto__".', hint: 'Remove it, and check where the file comes from.',
  };
}

function doubled(path: readonly Segment[], place: Place): Issue {
  return {
    code: 'duplicate-field', severity: 'error', at: `${pathText(path)} (${placeText(place)})`, value: shown(path.at(-1)),
    message: 'This object has a field of this name already, and only one of the two can be meant.', hint: 'Remove one of them.',
  };
}

/** "relationships[3].from"; "(root)" for the root. */
function pathText(path: readonly Segment[]): string {
  return path.map((s) => (typeof s === 'number' ? `[${s}]` : `.${s}`)).join('').replace(/^\./, '') || '(root)';
}

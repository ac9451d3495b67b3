import { type DatasetBuilder, positionOf } from '../builder';
import type { Fields } from '../words';
import type { Vertex } from './network';
import { tokensOf, type Token } from './tokens';

/** Names of parameters of the drawing; what stands in their place and is none of them is the shape. */
const PARAMETERS = new Set([
  's_size', 'x_fact', 'y_fact', 'phi', 'r', 'q', 'ic', 'bc', 'bw', 'lc', 'la', 'lr', 'lphi', 'fos', 'font', 'hook',
]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * What a line of vertices says: number, label, up to three coordinates, a shape, parameters by name, times.
 * Undefined, reported, where it begins with no number.
 */
export function vertexOf(text: string, line: number, builder: DatasetBuilder): { number: number; vertex: Vertex } | undefined {
  const tokens = tokensOf(text);
  const number = Number(tokens[0]?.kind === 'word' ? tokens[0].text : NaN);
  if (!Number.isSafeInteger(number) || number < 1) {
    builder.warn(
      'bad-vertex', line, 'A line of vertices begins with the number of the vertex, from 1; this one was not read.',
      'Write number, label in quotes, coordinates.', text,
    );
    builder.miss('lines of vertices');
    return undefined;
  }
  const fields: Fields = new Map();
  const times = takeTimes(tokens, fields, line, builder);
  const label = tokens[1]?.text.trim();
  const coordinates = takeNumbers(tokens, 2);
  const rest = tokens.slice(2 + coordinates.length);
  if (rest.length > 0 && !PARAMETERS.has(rest[0]!.text.toLowerCase())) fields.set('shape', rest.shift()!.text);
  takeParameters(rest, fields);
  if (coordinates[2] !== undefined && coordinates[2] !== 0.5) fields.set('z', coordinates[2]);
  return {
    number,
    vertex: {
      label: label || undefined, position: positionOf(coordinates[0], coordinates[1]), fields, start: times.start, end: times.end, line,
    },
  };
}

/** Numbers from here on, three at most. */
function takeNumbers(tokens: readonly Token[], from: number): number[] {
  const found: number[] = [];
  for (let i = from; i < from + 3 && tokens[i]?.kind === 'word' && NUMBER.test(tokens[i]!.text); i += 1)
    found.push(Number(tokens[i]!.text));
  return found;
}

/** Names and values in pairs, as fields; a name without a value is there as true. */
export function takeParameters(tokens: readonly Token[], fields: Fields): void {
  for (let i = 0; i < tokens.length; i += 2) {
    const name = tokens[i]!.text;
    const value = tokens[i + 1];
    if (name === '' || name === '__proto__') continue;
    const figure =
      value === undefined
        ? true
        : value.kind === 'word' && NUMBER.test(value.text) && Number.isFinite(Number(value.text))
          ? Number(value.text)
          : value.text;
    fields.set(name, figure);
  }
}

/** Takes the times out of the tokens of a line; what dates do not say stays as the field "times". */
export function takeTimes(
  tokens: Token[], fields: Fields, line: number, builder: DatasetBuilder,
): { start: string | undefined; end: string | undefined } {
  const at = tokens.findIndex(({ kind }) => kind === 'times');
  if (at === -1) return { start: undefined, end: undefined };
  const [{ text }] = tokens.splice(at, 1) as [Token];
  const times = timesOf(text);
  if (times === undefined)
    builder.warn(
      'bad-times', line, 'These are no times as Pajek writes them; they were kept as a property.', 'Write them as in [1-5,7-*].', text,
    );
  const written = times === undefined ? text : times.written;
  if (written !== undefined && written !== '') fields.set('times', written);
  return { start: times?.start, end: times?.end };
}

/** When a vertex or line is there: as dates where its times look like years, and as written where dates do not say all of it. */
interface Times {
  readonly start?: string;
  readonly end?: string;
  readonly written?: string;
}

const SPAN = /^(\d+|\*)(?:\s*-\s*(\d+|\*))?$/;
const YEAR = /^[12]\d{3}$/;

/**
 * The times of Pajek, as in 1-5,7-*: whole numbers of any unit, of which four figures from 1000 to 2999 are taken for years.
 * "*" is open. Of several spans the dates are the first start and the last end. Undefined where the text is no times.
 */
function timesOf(text: string): Times | undefined {
  const spans = text.split(',').map((part) => SPAN.exec(part.trim()));
  if (spans.some((span) => span === null)) return undefined;
  const points = spans.map((span) => ({ from: span![1]!, to: span![2] ?? span![1]! }));
  const years =
    points.every(({ from, to }) => (YEAR.test(from) || from === '*') && (YEAR.test(to) || to === '*'))
    && points.some(({ from, to }) => from !== '*' || to !== '*');
  if (!years) return { written: text };
  const [start, end] = [points[0]!.from, points.at(-1)!.to];
  return { ...(start === '*' ? {} : { start }), ...(end === '*' ? {} : { end }), ...(points.length > 1 ? { written: text } : {}) };
}

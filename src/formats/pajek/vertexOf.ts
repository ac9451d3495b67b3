import { positionOf, type Fields, type Gathering } from '../gather';
import type { Vertex } from './network';
import { timesOf } from './times';
import { tokensOf, type Token } from './tokens';

/** Names of parameters of the drawing; what stands in their place and is none of them is the shape. */
const PARAMETERS = new Set(['s_size', 'x_fact', 'y_fact', 'phi', 'r', 'q', 'ic', 'bc', 'bw', 'lc', 'la', 'lr', 'lphi', 'fos', 'font', 'hook']);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** What a line of vertices says: number, label, up to three coordinates, a shape, parameters by name, times. Undefined, reported, where it begins with no number. */
export function vertexOf(text: string, line: number, gathering: Gathering): { number: number; vertex: Vertex } | undefined {
  const tokens = tokensOf(text);
  const number = Number(tokens[0]?.kind === 'word' ? tokens[0].text : NaN);
  if (!Number.isSafeInteger(number) || number < 1) {
    gathering.warn('bad-vertex', line, 'A line of vertices begins with the number of the vertex, from 1; this one was not read.', 'Write number, label in quotes, coordinates.', text);
    gathering.miss('lines of vertices');
    return undefined;
  }
  const fields: Fields = new Map();
  const times = takeTimes(tokens, fields, line, gathering);
  const label = tokens[1]?.text.trim();
  const coordinates = takeNumbers(tokens, 2);
  const rest = tokens.slice(2 + coordinates.length);
  if (rest.length > 0 && !PARAMETERS.has(rest[0]!.text.toLowerCase())) fields.set('shape', rest.shift()!.text);
  takeParameters(rest, fields);
  if (coordinates[2] !== undefined && coordinates[2] !== 0.5) fields.set('z', coordinates[2]);
  return { number, vertex: { label: label || undefined, position: positionOf(coordinates[0], coordinates[1]), fields, start: times.start, end: times.end, line } };
}

/** Numbers from here on, three at most. */
function takeNumbers(tokens: readonly Token[], from: number): number[] {
  const found: number[] = [];
  for (let i = from; i < from + 3 && tokens[i]?.kind === 'word' && NUMBER.test(tokens[i]!.text); i += 1) found.push(Number(tokens[i]!.text));
  return found;
}

/** Names and values in pairs, as fields; a name without a value is there as true. */
export function takeParameters(tokens: readonly Token[], fields: Fields): void {
  for (let i = 0; i < tokens.length; i += 2) {
    const name = tokens[i]!.text;
    const value = tokens[i + 1];
    if (name === '' || name === '__proto__') continue;
    const figure = value === undefined ? true : value.kind === 'word' && NUMBER.test(value.text) && Number.isFinite(Number(value.text)) ? Number(value.text) : value.text;
    fields.set(name, figure);
  }
}

/** Takes the times out of the tokens of a line; what dates do not say stays as the field "times". */
export function takeTimes(tokens: Token[], fields: Fields, line: number, gathering: Gathering): { start: string | undefined; end: string | undefined } {
  const at = tokens.findIndex(({ kind }) => kind === 'times');
  if (at === -1) return { start: undefined, end: undefined };
  const [{ text }] = tokens.splice(at, 1) as [Token];
  const times = timesOf(text);
  if (times === undefined) gathering.warn('bad-times', line, 'These are no times as Pajek writes them; they were kept as a property.', 'Write them as in [1-5,7-*].', text);
  const written = times === undefined ? text : times.written;
  if (written !== undefined && written !== '') fields.set('times', written);
  return { start: times?.start, end: times?.end };
}

import type { Properties } from '../../model';

/** A value, and whether its text is one of the declared type; where it is none, the value is the text. */
interface TypedValue {
  readonly value: Properties[string];
  readonly fits: boolean;
}

const INTEGER = /^[-+]?\d+(?:\.0*)?$/;
const FIGURE = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * The value of a text by the name of its type in GEXF (integer, listfloat, liststring …) or GraphML (int, double …), in
 * any case. Integers beyond 2^53 stay text, so that ids that are numbers stay what they are. Unknown types are text.
 */
export function valueOfType(text: string, type: string): TypedValue {
  const plain = type.trim().toLowerCase();
  if (plain.startsWith('list')) return listOf(text, plain.slice(4));
  if (plain === 'boolean' || plain === 'bool') return booleanOf(text.trim().toLowerCase(), text);
  if (/^(?:integer|int|long|short|byte|biginteger)$/.test(plain)) return numberOf(text.trim(), INTEGER);
  if (/^(?:float|double|bigdecimal)$/.test(plain)) return numberOf(text.trim(), FIGURE);
  return { value: text, fits: true };
}

function booleanOf(plain: string, text: string): TypedValue {
  if (['true', '1', 'yes'].includes(plain)) return { value: true, fits: true };
  return ['false', '0', 'no'].includes(plain) ? { value: false, fits: true } : { value: text, fits: false };
}

function numberOf(plain: string, shape: RegExp): TypedValue {
  if (!shape.test(plain)) return { value: plain, fits: /^(?:nan|[-+]?inf(?:inity)?)$/i.test(plain) };
  const value = Number(plain);
  return { value: shape === INTEGER ? (Number.isSafeInteger(value) ? value : plain) : Number.isFinite(value) ? value : plain, fits: true };
}

/** Lists as GEXF 1.1 and 1.2 write them ("a|b", "a;b", "a, b") and as Gephi does (`[a, "b, c"]`). There are no lists of lists. */
function listOf(text: string, type: string): TypedValue {
  const plain = text.trim();
  const parts =
    plain.startsWith('[') && plain.endsWith(']')
      ? quotedParts(plain.slice(1, -1))
      : plain.split(plain.includes('|') ? '|' : plain.includes(';') ? ';' : ',');
  const values = parts
    .map((part) => valueOfType(part.trim(), type.startsWith('list') ? 'string' : type))
    .filter(({ value }) => value !== '');
  return { value: values.map(({ value }) => value as string | number | boolean), fits: values.every(({ fits }) => fits) };
}

/** The parts of a list with commas. A part may stand in double quotes; in these a backslash stands before what is no end. */
function quotedParts(text: string): string[] {
  const parts = [''];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (quoted && letter === '\\') {
      at += 1;
      parts[parts.length - 1] += text[at] ?? '';
    } else if (letter === '"' && (quoted || parts.at(-1)!.trim() === '')) quoted = !quoted;
    else if (letter === ',' && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

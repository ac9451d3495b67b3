import type { Properties } from '../../model';

/** A value, and whether its text is one of the declared type; where it is none, the value is the text. */
export interface TypedValue {
  readonly value: Properties[string];
  readonly fits: boolean;
}

/**
 * The value of a text by the name of its type in GEXF (integer, listfloat, liststring …) or GraphML (int, double …), in
 * any case. Whole numbers beyond 2^53 and others that a double does not hold stay text, so that ids that are numbers stay
 * what they are. Unknown types are text.
 */
export function valueOfType(text: string, type: string): TypedValue {
  const plain = type.trim().toLowerCase();
  if (plain.startsWith('list')) return listOf(text, plain.slice(4));
  if (plain === 'boolean' || plain === 'bool') return booleanOf(text.trim().toLowerCase(), text);
  if (/^(?:integer|int|long|short|byte|biginteger)$/.test(plain)) return numberOf(text.trim(), /^[-+]?\d+(?:\.0*)?$/);
  if (/^(?:float|double|bigdecimal)$/.test(plain)) return numberOf(text.trim(), /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i);
  return { value: text, fits: true };
}

function booleanOf(plain: string, text: string): TypedValue {
  if (['true', '1', 'yes'].includes(plain)) return { value: true, fits: true };
  return ['false', '0', 'no'].includes(plain) ? { value: false, fits: true } : { value: text, fits: false };
}

function numberOf(plain: string, shape: RegExp): TypedValue {
  if (!shape.test(plain)) return { value: plain, fits: /^(?:nan|[-+]?inf(?:inity)?)$/i.test(plain) };
  const value = Number(plain);
  const exact = Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value) || /[.e]/i.test(plain));
  return { value: exact ? value : plain, fits: true };
}

/** Lists as GEXF 1.1 and 1.2 write them ("a|b", "a;b", "a, b") and as Gephi does ("[a, "b, c"]"). */
function listOf(text: string, type: string): TypedValue {
  const plain = text.trim();
  const bracketed = /^\[.*\]$/s.test(plain);
  const inner = bracketed ? plain.slice(1, -1) : plain;
  const separator = !bracketed && inner.includes('|') ? /\|/ : !bracketed && inner.includes(';') ? /;/ : /,/;
  const parts = bracketed ? quotedParts(inner) : inner.split(separator);
  const values = parts.map((part) => valueOfType(part.trim(), type === '' ? 'string' : type));
  return { value: values.filter(({ value }) => value !== '').map(({ value }) => value as string | number | boolean), fits: values.every(({ fits }) => fits) };
}

/** The parts of a list with commas, of which any may stand in quotes with backslashes before quotes inside it. */
function quotedParts(text: string): string[] {
  return [...text.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|([^,]*))\s*(?:,|$)/gsy)].map(([, quoted, plain]) => quoted?.replace(/\\(.)/gs, '$1') ?? plain ?? '');
}

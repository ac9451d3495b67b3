import { encodingOf } from '../text/decodeText';
import { DELIMITERS, declaredDelimiter } from './delimiters';

/** So many lines tell whether a text is a table. */
const LINES = 30;

/**
 * Whether the first lines of a file look like a table of texts: two lines or more with the same delimiter, as often in most of them,
 * and no beginning of JSON, XML or a program.
 */
export function looksLikeTable(head: Uint8Array): boolean {
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(head).replace(/^\ufeff|^ï»¿/, '').trimStart();
  if (/^[{[<*%#]/.test(text) || /^(?:graph|digraph|Creator|Version)\b/.test(text) || text.includes('\0')) return false;
  if (declaredDelimiter(text)) return true;
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, LINES);
  return (
    lines.length >= 2
    && DELIMITERS.some((delimiter) => isRegular(lines.map((line) => line.replace(/"[^"]*"?/g, '').split(delimiter).length - 1)))
  );
}

/** Most lines have the commonest number of delimiters, which is not none. */
function isRegular(counts: readonly number[]): boolean {
  const times = new Map<number, number>();
  for (const n of counts.filter((one) => one > 0)) times.set(n, (times.get(n) ?? 0) + 1);
  const most = Math.max(0, ...times.values());
  return most >= 2 && most * 2 >= counts.length;
}

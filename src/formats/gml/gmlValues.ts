import { decodeHTMLStrict } from 'entities/decode';
import type { DatasetBuilder } from '../builder';
import type { GmlList, GmlValue } from './gmlRecords';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A value without quotes: a number where it is one that survives being read as one, else the word. */
export function valueOfWord(word: string): string | number {
  if (!NUMBER.test(word)) return valueOfText(word);
  const figure = Number(word);
  return Number.isFinite(figure) && (!Number.isInteger(figure) || Number.isSafeInteger(figure)) ? figure : word;
}

/** A value in quotes: character references of HTML, which end with a semicolon, stand for their characters. */
export function valueOfText(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

/** Named values of a list by key; lists in it by dotted keys, repeated keys as lists of values. */
type Fields = Map<string, string | number | (string | number)[]>;

/** The plain values of a list of GML, each by its key; of lists in it by keys with dots. Empty texts are left out. */
export function fieldsOf(entries: GmlList): Fields {
  const fields: Fields = new Map();
  const walk = (list: GmlList, before: string) => {
    for (const [key, value] of list) {
      if (key === '__proto__' || value === '') continue;
      if (typeof value === 'object') walk(value, `${before}${key}.`);
      else put(fields, `${before}${key}`, value);
    }
  };
  walk(entries, '');
  return fields;
}

function put(fields: Fields, key: string, value: string | number): void {
  const known = fields.get(key);
  if (known === undefined) fields.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else fields.set(key, [known, value]);
}

/** Takes the first of these fields that has a plain value out, in any case, and gives it as text; undefined where none has. */
export function takeText(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const key = fields.has(name) ? name : [...fields.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
    const value = key === undefined ? undefined : fields.get(key);
    if (value === undefined || Array.isArray(value) || String(value).trim() === '') continue;
    fields.delete(key!);
    return String(value).trim();
  }
  return undefined;
}

/** A plain value of a list, in any case of its key. */
export function valueIn(entries: GmlList, name: string): string | number | undefined {
  const found: GmlValue | undefined = entries.find(([key, value]) => key.toLowerCase() === name && typeof value !== 'object')?.[1];
  return typeof found === 'object' ? undefined : found;
}

/** How labels and lines are drawn has no place here: counted, and left out. */
export function takeUnread(fields: Fields, builder: DatasetBuilder): void {
  for (const [what, prefix] of [['drawing of labels', 'LabelGraphics.'], ['bends of lines', 'graphics.Line.']] as const) {
    const found = [...fields.keys()].filter((key) => key.startsWith(prefix));
    if (found.length > 0) builder.miss(what);
    for (const key of found) fields.delete(key);
  }
}

import { caseFile, writtenCase, type Case } from '../../model';
import { inSchemaOrder } from './canonicalJson';

/** How long a line may be for what is put on one. */
const WIDTH = 100;

/** A case as the text of its file: the same case gives the same bytes, and a record is a group of lines of its own. */
export function writeCase(one: Case): string {
  return compactJson(inSchemaOrder(writtenCase(one), caseFile));
}

/**
 * JSON for people and for comparing line by line: a field a line, two spaces; what holds nothing but plain values (a place, a share, a list
 * of names) on one line where it fits. A line feed at the end.
 */
function compactJson(value: unknown): string {
  return `${written(value, '')}\n`;
}

function written(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries: [string, unknown][] = isList ? value.map((v) => ['', v]) : Object.entries(value).filter(([, v]) => v !== undefined);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return `${open}${close}`;
  if (entries.every(([, v]) => v === null || typeof v !== 'object')) {
    const line = entries.map(([key, v]) => (isList ? JSON.stringify(v) : `${JSON.stringify(key)}: ${JSON.stringify(v)}`)).join(', ');
    if (line.length <= WIDTH && (isList || entries.length <= 2)) return isList ? `[${line}]` : `{ ${line} }`;
  }
  const inner = `${indent}  `;
  const lines = entries.map(([key, v]) => `${inner}${isList ? '' : `${JSON.stringify(key)}: `}${written(v, inner)}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

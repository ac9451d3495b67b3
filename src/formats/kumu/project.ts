import { asObject, type Json, jsonRecords, memberAt, MOST_LISTS, skipSeparators } from '../records';
import type { DatasetBuilder } from '../builder';
import { endOfValue } from '../records/endOfValue';

/** A record of one of a project's lists, with its place. */
export interface ProjectRecord {
  readonly json: Json;
  readonly at: string;
}

const LISTS = ['attributes', 'elements', 'connections', 'loops', 'maps', 'perspectives'] as const;
type List = (typeof LISTS)[number];

/** A project: what it says of itself, and its lists. */
export type Project = Readonly<Record<List, readonly ProjectRecord[]>> & { readonly head: Json };

/** What of a project's head is no content. */
const SETTINGS: ReadonlySet<string> = new Set([
  'proxyImages', 'attributeRelevance', '_id', 'id', '_rev', 'version', 'createdAt', 'updatedAt',
]);

/**
 * Reads the lists of a project one record after another: a record that is broken is reported, and those behind it are
 * read, as are the lists behind its list.
 */
export async function readProject(text: string, builder: DatasetBuilder): Promise<Project> {
  const lists: Record<List, ProjectRecord[]> = { attributes: [], elements: [], connections: [], loops: [], maps: [], perspectives: [] };
  const head: Record<string, unknown> = {};
  const start = skipSeparators(text, 0);
  if (text[start] !== '{')
    builder.warn(
      'not-json', 'line 1', 'This does not begin as a project of Kumu does.', 'Export it again as JSON.', text.slice(start, start + 40),
    );
  let at = start + 1;
  let read = 0;
  for (let member = memberAt(text, at); member; member = memberAt(text, at)) {
    const { key, start: value } = member;
    const list = LISTS.find((name) => name === key);
    if (list && text[value] === '[' && read < MOST_LISTS) {
      read += 1;
      at = await readList(text, value, list, lists[list], builder);
      continue;
    }
    const end = endOfValue(text, value);
    if (end === undefined) {
      builder.error(
        'cut-short', `“${key}”`, 'The file breaks off, or is broken, inside this field; nothing after it was read.',
        'Save or download it again.', key,
      );
      return { ...lists, head };
    }
    if (list)
      builder.warn(
        'too-many-lists',
        `“${key}”`,
        `The project has a field here that is no list, or more than the ${MOST_LISTS} lists that are read of one; it was not read.`,
        'Put what is alike into one list.',
      );
    else if (!SETTINGS.has(key) && key !== '__proto__') head[key] = jsonRecords(text.slice(value, end)).next().value?.value;
    at = end;
  }
  if (text[start] === '{' && text[skipSeparators(text, at)] !== '}')
    builder.error(
      'cut-short', '(end of file)', 'The project is not closed: the file ends too early, or something in it is no field.',
      'Save or download it again; what stands before was read.',
    );
  return { ...lists, head };
}

async function readList(text: string, start: number, name: string, list: ProjectRecord[], builder: DatasetBuilder): Promise<number> {
  let at = start + 1;
  for (const record of jsonRecords(text, start)) {
    at = Math.max(at, record.offset);
    if (record.issue) builder.add({ ...record.issue, at: record.issue.at.startsWith('[') ? name + record.issue.at : record.issue.at });
    const json = asObject(record.value);
    if (json) list.push({ json, at: name + record.at });
    else if (record.value !== undefined)
      builder.warn(
        'not-an-object', name + record.at, `This one of the ${name} is no object; it was not read.`, 'Correct or remove it.',
        JSON.stringify(record.value),
      );
    await builder.nextTurn((record.offset / text.length) * 0.6);
  }
  at = skipSeparators(text, at);
  return text[at] === ']' ? at + 1 : at;
}

import { recordLists, statusReader, tieWords, type Dataset, type Issue, type RecordList } from '../../model';
import { lintDataset, type LintReport } from './lintDataset';

/** An issue as a panel lists it: with the record that it is about, entities called by their names. */
export interface LintRow extends Issue {
  /** The record in words; empty where it is about none. */
  readonly about: string;
  readonly record?: { readonly list: RecordList; readonly id: string };
}

/** What a lint found, in words for a person who sees no file. */
export interface LintAnswer {
  readonly rows: readonly LintRow[];
  readonly counts: LintReport['counts'];
}

/** The lint of a dataset, each issue with its record. Cost of the lint, and O(size of the dataset). */
export function lintRows(data: Dataset): LintAnswer {
  const { issues, counts } = lintDataset(data);
  const names = new Map(data.entities.map((e) => [e.id, e.name]));
  const nameOf = (id: string) => names.get(id);
  const words = wordsIn(data, (id) => nameOf(id) ?? id);
  const rows = issues.map((issue): LintRow => {
    const record = recordAt(data, issue.at);
    const message = inNames(issue.message, nameOf);
    return { ...issue, message, about: record ? words(record) : '', ...(record ? { record } : {}) };
  });
  return { rows, counts };
}

/** The record that a path as `relationships[3].claims[0]` leads into. */
function recordAt(data: Dataset, at: string): LintRow['record'] {
  const [, name, index] = /^(\w+)\[(\d+)\]/.exec(at) ?? [];
  const list = recordLists.find((one) => one === name);
  const id = list && data[list]?.[Number(index)]?.id;
  return list && id !== undefined ? { list, id } : undefined;
}

function wordsIn(data: Dataset, nameOf: (id: string) => string): (record: { list: RecordList; id: string }) => string {
  const relationships = new Map(data.relationships.map((r) => [r.id, r]));
  const sources = new Map(data.sources.map((s) => [s.id, s]));
  const notes = new Map(data.notes?.map((n) => [n.id, n]));
  const statusOf = statusReader(data.sources, {});
  return ({ list, id }) => {
    if (list === 'entities') return nameOf(id);
    if (list === 'sources') return sources.get(id)!.title;
    if (list === 'notes') return notes.get(id)!.text;
    const r = relationships.get(id)!;
    return tieWords(r, true, statusOf(r), nameOf);
  };
}

/** A message of the lint with the names of those whose ids it has, in quotes or before a share. */
export function inNames(message: string, nameOf: (id: string) => string | undefined): string {
  return message
    .replace(/"([^"]+)"/g, (whole, id: string) => (nameOf(id) === undefined ? whole : `“${nameOf(id)}”`))
    .replace(/(\S+) (?=\d[\d.]* %)/g, (whole, id: string) => (nameOf(id) === undefined ? whole : `${nameOf(id)} `));
}

import type { Claim } from '../claim';
import type { Dataset } from '../dataset';
import { editKey, put, type Edit } from './edits';
import { recordLists, recordsIn, type AnyRecord, type RecordList } from './recordLists';

/** A text of a record, and what it is when what was looked for in it is replaced. */
export interface Replacement {
  readonly list: RecordList;
  readonly id: string;
  /** Where in the record: `name`, `aliases[1]`, `claims[0].statement`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Replacing {
  readonly find: string;
  readonly replace: string;
  /** Capitals count. */
  readonly exactly?: boolean;
}

/** The texts that are an editor's own, of which each may be replaced. What a source says word for word, its address and ids are not. */
const TEXTS: Readonly<Record<RecordList, readonly string[]>> = {
  sources: ['title', 'publisher', 'author'], entities: ['name', 'shortName', 'summary'], relationships: ['role', 'label'], notes: ['text'],
};

/** Every text of a dataset in which something is found, with what replaces it, in the order of the dataset. Cost O(size of the dataset). */
export function replacementsIn(dataset: Dataset, { find, replace, exactly = false }: Replacing): Replacement[] {
  if (find === '') return [];
  const pattern = new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), exactly ? 'gu' : 'giu');
  return recordLists.flatMap((list) =>
    recordsIn(dataset, list).flatMap((record: AnyRecord) =>
      textsOf(list, record).flatMap(([field, before]): Replacement[] => {
        const after = before.replace(pattern, () => replace);
        return after === before ? [] : [{ list, id: record.id, field, before, after }];
      }),
    ),
  );
}

function textsOf(list: RecordList, record: AnyRecord): (readonly [field: string, text: string])[] {
  const fields = record as unknown as Readonly<Record<string, unknown>>;
  const { aliases = [], claims = [] } = record as { aliases?: readonly string[]; claims?: readonly Claim[] };
  return [
    ...TEXTS[list].flatMap((field) => (typeof fields[field] === 'string' ? [[field, fields[field]] as const] : [])),
    ...aliases.map((alias, i) => [`aliases[${i}]`, alias] as const),
    ...claims.flatMap(({ statement }, i) => (statement === undefined ? [] : [[`claims[${i}].statement`, statement] as const])),
  ];
}

/** The edits that make replacements, those of one record together. A text that is another by now is left as it is. */
export function editsOfReplacements(dataset: Dataset, replacements: readonly Replacement[]): Edit[] {
  const edits = new Map<string, Edit>();
  const records = new Map(
    recordLists.flatMap((list) => recordsIn(dataset, list).map((record: AnyRecord) => [editKey(list, record.id), record] as const)),
  );
  for (const { list, id, field, before, after } of replacements) {
    const key = editKey(list, id);
    const record = edits.get(key)?.record ?? records.get(key);
    if (record && textsOf(list, record).some(([name, text]) => name === field && text === before))
      edits.set(key, put(list, withText(record, field, after) as never));
  }
  return [...edits.values()];
}

function withText(record: AnyRecord, field: string, text: string): AnyRecord {
  const [, name, index] = /^(\w+)\[(\d+)\]/.exec(field) ?? [];
  if (name === undefined) return { ...record, [field]: text } as AnyRecord;
  const list = (record as unknown as Readonly<Record<string, readonly unknown[]>>)[name]!;
  const changed = list.map((one, i) => (i !== Number(index) ? one : name === 'claims' ? { ...(one as Claim), statement: text } : text));
  return { ...record, [name]: changed } as AnyRecord;
}

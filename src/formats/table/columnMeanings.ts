/** What a table of a file is read as. `claims` and `sources` stand beside tables of entities and relationships that have ids. */
export const tableRoles = ['relationships', 'entities', 'claims', 'sources', 'notes', 'ignore'] as const;
export type TableRole = (typeof tableRoles)[number];

/** What is known of a meaning that a column can have: how a menu calls it, and the tables in which it can be chosen. */
interface ColumnMeaningEntry {
  readonly label: string;
  readonly roles: readonly TableRole[];
}

const TIES = ['relationships'] as const;
const THINGS = ['entities'] as const;
const BOTH = ['relationships', 'entities'] as const;
const CLAIMS = ['claims'] as const;
const SOURCES = ['sources'] as const;
const NOTES = ['notes'] as const;
const ABOUT = ['claims', 'notes'] as const;
const CITED = ['relationships', 'entities', 'sources'] as const;
const SAID = ['relationships', 'entities', 'claims'] as const;
const ALL = ['relationships', 'entities', 'claims', 'sources', 'notes'] as const;

/** Every meaning that a column can have, in the order in which a menu lists them. */
export const columnMeanings = {
  from: { label: 'from: id or name', roles: TIES },
  to: { label: 'to: id or name', roles: TIES },
  fromName: { label: 'from: name, beside its id', roles: TIES },
  toName: { label: 'to: name, beside its id', roles: TIES },
  fromType: { label: 'from: type', roles: TIES },
  toType: { label: 'to: type', roles: TIES },
  fromCountry: { label: 'from: country', roles: TIES },
  toCountry: { label: 'to: country', roles: TIES },
  relationshipType: { label: 'type of relationship', roles: TIES },
  label: { label: 'label', roles: TIES },
  role: { label: 'role', roles: TIES },
  directed: { label: 'directed or undirected', roles: TIES },
  share: { label: 'share', roles: BOTH },
  indirect: { label: 'held indirectly (yes or no)', roles: TIES },
  amount: { label: 'amount', roles: TIES },
  currency: { label: 'currency', roles: TIES },
  ceiling: { label: 'amount is a maximum (yes or no)', roles: TIES },
  name: { label: 'name', roles: THINGS },
  type: { label: 'type of entity', roles: THINGS },
  shortName: { label: 'short name', roles: THINGS },
  alias: { label: 'alias, or a list of them', roles: THINGS },
  jurisdiction: { label: 'country', roles: THINGS },
  identifier: { label: 'registration number', roles: THINGS },
  related: { label: 'related entity: id or name', roles: THINGS },
  summary: { label: 'summary', roles: THINGS },
  id: { label: 'id', roles: ['relationships', 'entities', 'sources', 'notes'] },
  start: { label: 'start', roles: BOTH },
  end: { label: 'end', roles: BOTH },
  aboutEntity: { label: 'id of the entity', roles: ABOUT },
  aboutRelationship: { label: 'id of the relationship', roles: ABOUT },
  source: { label: 'id of the source', roles: SAID },
  sourceTitle: { label: 'source: title', roles: CITED },
  sourceUrl: { label: 'source: web address', roles: CITED },
  publisher: { label: 'source: publisher', roles: CITED },
  author: { label: 'source: author', roles: CITED },
  published: { label: 'source: date', roles: CITED },
  sourceKind: { label: 'source: kind', roles: CITED },
  reliability: { label: 'source: reliability, A–F', roles: SOURCES },
  stance: { label: 'stance: asserts, alleges, denies, questions', roles: SAID },
  statement: { label: 'statement of the source', roles: SAID },
  locator: { label: 'page or section of the source', roles: SAID },
  made: { label: 'date of the claim or note', roles: ABOUT },
  credibility: { label: 'credibility, 1–6', roles: CLAIMS },
  quote: { label: 'quote, word for word', roles: CLAIMS },
  checkedBy: { label: 'checked by', roles: CLAIMS },
  checkedOn: { label: 'checked on', roles: CLAIMS },
  accessed: { label: 'source: read on', roles: SOURCES },
  archived: { label: 'source: address of the archived copy', roles: SOURCES },
  language: { label: 'source: code of the language', roles: SOURCES },
  fileName: { label: 'source: name of its file', roles: SOURCES },
  fileType: { label: 'source: media type of its file', roles: SOURCES },
  fileBytes: { label: 'source: size of its file in bytes', roles: SOURCES },
  fileHash: { label: 'source: SHA-256 of its file', roles: SOURCES },
  derivedFrom: { label: 'source: ids of those that it copies, translates or reports', roles: SOURCES },
  noteText: { label: 'text of the note', roles: NOTES },
  notePlace: { label: 'place of the note on the chart', roles: NOTES },
  noteBy: { label: 'author of the note', roles: NOTES },
  property: { label: 'keep as property', roles: BOTH },
  ignore: { label: 'ignore', roles: ALL },
} as const satisfies Record<string, ColumnMeaningEntry>;

/** What a column means. */
export type ColumnMeaning = keyof typeof columnMeanings;
export const columnMeaningIds = Object.keys(columnMeanings) as [ColumnMeaning, ...ColumnMeaning[]];

/** The meanings that a menu offers for the columns of a table, in its order. */
export function meaningsOf(role: TableRole): ColumnMeaning[] {
  return columnMeaningIds.filter((id) => (columnMeanings[id].roles as readonly TableRole[]).includes(role));
}

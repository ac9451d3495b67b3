import type { ColumnMeaning } from './columnMeanings';
import { PROPERTY_HEADER } from './guessColumns';
import type { ColumnMapping, OneTableMapping } from './mapping';

/** The tables that this product writes. */
const OWN_TABLES = ['entities', 'relationships', 'claims', 'sources', 'notes'] as const;
export type OwnTable = (typeof OWN_TABLES)[number];

/** A column: its header, and what it means. */
type OwnColumn = readonly [header: string, as: ColumnMeaning, more?: Pick<ColumnMapping, 'separator' | 'share' | 'dateOrder'>];

const LIST = { separator: ';' } as const;
const DATE = { dateOrder: 'YMD' } as const;

const COLUMNS: Readonly<Record<OwnTable, readonly OwnColumn[]>> = {
  entities: [
    ['id', 'id'], ['type', 'type'], ['name', 'name'], ['short name', 'shortName'], ['aliases', 'alias', LIST], ['country', 'jurisdiction'],
    ['start', 'start', DATE], ['end', 'end', DATE], ['identifiers', 'identifier', LIST], ['summary', 'summary'],
  ],
  relationships: [
    ['id', 'id'], ['type', 'relationshipType'], ['from', 'from'], ['from name', 'fromName'], ['to', 'to'], ['to name', 'toName'],
    ['label', 'label'], ['role', 'role'], ['start', 'start', DATE], ['end', 'end', DATE], ['share', 'share', { share: 'percent' }],
    ['indirect', 'indirect'], ['amount', 'amount'], ['currency', 'currency'], ['up to', 'ceiling'],
  ],
  claims: [
    ['entity', 'aboutEntity'], ['relationship', 'aboutRelationship'], ['source', 'source'], ['stance', 'stance'],
    ['statement', 'statement'], ['locator', 'locator'], ['made', 'made', DATE], ['credibility', 'credibility'],
  ],
  sources: [
    ['id', 'id'], ['title', 'sourceTitle'], ['publisher', 'publisher'], ['author', 'author'], ['published', 'published', DATE],
    ['url', 'sourceUrl'], ['kind', 'sourceKind'], ['reliability', 'reliability'],
  ],
  notes: [
    ['note', 'id'], ['text', 'noteText'], ['entity', 'aboutEntity'], ['relationship', 'aboutRelationship'], ['place', 'notePlace'],
    ['by', 'noteBy'], ['made', 'made', DATE],
  ],
};

/** Columns that are written behind those, in this order, where a record has the field: tables without them are what they always were. */
const SELDOM: Readonly<Partial<Record<OwnTable, readonly OwnColumn[]>>> = {
  claims: [
    ['quote', 'quote'], ['checked by', 'checkedBy'], ['checked on', 'checkedOn', DATE],
  ],
  sources: [
    ['accessed', 'accessed', DATE], ['archived', 'archived'], ['language', 'language'], ['file', 'fileName'], ['media type', 'fileType'],
    ['bytes', 'fileBytes'], ['sha256', 'fileHash'], ['derived from', 'derivedFrom', LIST],
  ],
};

/** The headers of the columns that are written only where they are used. */
export function seldomHeaders(table: OwnTable): string[] {
  return (SELDOM[table] ?? []).map(([header]) => header);
}

/** The headers that a table is always written with; columns of properties follow them. */
export function ownHeaders(table: OwnTable): string[] {
  return COLUMNS[table].map(([header]) => header);
}

/** Which of our own tables a row is the header of, by its exact texts. */
export function ownTableOf(header: readonly string[]): OwnTable | undefined {
  return OWN_TABLES.find((table) => {
    const headers = ownHeaders(table);
    const rest = header.slice(headers.length);
    const hasProperties = table === 'entities' || table === 'relationships';
    const seldom = seldomHeaders(table);
    return (
      headers.every((text, i) => header[i] === text)
      && rest.every((text) => (hasProperties ? PROPERTY_HEADER.test(text) : seldom.includes(text)))
    );
  });
}

/** Whether a text begins with the header of one of our own tables: then it is parted by commas, whatever is in it. */
export function isOwnText(text: string): boolean {
  const plain = text.replace(/^\ufeff/, '');
  return OWN_TABLES.some(
    (table) => plain.startsWith(ownHeaders(table).join(',')) && /^(?:,|\r|\n|$)/.test(plain.slice(ownHeaders(table).join(',').length)),
  );
}

/** How one of our own tables is read: nothing of it is guessed by what it holds, so that it comes back as it was written. */
export function ownMapping(name: string, table: OwnTable, header: readonly string[]): OneTableMapping {
  const fixed = COLUMNS[table].map(([column, as, more], index): ColumnMapping => ({ column, index, as, ...more }));
  const rest = header
    .slice(fixed.length)
    .map((column, i): ColumnMapping => ({ column, index: fixed.length + i, ...(seldomColumn(table, column) ?? restOf(table, column)) }));
  return {
    name, role: table, header: 0, columns: [...fixed, ...rest],
    ...(table === 'relationships' ? { ownership: 'none', ends: 'asWritten' } : {}),
  };
}

function seldomColumn(table: OwnTable, header: string): Pick<ColumnMapping, 'as' | 'dateOrder'> | undefined {
  const found = SELDOM[table]?.find(([text]) => text === header);
  return found && { as: found[1], ...found[2] };
}

/** A column behind those that are always written: a property under its name. One without a header is there because a row is too long. */
function restOf(table: OwnTable, header: string): Pick<ColumnMapping, 'as' | 'name' | 'json'> {
  const [, json, name] = PROPERTY_HEADER.exec(header) ?? [];
  if (name !== undefined && name.length <= 200) return { as: 'property', name, ...(json === undefined ? {} : { json: true }) };
  return { as: table === 'entities' || table === 'relationships' ? 'property' : 'ignore' };
}

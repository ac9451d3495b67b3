import type { ColumnMapping, ColumnMeaning, DateOrder, ShareNotation, TableOptions } from '../../../formats';
import { entityTypeIds, entityTypes, type EntityType } from '../../../model';
import type { ColumnDetail } from '../../../workspace';
import { DATE_ORDERS, SHARES } from './notations';

/** What more can be said of a column: a choice, and what an answer says of it. */
export interface Detail {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { id: string; label: string }[];
  say(answer: string): ColumnDetail;
}

const DATES: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['start', 'end', 'published', 'made']);
const LISTS: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['alias', 'identifier', 'source', 'property']);
const SEPARATORS = [';', ',', '|', '/'];

/** The one thing that is worth asking of a column besides its meaning; nothing of most. */
export function detailOf(column: ColumnMapping, options: TableOptions): Detail | undefined {
  const { as, dateOrder = '', share = '', entityType = '', separator = '' } = column;
  if (DATES.has(as)) return { label: 'Order of the dates', value: dateOrder, options: [{ id: '', label: `${labelIn(DATE_ORDERS, options.dateOrder)} (as the file)` }, ...DATE_ORDERS], say: (d) => (d === '' ? {} : { dateOrder: d as DateOrder }) };
  if (as === 'share') return { label: 'Notation', value: share, options: [{ id: '', label: `${labelIn(SHARES, options.share)} (as the file)` }, ...SHARES], say: (s) => (s === '' ? {} : { share: s as ShareNotation }) };
  if (as === 'from' || as === 'to') return { label: 'Type of the entities', value: entityType, options: [{ id: '', label: 'any type' }, ...entityTypeIds.map((id) => ({ id, label: entityTypes[id].label }))], say: (t) => ({ ...(separator ? { separator } : {}), ...(t === '' ? {} : { entityType: t as EntityType }) }) };
  if (LISTS.has(as)) return { label: 'Values in a cell', value: separator, options: [{ id: '', label: 'one value' }, ...[...new Set([...SEPARATORS, ...(separator ? [separator] : [])])].map((id) => ({ id, label: `several, between “${id}”` }))], say: (s) => (s === '' ? {} : { separator: s }) };
  return undefined;
}

function labelIn(options: readonly { id: string; label: string }[], id: string): string {
  return options.find((o) => o.id === id)!.label;
}

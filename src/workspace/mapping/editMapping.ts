import {
  columnMeanings, meaningsOf,
  type ColumnMapping, type ColumnMeaning, type OneTableMapping, type TableMapping, type TableRole, type ValueMapping,
} from '../../formats';

/** Meanings that one column of a table can have and no more: whoever takes it leaves the column that had it what it was itself. */
const SINGLE: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'from', 'to', 'fromName', 'toName', 'fromType', 'toType', 'fromCountry', 'toCountry', 'relationshipType', 'label', 'directed', 'share',
  'indirect', 'amount', 'currency', 'ceiling', 'name', 'type', 'shortName', 'jurisdiction', 'summary', 'id', 'start', 'end',
]);

/** A mapping in which one table is read otherwise. */
export function withTable(mapping: TableMapping, table: number, patch: Partial<OneTableMapping>): TableMapping {
  return { ...mapping, tables: mapping.tables.map((one, i) => (i === table ? { ...one, ...patch } : one)) };
}

/** A table as another kind: its columns keep what they mean as far as the kind has it, and are else kept under their headers. */
export function asRole(table: OneTableMapping, role: TableRole): OneTableMapping {
  const possible = new Set(meaningsOf(role));
  const rest: ColumnMeaning = possible.has('property') ? 'property' : 'ignore';
  const columns = table.columns.map((column) => (possible.has(column.as) ? column : means(column, rest)));
  return { ...table, role, columns };
}

/**
 * A column given a meaning. A meaning that only one column can have is taken from the one that had it, which gets the meaning of this one.
 */
export function withMeaning(table: OneTableMapping, index: number, as: ColumnMeaning): OneTableMapping {
  const before = table.columns.find((c) => c.index === index)?.as;
  const columns = table.columns.map((column) => {
    if (column.index === index) return means(column, as);
    return SINGLE.has(as) && column.as === as && before !== undefined ? means(column, before) : column;
  });
  return { ...table, columns };
}

/** A column of which more is said: how its dates or shares are written, what stands between its values, what it names. */
export function withDetail(
  table: OneTableMapping, index: number, { dateOrder, share, separator, entityType, currency, relationshipType, turned }: ColumnDetail,
): OneTableMapping {
  const detail = {
    ...(dateOrder ? { dateOrder } : {}), ...(share ? { share } : {}), ...(separator ? { separator } : {}),
    ...(entityType ? { entityType } : {}), ...(currency ? { currency } : {}), ...(relationshipType ? { relationshipType } : {}),
    ...(turned ? { turned } : {}),
  };
  const columns = table.columns.map((c) => {
    if (c.index !== index) return c;
    const { dateOrder: _d, share: _s, separator: _p, entityType: _e, currency: _c, relationshipType: _r, turned: _t, ...rest } = c;
    return { ...rest, ...detail };
  });
  return { ...table, columns };
}

/** A table in which a value of a column means what is given. */
export function withValue(table: OneTableMapping, index: number, value: ValueMapping): OneTableMapping {
  const columns = table.columns.map((column) => {
    if (column.index !== index) return column;
    const values = column.values ?? [];
    const known = values.some((one) => one.value === value.value);
    return { ...column, values: known ? values.map((one) => (one.value === value.value ? value : one)) : [...values, value] };
  });
  return { ...table, columns };
}

/** What can be said of a column besides its meaning; absent: as for the whole file, one value, any type. */
export type ColumnDetail = Pick<ColumnMapping,
  | 'dateOrder' | 'share' | 'separator' | 'entityType' | 'currency' | 'relationshipType' | 'turned'>;

/** What is said of a column besides its meaning goes with the meaning. */
function means({ column, index }: ColumnMapping, as: ColumnMeaning): ColumnMapping {
  return { column, index, as };
}

/** Whether a table can be read at all: ties need both ends, things a name or an id. In words, what is missing. */
export function missingIn({ role, columns }: OneTableMapping): string | undefined {
  const has = (as: ColumnMeaning) => columns.some((c) => c.as === as);
  const wants = (...any: ColumnMeaning[]) => (any.some(has) ? undefined : `“${columnMeanings[any[0]!].label}”`);
  const missing = {
    relationships: [wants('from', 'fromName'), wants('to', 'toName')], entities: [wants('name', 'id')],
    claims: [wants('aboutEntity', 'aboutRelationship')], sources: [wants('id')], notes: [wants('noteText')], ignore: [],
  }[role].filter((one) => one !== undefined);
  return missing.length === 0 ? undefined : `Choose a column for ${missing.join(' and ')}.`;
}

import { entityTypeIds, relationshipTypeIds, type EntityType, type RelationshipType } from '../../model';
import { entityTypeOfWord, relationshipTypeOfWord, type RelationshipTypeRead } from '../words';
import type { ColumnFacts } from './columnFacts';
import type { ColumnMeaning } from './columnMeanings';
import type { ColumnMapping, OneTableMapping, TableMapping, ValueMapping } from './mapping';
import { folded } from './rawTable';
import type { PreviewedTable, ValueCount } from './tablePreview';

/** What the values of a column stand for: types of relationships or of entities. */
export type ValueKind = 'relationship' | 'entity';

const OF_ENTITIES: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['type', 'fromType', 'toType']);
/** Columns that say what a relationship is, the first that a table has; the words of the others are read as they stand. */
const OF_RELATIONSHIPS: readonly ColumnMeaning[] = ['relationshipType', 'label', 'role'];

/** What the values of a column stand for in its table; undefined where they are no types. */
export function kindOfValues(
  { role, columns, relationshipType }: Pick<OneTableMapping, 'role' | 'columns' | 'relationshipType'>, column: ColumnMapping,
): ValueKind | undefined {
  if (OF_ENTITIES.has(column.as)) return 'entity';
  if (role !== 'relationships' || !OF_RELATIONSHIPS.includes(column.as)) return undefined;
  if (column.as === 'relationshipType') return 'relationship';
  const told = (relationshipType ?? 'linkedTo') !== 'linkedTo' || columns.some(({ as }) => as === 'relationshipType');
  const telling = OF_RELATIONSHIPS.find((as) => columns.some((one) => one.as === as));
  return !told && telling === column.as ? 'relationship' : undefined;
}

/** The values of a column by their texts. */
export function mappedValues({ values }: ColumnMapping): ReadonlyMap<string, ValueMapping> {
  return new Map((values ?? []).map((one) => [folded(one.value), one]));
}

/** The relationship that a text stands for by its word alone; the catalogue's ids stand for themselves. */
export function relationshipOfValue(text: string): RelationshipTypeRead | undefined {
  return isRelationshipType(text) ? { type: text, turned: false } : relationshipTypeOfWord(text);
}

/** The entity type that a text stands for by its word alone. */
export function entityOfValue(text: string): EntityType | undefined {
  return isEntityType(text) ? text : entityTypeOfWord(text);
}

/** What a value is taken for by its word. */
export function valueByWord(value: string, kind: ValueKind): ValueMapping {
  if (kind === 'entity') return { value, as: entityOfValue(value) ?? null };
  const read = relationshipOfValue(value);
  return { value, as: read?.type ?? null, ...(read?.turned ? { turned: true } : {}) };
}

/** What each value that a column has is taken for, in the order given: as the mapping says, else by its word. */
export function valuesTaken(column: ColumnMapping, counts: readonly ValueCount[], kind: ValueKind): ValueMapping[] {
  const mapped = mappedValues(column);
  return counts.map(({ value }) => mapped.get(value) ?? valueByWord(value, kind));
}

export function isRelationshipType(text: string): text is RelationshipType {
  return relationshipTypeIds.includes(text as RelationshipType);
}

export function isEntityType(text: string): text is EntityType {
  return entityTypeIds.includes(text as EntityType);
}

/** The values of a column as a preview shows them, the most frequent first; undefined where they can be no types. */
export function countsOf({ counts, letters, close }: ColumnFacts): ValueCount[] | undefined {
  if (counts === undefined || counts.size === 0 || letters * 2 < close) return undefined;
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * A mapping in which every column of types says of each of its values what it is taken for,
 * so that nothing is left to be guessed when it is used again.
 */
export function withAllValues(mapping: TableMapping, previewed: readonly PreviewedTable[]): TableMapping {
  return { ...mapping, tables: mapping.tables.map((table, i) => tableWithValues(table, previewed[i]?.values ?? [])) };
}

/** The same of one table. A column whose values are too many keeps those that its mapping has. */
export function tableWithValues(table: OneTableMapping, counts: PreviewedTable['values']): OneTableMapping {
  return {
    ...table,
    columns: table.columns.map((column) => {
      const kind = kindOfValues(table, column);
      const found = kind && counts[column.index];
      if (!kind || !found) return column;
      const here = new Set(found.map(({ value }) => value));
      const others = (column.values ?? []).filter(({ value }) => !here.has(folded(value)));
      return { ...column, values: [...valuesTaken(column, found, kind), ...others] };
    }),
  };
}

/** A value of a column of types that nobody has said anything of and whose word is not known. */
interface UnknownValue extends ValueCount {
  readonly table: number;
  readonly column: number;
}

/** The values that a mapping does not list and whose words are not known: what is to be asked before such a file is read. */
export function unknownValues(mapping: TableMapping, previewed: readonly PreviewedTable[]): UnknownValue[] {
  return mapping.tables.flatMap((one, table) =>
    one.columns.flatMap((column) => {
      const kind = kindOfValues(one, column);
      const mapped = mappedValues(column);
      const counts = kind && previewed[table]?.values[column.index];
      return (counts ?? [])
        .filter(({ value }) => !mapped.has(value) && valueByWord(value, kind!).as === null)
        .map((found) => ({ ...found, table, column: column.index }));
    }));
}

import { isXmlText, type Properties } from '../../model';
import { ROUND_TRIP_FIELD } from './roundTripField';
import { foldFieldName, hasMeaning } from '../words';
import { DERIVED_FIELDS } from './readGraphEdge';

export type ColumnType = 'string' | 'integer' | 'long' | 'double' | 'boolean';
export type ColumnValue = string | number | boolean;

/** The columns that our own writers give nodes and edges before properties; `throughline` comes last. */
export const NODE_COLUMNS = {
  type: 'string', jurisdiction: 'string', startDate: 'string', endDate: 'string', summary: 'string',
} as const satisfies Record<string, ColumnType>;
export const EDGE_COLUMNS = {
  type: 'string', family: 'string', status: 'string', share: 'string', shareMin: 'double', shareMax: 'double', role: 'string',
  startDate: 'string', endDate: 'string', sources: 'string',
} as const satisfies Record<string, ColumnType>;

/** Names that graph tools take for something else than a column. */
const RESERVED: ReadonlySet<string> = new Set(
  [
    ...Object.keys(NODE_COLUMNS), ...Object.keys(EDGE_COLUMNS), ...DERIVED_FIELDS, ROUND_TRIP_FIELD, 'id', 'label', 'edge label',
    'edgelabel', 'name', 'source', 'target', 'weight', 'undirected', 'kind', 'timeset', 'spells', 'x', 'y', 'z', 'r', 'g', 'b', 'size',
    'description',
  ].map(foldFieldName),
);

/**
 * The columns that the properties of records become: one for each name whose values are texts, numbers or truths. Other
 * values, and names that tools take for something else, have none; of names that differ by case only the first has one,
 * since Gephi's columns know no case. Cost O(values).
 */
export function propertyColumns(records: Iterable<{ properties?: Properties | undefined }>): Map<string, ColumnType> {
  const columns = new Map<string, ColumnType>();
  const lower = new Map<string, string>();
  for (const { properties } of records) {
    for (const [name, value] of Object.entries(properties ?? {})) {
      const type = typeOf(value);
      if (type === undefined || isReserved(name)) continue;
      const first = lower.get(name.toLowerCase()) ?? name;
      if (first !== name) continue;
      lower.set(name.toLowerCase(), name);
      columns.set(name, widest(columns.get(name), type));
    }
  }
  return columns;
}

function isReserved(name: string): boolean {
  return (
    RESERVED.has(foldFieldName(name))
    || hasMeaning(name)
    || name.startsWith('viz.')
    || name.trim() !== name
    || name === ''
    || !isXmlText(name)
  );
}

function typeOf(value: Properties[string]): ColumnType | undefined {
  if (typeof value === 'number')
    return !Number.isInteger(value) ? 'double' : Math.abs(value) < 2 ** 31 ? 'integer' : Number.isSafeInteger(value) ? 'long' : 'double';
  return typeof value === 'string' || typeof value === 'boolean' ? (typeof value as 'string' | 'boolean') : undefined;
}

const NUMBERS: readonly ColumnType[] = ['integer', 'long', 'double'];

/** A long with a fraction among its neighbours is a double; what differs in kind is text. */
function widest(known: ColumnType | undefined, type: ColumnType): ColumnType {
  if (known === undefined || known === type) return type;
  if (NUMBERS.includes(known) && NUMBERS.includes(type)) return NUMBERS[Math.max(NUMBERS.indexOf(known), NUMBERS.indexOf(type))]!;
  return 'string';
}

/**
 * Properties as columns hold them, and those that no column holds as they are:
 * lists, what is of another kind than its column, what is lost at the edges of a text.
 */
export function splitProperties(
  properties: Properties | undefined, columns: ReadonlyMap<string, ColumnType>,
): { shown: Map<string, ColumnValue>; rest: Properties } {
  const shown = new Map<string, ColumnValue>();
  const rest: Properties = {};
  for (const [name, value] of Object.entries(properties ?? {})) {
    const column = columns.get(name);
    const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (column !== undefined && scalar) shown.set(name, column === 'string' ? String(value) : value);
    if (column === undefined || !isHeld(value, column)) rest[name] = value;
  }
  return { shown, rest };
}

function isHeld(value: Properties[string], column: ColumnType): boolean {
  if (typeof value === 'string') return column === 'string' && survives(value);
  return column !== 'string' && value !== null && !Array.isArray(value);
}

/** Whether a text comes through XML as it is. */
export function survives(text: string): boolean {
  return text !== '' && text.trim() === text && isXmlText(text) && !text.includes('\r');
}

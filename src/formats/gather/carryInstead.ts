import type { Properties } from '../../model';
import { CARRIED } from './carried';
import type { ColumnValue } from './graphColumns';

/** Columns of a record, of which those with names that a format keeps for something else are carried with what has no column. */
export function carryInstead(values: ReadonlyMap<string, ColumnValue>, kept: ReadonlySet<string>): Map<string, ColumnValue> {
  const clashing = [...values].filter(([name]) => kept.has(name));
  if (clashing.length === 0) return new Map(values);
  const carried = JSON.parse(String(values.get(CARRIED) ?? '{}')) as { properties?: Properties };
  const properties = { ...carried.properties, ...Object.fromEntries(clashing) };
  return new Map<string, ColumnValue>([...[...values].filter(([name]) => !kept.has(name) && name !== CARRIED), [CARRIED, JSON.stringify({ ...carried, properties })]]);
}

import type { Properties } from '../../model';

/**
 * A JSON value as properties: objects become dotted names, lists of plain values stay lists, lists of objects become JSON texts.
 * Null and empty values are left out.
 */
export function flattened(name: string, value: unknown): [string, Properties[string]][] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    const items = value.filter((one) => one !== null && one !== undefined).map((one) => (isScalar(one) ? one : JSON.stringify(one)));
    return items.length === 0 ? [] : [[name, items]];
  }
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => (key === '__proto__' ? [] : flattened(`${name}.${key}`, inner)));
  return isScalar(value) ? [[name, value]] : [];
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

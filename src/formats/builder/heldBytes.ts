/**
 * Bytes of V8 besides the characters of texts: an object or list, a field or element, a text,
 * the entries of a record in the builder and in an index.
 */
const BYTES = { object: 56, field: 16, text: 24, record: 400 };

/**
 * What a record takes in memory, in bytes, with what a builder and an index hold besides of it. An estimate: texts of
 * other scripts take twice as much, shared ones less. O(record).
 */
export function heldBytes(record: object): number {
  return BYTES.record + sizeOf(record);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return BYTES.text + value.length;
  if (value === null || typeof value !== 'object') return 0;
  let size = BYTES.object;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) size += BYTES.field + sizeOf(inner);
  return size;
}

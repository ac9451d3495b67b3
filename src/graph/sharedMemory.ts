/**
 * The same plain data with every typed array in shared memory, so that other threads get it without a copy. What is shared already, and
 * whatever is no typed array or object of such, stays as it is. Cost O(bytes).
 */
export function inSharedMemory<T>(data: T): T {
  if (ArrayBuffer.isView(data)) return sharedArray(data as unknown as Uint8Array) as T;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, inSharedMemory(value as unknown)])) as T;
}

function sharedArray<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(values: T): T {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const shared = new (values.constructor as new (buffer: SharedArrayBuffer) => T)(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

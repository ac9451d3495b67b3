/**
 * How much is taken from the system at once, in bytes: so much is given back to it as a whole, and lies apart from what comes and goes
 * between.
 */
const CHUNK = 64 * 1024 * 1024;
/** Numbers of every width begin at a multiple of this. */
const ALIGNED = 8;

/** Begun when it is first asked for: a page has no such memory. */
let chunk: SharedArrayBuffer | undefined;
let taken = 0;

/** Memory for so many bytes that other threads can share, all zero; pieces of one chunk, which lives as long as one of them. */
export function sharedBytes(length: number): Uint8Array<SharedArrayBuffer> {
  if (length > CHUNK / 2) return new Uint8Array(new SharedArrayBuffer(length));
  if (!chunk || taken + length > chunk.byteLength) [chunk, taken] = [new SharedArrayBuffer(CHUNK), 0];
  const bytes = new Uint8Array(chunk, taken, length);
  taken += Math.ceil(length / ALIGNED) * ALIGNED;
  return bytes;
}

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
  const { buffer, byteOffset } = sharedBytes(values.byteLength);
  const shared = new (values.constructor as new (buffer: SharedArrayBuffer, offset: number, length: number) => T)(
    buffer, byteOffset, values.length,
  );
  shared.set(values);
  return shared;
}

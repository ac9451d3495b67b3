import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSharedMemory, sharedBytes } from './sharedMemory';

const arrays = fc.oneof(fc.uint8Array(), fc.uint16Array(), fc.uint32Array(), fc.float64Array({ noNaN: true }));

test('arrays are the same in shared memory, however many there are of whatever width, and none lies upon another', () => {
  fc.assert(fc.property(fc.array(arrays), (all) => {
    const shared = inSharedMemory(Object.fromEntries(all.map((values, i) => [i, { values }])));
    for (const [i, values] of all.entries()) {
      expect(shared[i]!.values).toEqual(values);
      expect(shared[i]!.values.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  }));
});

test('what is no array, and what is shared already, stays as it is', () => {
  const data = { name: 'n', list: [{ a: 1 }], none: undefined, shared: sharedBytes(12) };
  const again = inSharedMemory(data);
  expect(again).toEqual(data);
  expect(again.shared).toBe(data.shared);
  expect(again.list).toBe(data.list);
});

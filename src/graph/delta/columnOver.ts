import type { WholeNumbers } from '../growingColumn';

/** A column with other numbers at some places, of another length; the given one stays as it is. Cost O(length), as memory is copied. */
export function columnOver<C extends WholeNumbers>(base: C, length: number, others: ReadonlyMap<number, number>): C {
  let greatest = 0;
  for (const value of others.values()) greatest = Math.max(greatest, value);
  const column = withRoomFor(base, length, greatest);
  column.set(base.subarray(0, Math.min(length, base.length)));
  for (const [at, value] of others) column[at] = value;
  return column as C;
}

function withRoomFor(base: WholeNumbers, length: number, greatest: number): WholeNumbers {
  if (base instanceof Uint32Array || greatest > 0xffff) return new Uint32Array(length);
  return base instanceof Uint16Array || greatest > 0xff ? new Uint16Array(length) : new Uint8Array(length);
}

import { sourceOfBytes, type FileSource } from '../fileSource';

/** A file whose pieces end at these places, whatever figures they are. */
export function cutAt(bytes: Uint8Array, cuts: readonly number[]): FileSource {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return {
    ...sourceOfBytes(bytes),
    async *pieces() {
      for (let i = 1; i < places.length; i += 1) yield bytes.subarray(places[i - 1], places[i]);
    },
  };
}

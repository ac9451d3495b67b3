import type { PackedSink } from '../../packed';

/** A sink that keeps the file in memory. */
export function sinkInMemory(): PackedSink & { bytes(): Uint8Array } {
  const pieces: Uint8Array[] = [];
  return {
    append: async (bytes) => void pieces.push(bytes.slice()),
    begin: async (bytes) => pieces[0]!.set(bytes),
    bytes: () => {
      const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
      let at = 0;
      for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
      }
      return all;
    },
  };
}

/** Which glyph draws each character, by a font's `cmap` table (OpenType 1.9; formats 4 and 12, which all fonts of today have one of). */
export function characterMap(cmap: Uint8Array): Map<number, number> {
  const view = new DataView(cmap.buffer, cmap.byteOffset, cmap.byteLength);
  const offsets = Array.from({ length: view.getUint16(2) }, (_, i) => view.getUint32(8 + 8 * i));
  const glyphs = new Map<number, number>();
  for (const offset of new Set(offsets)) {
    const format = view.getUint16(offset);
    if (format === 12) readGroups(view, offset, glyphs);
    else if (format === 4) readSegments(view, offset, glyphs);
  }
  return glyphs;
}

function readGroups(view: DataView, offset: number, into: Map<number, number>): void {
  for (let i = 0; i < view.getUint32(offset + 12); i++) {
    const at = offset + 16 + 12 * i;
    const [first, last, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    for (let point = first; point <= last; point++) into.set(point, glyph + point - first);
  }
}

function readSegments(view: DataView, offset: number, into: Map<number, number>): void {
  const size = view.getUint16(offset + 6);
  for (let i = 0; i < size; i += 2) {
    const at = offset + 14 + i;
    const [last, first] = [view.getUint16(at), view.getUint16(at + size + 2)];
    const [delta, rangeAt] = [view.getUint16(at + 2 * size + 2), at + 3 * size + 2];
    const range = view.getUint16(rangeAt);
    for (let point = first; point <= last && point < 0xffff; point++) {
      const found = range === 0 ? point : view.getUint16(rangeAt + range + 2 * (point - first));
      const glyph = range !== 0 && found === 0 ? 0 : (found + delta) & 0xffff;
      if (glyph !== 0) into.set(point, glyph);
    }
  }
}

/** A `cmap` table of format 12 that maps some characters, ascending, to their glyphs. */
export function writeCharacterMap(glyphs: readonly (readonly [point: number, glyph: number])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(28 + 12 * glyphs.length));
  [[2, 1], [4, 3], [6, 10], [12, 12]].forEach(([at, value]) => view.setUint16(at!, value!));
  [[8, 12], [16, 16 + 12 * glyphs.length], [24, glyphs.length]].forEach(([at, value]) => view.setUint32(at!, value!));
  glyphs.forEach(([point, glyph], i) => [point, point, glyph].forEach((value, k) => view.setUint32(28 + 12 * i + 4 * k, value)));
  return new Uint8Array(view.buffer);
}

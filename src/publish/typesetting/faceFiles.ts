import { fallbackFamilies, type Face } from '../../drawing';
import { piecesFor } from '../fonts/scriptFonts';
import { assetFaces } from '../svg/assetFaces';

/** A font file that a text may need, and the characters that it is meant for. */
export interface FaceFile {
  /** As an import names it, a WOFF 1.0 file. */
  readonly file: string;
  /** Of the large scripts: files whose characters are listed, not spanned. */
  readonly large: boolean;
  holds(point: number): boolean;
}

type Family = Pick<Face, 'family' | 'weight'>;

/**
 * The files that may draw a text in a face, in the order in which a character looks for one: the face itself, subset by subset, then the
 * faces that step in for a script, then those of Hangul, kana and Han. Only files that the text has characters for.
 */
export function faceFiles(text: string, { family, weight }: Family): FaceFile[] {
  const points = [...new Set(text)].map((character) => character.codePointAt(0)!);
  const nearest = weight === 400 ? 400 : 600;
  const faces = assetFaces
    .filter((f) => (f.family === family && f.weight === nearest) || (fallbackFamilies.includes(f.family) && f.weight === nearest))
    .map((f): FaceFile => ({ file: f.file.replace(/\.woff2$/, '.woff'), large: false, holds: within(spansIn(f.unicodeRange!)) }));
  const pieces = piecesFor(text).map(({ piece }): FaceFile => ({ file: piece.file, large: true, holds: within(piece.spans) }));
  return [...faces.filter((f) => points.some((p) => f.holds(p))), ...pieces];
}

function within(spans: readonly (readonly [number, number])[]): (point: number) => boolean {
  return (point) => spans.some(([from, to]) => point >= from && point <= to);
}

/** "U+0100-02BA,U+0301" as numbers. */
function spansIn(range: string): [number, number][] {
  return range.split(',').map((part) => {
    const [from, to] = part.trim().slice(2).split('-').map((hex) => parseInt(hex, 16));
    return [from!, to ?? from!];
  });
}

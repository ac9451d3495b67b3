import { scriptPieces } from './scriptPieces';
import { unpackSpans, type Span } from './spans';

/** A file of Hangul, kana or Han, and the characters that are drawn with it. */
interface ScriptPiece {
  readonly family: string;
  /** As an import names it. */
  readonly file: string;
  readonly spans: readonly Span[];
}

/** Of what weight CSS takes these files to be, so that no browser thickens them for a name. */
export const SCRIPT_WEIGHTS = '400 600';

let unpacked: readonly ScriptPiece[] | undefined;

/** All of them, in the order in which documents embed them. */
export function allScriptPieces(): readonly ScriptPiece[] {
  return (unpacked ??= scriptPieces.map(([family, file, spans]) => ({ family, file, spans: unpackSpans(spans) })));
}

/** The files that a text needs, each with those of its characters that the text has, ascending. Most texts need none. */
export function piecesFor(text: string): { piece: ScriptPiece; points: number[] }[] {
  const points = [...new Set(text)].map((character) => character.codePointAt(0)!).filter((point) => point >= 0x1100).sort((a, b) => a - b);
  if (points.length === 0) return [];
  return allScriptPieces().flatMap((piece) => {
    const drawn = points.filter((point) => piece.spans.some(([from, to]) => point >= from && point <= to));
    return drawn.length > 0 ? [{ piece, points: drawn }] : [];
  });
}

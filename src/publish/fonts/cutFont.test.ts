import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { characterMap } from './characterMap';
import { cutFont } from './cutFont';
import { scriptFilesSource, scriptPiecesSource } from './makeScriptPieces';
import { allScriptPieces, piecesFor } from './scriptFonts';
import { packSpans, spansOf, unicodeRange, unpackSpans } from './spans';
import { unpackedFont } from './unpackedFont';
import { readWoff } from './woff';

const require = createRequire(import.meta.url);
const fileOf = (file: string) => readFileSync(require.resolve(file));
const NAMES = '삼성전자주식회사 中国石油化工 三菱UFJ銀行カブシキ 髙﨑𠮷野家 電信';

test('the checked-in pieces are those of the installed fonts', () => {
  expect(readFileSync(new URL('scriptPieces.ts', import.meta.url), 'utf8')).toBe(scriptPiecesSource());
  expect(readFileSync(new URL('../../ui/look/scriptFiles.ts', import.meta.url), 'utf8')).toBe(scriptFilesSource());
});

test('no character is in two pieces, and every Hangul syllable, kana and usual Han character is in one', () => {
  const points = allScriptPieces().flatMap(({ spans }) =>
    spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  );
  expect(new Set(points).size).toBe(points.length);
  const drawn = new Set(points);
  for (let syllable = 0xac00; syllable <= 0xd7a3; syllable++) expect(drawn.has(syllable)).toBe(true);
  expect([...'あんアン、。ー〇々（）＆Ａ'].filter((c) => !drawn.has(c.codePointAt(0)!))).toEqual([]);
  expect(points.filter((point) => point >= 0x4e00 && point <= 0x9fff).length).toBeGreaterThan(16_000);
});

test('what is cut has the outlines and widths of the whole for its characters, and no others', () => {
  for (const { piece, points } of piecesFor(NAMES)) {
    const whole = create(Buffer.from(unpackedFont(fileOf(piece.file)))) as Font;
    const cut = create(Buffer.from(unpackedFont(cutFont(fileOf(piece.file), points)))) as Font;
    expect(cut.characterSet).toEqual(points);
    for (const point of points) {
      expect(cut.glyphForCodePoint(point).path.toSVG()).toBe(whole.glyphForCodePoint(point).path.toSVG());
      expect(cut.glyphForCodePoint(point).advanceWidth).toBe(whole.glyphForCodePoint(point).advanceWidth);
      expect(cut.glyphForCodePoint(point).path.commands.length).toBeGreaterThan(0);
    }
    expect(cutFont(fileOf(piece.file), points).length).toBeLessThan(1500 + 400 * points.length);
  }
});

test('the same characters give the same bytes, whose checksums are those that OpenType asks for', () => {
  const { piece, points } = piecesFor('中国石')[0]!;
  const cut = cutFont(fileOf(piece.file), points);
  expect(cutFont(fileOf(piece.file), points)).toEqual(cut);
  expect(sumOf(unpackedFont(cut))).toBe(0xb1b0afba);
});

test('a character map that is written is read again', () => {
  for (const { piece, points } of piecesFor(NAMES))
    expect([...characterMap(readWoff(cutFont(fileOf(piece.file), points)).get('cmap')!).keys()]).toEqual(points);
});

test('spans pack and unpack, and are written as CSS writes them', () => {
  const spans = spansOf([0x4e00, 0x4e01, 0x4e02, 0x5b57, 0x20bb7]);
  expect(unpackSpans(packSpans([0x4e00, 0x4e01, 0x4e02, 0x5b57, 0x20bb7]))).toEqual(spans);
  expect(unicodeRange(spans)).toBe('U+4E00-4E02,U+5B57,U+20BB7');
});

test('a text in Latin letters needs no piece', () => {
  expect(piecesFor('Société générale d’électricité · Связь · شركة')).toEqual([]);
});

function sumOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

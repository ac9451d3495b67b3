/** An unpacked stream of a PDF and the number of its object. */
export interface PdfStream {
  readonly object: number;
  readonly text: string;
}

/** Which characters a font's codes stand for. */
type CharacterCodes = ReadonlyMap<number, string>;

/**
 * The text of each stream that sets some, as the fonts' tables of characters (`ToUnicode`) have it. Where fonts of different pages go by
 * one name, all of them are tried. What reads from right to left is given as it is seen and, once more, turned.
 */
export function* pdfTexts(file: string, streams: readonly PdfStream[]): Generator<[name: string, text: string]> {
  const fonts = fontsOf(file, streams);
  for (const { object, text } of streams) {
    if (!/\bTJ?\b/.test(text) || !/\bTf\b/.test(text)) continue;
    const most = Math.max(1, ...[...fonts.values()].map((all) => all.length));
    for (let n = 0; n < most; n++) {
      const words = textOf(text, (name) => fonts.get(name)?.[n] ?? fonts.get(name)?.[0]);
      if (words === '') continue;
      yield [`text of stream ${object}`, words];
      if (RIGHT_TO_LEFT.test(words)) yield [`text of stream ${object}, turned`, [...words].reverse().join('')];
    }
  }
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The tables of characters by the names that pages call their fonts by. */
function fontsOf(file: string, streams: readonly PdfStream[]): Map<string, CharacterCodes[]> {
  const tables = new Map(streams.filter((s) => s.text.includes('begincmap')).map((s) => [s.object, charactersOf(s.text)] as const));
  const objects = [file, ...streams.map((s) => s.text)];
  const byFont = new Map<number, CharacterCodes>();
  for (const text of objects) {
    for (const [, font, table] of text.matchAll(/(\d+) 0 obj\b(?:(?!endobj)[^])*?\/ToUnicode (\d+) 0 R/g)) {
      const found = tables.get(Number(table));
      if (found) byFont.set(Number(font), found);
    }
  }
  const named = new Map<string, CharacterCodes[]>();
  for (const text of objects) {
    for (const [, name, font] of text.matchAll(/\/([^\s/<>[\]()]+) (\d+) 0 R/g)) {
      const found = byFont.get(Number(font));
      if (found && !named.get(name!)?.includes(found)) named.set(name!, [...(named.get(name!) ?? []), found]);
    }
  }
  return named;
}

/** A table of characters (Adobe technical note 5411): single codes and ranges of them. */
function charactersOf(table: string): CharacterCodes {
  const codes = new Map<number, string>();
  for (const [, block] of table.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code, text] of block!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f\s]+)>/gi)) codes.set(parseInt(code!, 16), unicodeOf(text!));
  for (const [, block] of table.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from, to, first, list] of block!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f\s]+)>|\[([^\]]*)\])/gi)) {
      const start = parseInt(from!, 16);
      if (list !== undefined) [...list.matchAll(/<([0-9a-f\s]*)>/gi)].forEach(([, text], i) => codes.set(start + i, unicodeOf(text!)));
      else for (let code = start; code <= parseInt(to!, 16); code++) codes.set(code, shifted(unicodeOf(first!), code - start));
    }
  }
  return codes;
}

function unicodeOf(hex: string): string {
  return (hex.replace(/\s/g, '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}

function shifted(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}

/**
 * The text that a stream sets. What stands on one line and goes on in another font is one word; all else is parted by blanks. Codes are of
 * two bytes, as fonts have them that are cut down to what is used.
 */
function textOf(stream: string, fontBy: (name: string) => CharacterCodes | undefined): string {
  const parts: string[] = [];
  let [font, codes, line] = ['', undefined as CharacterCodes | undefined, ''];
  let [fontBefore, lineBefore] = ['', ''];
  for (const [, name, matrix, strings] of stream.matchAll(
    /\/([^\s/<>[\]()]+) [\d.]+ Tf|((?:-?[\d.]+ ){6})Tm|((?:\[[^\]]*\]\s*TJ)|(?:<[0-9a-fA-F\s]*>\s*Tj))/g,
  )) {
    if (name !== undefined) [font, codes] = [name, fontBy(name)];
    else if (matrix !== undefined) line = matrix.trim().split(' ')[5]!;
    else if (codes) {
      const words = [...strings!.matchAll(/<([0-9a-fA-F\s]*)>/g)]
        .flatMap(([, hex]) => hex!.replace(/\s/g, '').match(/.{4}/g) ?? [])
        .map((code) => codes!.get(parseInt(code, 16)) ?? '').join('');
      parts.push(parts.length > 0 && !(line === lineBefore && font !== fontBefore) ? ` ${words}` : words);
      [fontBefore, lineBefore] = [font, line];
    }
  }
  return parts.join('');
}

import { unzlibSync } from 'fflate';
import { pdfTexts, type PdfStream } from './pdfTexts';
import { tried } from './tried';

/** A part of a PDF by name: bytes as they lie there once they are unpacked, or a text as a reader sees it. */
type PdfPart = readonly [name: string, content: Uint8Array | string | undefined];

/**
 * The streams of a PDF (ISO 32000-1), its strings, and the text of its pages, whose characters fonts that were cut down number anew.
 * Strings in hexadecimal are UTF-16 where they begin with its mark.
 */
export function* pdfParts(bytes: Uint8Array): Generator<PdfPart> {
  const text = latin(bytes);
  const streams: PdfStream[] = [];
  for (const found of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(found.index - 3, found.index) === 'end') continue;
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    const data = bytes.subarray(start, end);
    const content = tried(() => unzlibSync(data)) ?? data;
    const read = latin(content);
    streams.push({ object: objectBefore(text, found.index), text: read });
    yield [`stream at ${start}`, content];
    yield* pdfStrings(read, `stream at ${start}`);
  }
  yield* pdfStrings(text, 'strings');
  for (const [name, words] of pdfTexts(text, streams)) yield [name, words];
}

/** The number of the object that a stream belongs to. */
function objectBefore(text: string, at: number): number {
  const head = text.slice(Math.max(0, at - 4000), at);
  return Number([...head.matchAll(/(\d+) \d+ obj\b/g)].at(-1)?.[1] ?? -1);
}

/** What a character after a backslash stands for where it is not itself (ISO 32000-1, table 3). */
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };

function* pdfStrings(text: string, place: string): Generator<PdfPart> {
  for (const found of text.matchAll(/<([0-9a-f\s]{4,})>/gi)) {
    const hex = found[1]!.replace(/\s/g, '');
    yield [`${place}, string at ${found.index}`, Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))];
  }
  for (const found of text.matchAll(/\(((?:[^()\\]|\\.)*)\)/gs)) {
    const raw = found[1]!.replace(/\\(?:([0-7]{1,3})|(.))/gs, (_, octal: string | undefined, one: string) =>
      octal === undefined ? (ESCAPED[one] ?? one) : String.fromCharCode(parseInt(octal, 8)));
    yield [`${place}, string at ${found.index}`, Uint8Array.from(raw, (c) => c.charCodeAt(0))];
  }
}

function latin(bytes: Uint8Array): string {
  // What is called latin1 is windows-1252 here, which has other characters for some bytes; strings are taken byte by byte.
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

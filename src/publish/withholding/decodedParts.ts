import { decodeHTML } from 'entities';
import { gunzipSync, unzipSync, unzlibSync } from 'fflate';
import { pdfParts } from './pdfParts';
import { tried } from './tried';

/** A part of a file: bytes as they lie there, or a text as a reader sees it. */
interface DecodedPart {
  /** The way to it, from outside in: "word/document.xml, base64 at 120". */
  readonly place: string;
  readonly bytes?: Uint8Array;
  readonly text?: string;
}

/** How many containers may lie in one another. */
const DEEPEST = 8;
/** Base64 that is shorter is as often a word. */
const SHORTEST_BASE64 = 64;
const LONGEST_WORD = 400;
const BASE64 = new RegExp(`[A-Za-z0-9+/_-]{${SHORTEST_BASE64},}={0,2}`, 'g');
const PNG = [0x89, 0x50, 0x4e, 0x47];

/**
 * All that a file holds, decoded down to the last container: chunks of PNG, files of zips, deflated streams, fonts, base64, texts with
 * their JSON escapes and character references read, and without their tags. What cannot be unpacked is given as it lies there.
 */
export function* decodedParts(bytes: Uint8Array, place = '', depth = 0): Generator<DecodedPart> {
  const at = (inner: string) => (place === '' ? inner : `${place}, ${inner}`);
  yield { place: place === '' ? 'the file' : place, bytes };
  if (depth > DEEPEST) return;
  const starts = (...head: readonly number[]) => head.every((byte, i) => bytes[i] === byte);
  const inner = (name: string, content: Uint8Array | undefined) => (content ? decodedParts(content, at(name), depth + 1) : []);
  if (starts(...PNG)) for (const [name, content] of pngParts(bytes)) yield* inner(name, content);
  else if (starts(0x50, 0x4b, 3, 4)) {
    for (const [name, content] of Object.entries(tried(() => unzipSync(bytes)) ?? {})) {
      yield { place: at(name), text: name };
      yield* inner(name, content);
    }
  } else if (starts(0x1f, 0x8b)) yield* inner('unpacked', tried(() => gunzipSync(bytes)));
  else if (starts(0x77, 0x4f, 0x46, 0x46)) for (const [name, content] of woffParts(bytes)) yield* inner(name, content);
  else if (starts(0x25, 0x50, 0x44, 0x46)) {
    for (const [name, content] of pdfParts(bytes)) {
      if (typeof content === 'string') yield { place: at(name), text: content };
      else yield* inner(name, content);
    }
  } else {
    const text = textOf(bytes);
    if (text !== undefined) yield* textParts(text, place === '' ? 'the text' : place, depth);
  }
}

function* textParts(text: string, place: string, depth: number): Generator<DecodedPart> {
  const outside = text.replace(BASE64, ' ');
  for (const found of text.matchAll(BASE64)) {
    const packed = tried(() => fromBase64(found[0]));
    if (packed) yield* decodedParts(packed, `${place}, base64 at ${found.index}`, depth + 1);
    // A long address or id is made of the same characters.
    if (found[0].length <= LONGEST_WORD) yield { place, text: found[0] };
  }
  const read = decodeHTML(unescapedJson(outside));
  yield { place, text: read };
  if (/<\/?[a-z!?]/i.test(read)) yield { place: `${place}, without its tags`, text: read.replace(/<[^<>]*>/g, '') };
}

/** JSON escapes read, as often as JSON stands within JSON. */
function unescapedJson(text: string): string {
  return text.replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16))).replace(/\\+(["/nrt])/g, (_, c: string) =>
    c === '"' || c === '/' ? c : ' ',
  );
}

/** Text in UTF-8, or in UTF-16 with its mark; undefined for what is none. */
function textOf(bytes: Uint8Array): string | undefined {
  const coding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return tried(() => new TextDecoder(coding, { fatal: true }).decode(bytes));
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

/** The chunks of a PNG, with the text of those that hold some (PNG specification 11.3.3). */
function* pngParts(bytes: Uint8Array): Generator<[string, Uint8Array | undefined]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    const name = `chunk ${type} at ${at}`;
    yield [name, data];
    if (['iTXt', 'zTXt', 'iCCP'].includes(type)) yield [`${name}, unpacked`, unpackedSomewhere(data)];
    at += 12 + length;
  }
}

/** The deflated stream that a chunk ends with, after its keywords. */
function unpackedSomewhere(data: Uint8Array): Uint8Array | undefined {
  for (let at = 0; at < Math.min(data.length, 400); at++) {
    if ((data[at]! & 0x0f) !== 8) continue;
    const content = tried(() => unzlibSync(data.subarray(at)));
    if (content && content.length > 0) return content;
  }
  return undefined;
}

/** The tables of a WOFF 1.0 font. */
function* woffParts(bytes: Uint8Array): Generator<[string, Uint8Array | undefined]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < view.getUint16(12) && 64 + 20 * i <= bytes.length; i++) {
    const at = 44 + 20 * i;
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    const data = bytes.subarray(offset, offset + packed);
    yield [`font table ${String.fromCharCode(...bytes.subarray(at, at + 4))}`, packed < length ? tried(() => unzlibSync(data)) : data];
  }
}

/** A file of a zip as its directory tells it. */
export interface ZipRecord {
  readonly name: string;
  /** By which method it is packed: 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly checksum: number;
  readonly encrypted: boolean;
  /** Where its own header begins. */
  readonly start: number;
}

/** The directory of a zip cannot be read: the zip is damaged or breaks off. */
export class DamagedZipError extends Error {
  override readonly name = 'DamagedZipError';
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const RECORD = 0x02014b50;
const RECORD_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const UTF8 = 0x800;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
/** What a number of four bytes is where the real one has eight. */
const LONG = 0xffffffff;

/**
 * The files of a zip, by its directory at the end; some tools write the longer numbers of zip64 in small zips as well.
 * Throws `DamagedZipError`. Source: APPNOTE 6.3.10, 4.3 and 4.5.3. O(directory).
 */
export function* zipDirectory(bytes: Uint8Array): Generator<ZipRecord> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) throw new DamagedZipError('its directory is missing, so it breaks off');
  let { at, left } = directoryAt(view, end);
  for (; left > 0; left -= 1) {
    if (at + RECORD_SIZE > end || view.getUint32(at, true) !== RECORD) throw new DamagedZipError('its directory is damaged');
    const record = recordAt(bytes, view, at);
    if (record.next > end) throw new DamagedZipError('its directory is damaged');
    at = record.next;
    yield record;
  }
}

/** Where the directory begins, and how many files it has. */
function directoryAt(view: DataView, end: number): { at: number; left: number } {
  const [at, left] = [view.getUint32(end + 16, true), view.getUint16(end + 10, true)];
  const locator = end - LOCATOR_SIZE;
  if ((at !== LONG && left !== 0xffff) || locator < 0 || view.getUint32(locator, true) !== LOCATOR) return { at, left };
  const long = Number(view.getBigUint64(locator + 8, true));
  if (long + 56 > end) throw new DamagedZipError('its directory is damaged');
  return { at: Number(view.getBigUint64(long + 48, true)), left: Number(view.getBigUint64(long + 32, true)) };
}

function recordAt(bytes: Uint8Array, view: DataView, at: number): ZipRecord & { next: number } {
  const [nameLength, extraLength, commentLength] = [
    view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true),
  ];
  const flags = view.getUint16(at + 8, true);
  const extra = at + RECORD_SIZE + nameLength;
  const next = extra + extraLength + commentLength;
  if (next > bytes.length) throw new DamagedZipError('its directory is damaged');
  const [size, packedSize, start] = longNumbers(view, extra, extra + extraLength, [
    view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true),
  ]);
  const name = nameOf(bytes.subarray(at + RECORD_SIZE, extra), (flags & UTF8) !== 0);
  return {
    name, method: view.getUint16(at + 10, true), packedSize, size, checksum: view.getUint32(at + 16, true), encrypted: (flags & 1) !== 0,
    start, next,
  };
}

/** Numbers in their order, those that are too long for their field from the extra field of zip64. */
function longNumbers(view: DataView, from: number, to: number, short: readonly [number, number, number]): [number, number, number] {
  let field = from;
  while (field + 4 <= to && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  let at = field + 4;
  return short.map((number) => {
    if (number !== LONG || at + 8 > to) return number;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  }) as [number, number, number];
}

/** The packed bytes of a file of a zip. Throws `DamagedZipError`. */
export function packedBytes(bytes: Uint8Array, { start, packedSize }: ZipRecord): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + LOCAL_SIZE > bytes.length || view.getUint32(start, true) !== LOCAL)
    throw new DamagedZipError('its file is not where the directory says');
  const from = start + LOCAL_SIZE + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packedSize > bytes.length) throw new DamagedZipError('its file goes on behind the end of the zip');
  return bytes.subarray(from, from + packedSize);
}

/** Where the end of the directory stands, which a comment may follow. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** Names are in UTF-8 where they say so or are; else in the code page of old DOS, of which ASCII is what counts here. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !utf8 }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return new TextDecoder('latin1').decode(bytes);
  }
}

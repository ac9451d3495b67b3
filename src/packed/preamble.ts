import { damaged, PackedFileError } from './packedFileError';
import { xxHash32 } from './xxHash32';

/** What a packed file begins with: no text, no other format, and damaged by whatever changes the ends of lines. */
const MAGIC = Uint8Array.from([0x89, 0x54, 0x48, 0x4c, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The version that is written, and the last one that is read. */
export const VERSION = 1;
export const PREAMBLE_BYTES = 64;
/** Where the checksum of what comes before it stands, in this version and all later ones. */
const CHECKSUM_AT = 60;

/** Where the directory of a packed file lies, and how long the whole file is, in bytes. */
interface Preamble {
  readonly directoryAt: number;
  readonly directoryBytes: number;
  readonly directoryChecksum: number;
  readonly size: number;
}

export function isPacked(head: Uint8Array): boolean {
  return head.length >= MAGIC.length && MAGIC.every((byte, i) => head[i] === byte);
}

export function preambleBytes({ directoryAt, directoryBytes, directoryChecksum, size }: Preamble): Uint8Array {
  const bytes = new Uint8Array(PREAMBLE_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(8, VERSION, true);
  view.setUint32(12, directoryBytes, true);
  view.setFloat64(16, directoryAt, true);
  view.setFloat64(24, size, true);
  view.setUint32(32, directoryChecksum, true);
  view.setUint32(CHECKSUM_AT, xxHash32(bytes.subarray(0, CHECKSUM_AT)), true);
  return bytes;
}

/** Throws `PackedFileError` for a file that is not packed, is damaged here, is of a later version, or is not as long as it says. */
export function preambleOf(head: Uint8Array, size: number): Preamble {
  if (!isPacked(head)) throw new PackedFileError('not-packed', 'byte 0', 'This is no packed dataset: it does not begin as one does.');
  if (head.length < PREAMBLE_BYTES) throw breaksOff(size, PREAMBLE_BYTES);
  const view = new DataView(head.buffer, head.byteOffset);
  if (view.getUint32(CHECKSUM_AT, true) !== xxHash32(head.subarray(0, CHECKSUM_AT)))
    throw damaged('its first 64 bytes', 'the checksum does not fit');
  const version = view.getUint32(8, true);
  if (version > VERSION)
    throw new PackedFileError(
      'newer-version', 'byte 8',
      `This packed dataset is of version ${version}, and this program reads versions up to ${VERSION}. `
      + `Get a newer one, or pack the data with this one.`,
    );
  const preamble = {
    directoryBytes: view.getUint32(12, true), directoryAt: view.getFloat64(16, true), size: view.getFloat64(24, true),
    directoryChecksum: view.getUint32(32, true),
  };
  if (size < preamble.size) throw breaksOff(size, preamble.size);
  if (size > preamble.size) throw damaged(`byte ${preamble.size}`, `${size - preamble.size} bytes follow its end`);
  if (!isPart(preamble.directoryAt, preamble.directoryBytes, size))
    throw damaged('its first 64 bytes', 'the directory is said to lie outside of the file');
  return preamble;
}

/** Whether so many bytes lie at a place of a file, after its preamble. */
export function isPart(at: number, bytes: number, size: number): boolean {
  return Number.isSafeInteger(at) && Number.isSafeInteger(bytes) && at >= PREAMBLE_BYTES && bytes >= 0 && at + bytes <= size;
}

function breaksOff(size: number, whole: number): PackedFileError {
  return new PackedFileError('breaks-off', `byte ${size}`, `This packed file breaks off after ${size} of ${whole} bytes. Get it again.`);
}

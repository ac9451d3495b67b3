import { Inflate } from 'fflate';
import type { Issue } from '../../model';
import type { DatasetBuilder } from '../builder';
import { limitsOf, mib, type ReadLimits } from '../limits';
import { crc32 } from './checksum';
import { DamagedPackingError, tooTightlyPacked, unpacked } from './unpacking';
import { DamagedZipError, packedBytes, zipDirectory, type ZipRecord } from './zipDirectory';

/** A file of a zip, unpacked when it is asked for. */
interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** All of it; undefined where it cannot be unpacked, which is reported. Throws `ReadLimitError`. */
  unpack(): Promise<Uint8Array | undefined>;
}

/** Whether bytes begin as a zip does. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** The names of the files of a zip that begin within its first bytes, lower case, for guessing; none where it is no zip. */
export function namesIn(head: Uint8Array): string[] {
  const names: string[] = [];
  if (!isZip(head)) return names;
  for (let at = 0; at + 30 <= head.length; at += 1) {
    if (!isZip(head.subarray(at, at + 4))) continue;
    const length = head[at + 26]! + head[at + 27]! * 256;
    names.push(new TextDecoder().decode(head.subarray(at + 30, at + 30 + length)).toLowerCase());
  }
  return names;
}

/** The first line of a file of a zip, as far as the first bytes of the zip have it, for guessing; empty where they have none of it. */
export function firstLineIn(head: Uint8Array, wanted: (name: string) => boolean): string {
  for (let at = 0; at + 30 <= head.length; at += 1) {
    if (!isZip(head.subarray(at, at + 4))) continue;
    const [nameLength, extraLength] = [head[at + 26]! + head[at + 27]! * 256, head[at + 28]! + head[at + 29]! * 256];
    const name = new TextDecoder().decode(head.subarray(at + 30, at + 30 + nameLength)).toLowerCase();
    if (!wanted(name)) continue;
    const content = head.subarray(at + 30 + nameLength + extraLength);
    return new TextDecoder().decode(head[at + 8] === 8 ? inflatedStart(content) : content.subarray(0, 4096)).split(/\r?\n/, 1)[0]!;
  }
  return '';
}

function inflatedStart(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const inflate = new Inflate((part) => parts.push(part));
  try {
    inflate.push(content.subarray(0, 4096));
  } catch (cause) {
    reason(cause);
  }
  return parts[0]?.subarray(0, 4096) ?? new Uint8Array();
}

/**
 * The files of a zip that are wanted by their name. What passes a limit by what the directory says, leads out of the zip by its path, or
 * is packed in a way that is not read, is reported and left out. Nothing is unpacked before `unpack`, and never more than the size that
 * the zip declares, so that a bomb costs no more than the limits. Nothing is written anywhere. O(directory).
 */
export function zipEntries(bytes: Uint8Array, builder: DatasetBuilder, wanted: (name: string) => boolean): ZipEntry[] {
  const limits = limitsOf(builder.options.limits);
  const entries: ZipEntry[] = [];
  try {
    let total = 0;
    for (const record of zipDirectory(bytes)) {
      const { name, size } = record;
      if (name.endsWith('/') || !wanted(name)) continue;
      const refusal = refusalOf(record, limits, total);
      if (refusal) {
        builder.warn(refusal.code, name, refusal.message, refusal.hint, name);
        continue;
      }
      if (entries.length === limits.entries) {
        builder.warn(
          'too-many-files',
          name,
          `The zip has more than the ${limits.entries} files that are read of one; this one and those behind it were not.`,
          'Open its files in several zips.',
          String(limits.entries),
        );
        break;
      }
      total += size;
      entries.push({ name, size, unpack: () => unpack(bytes, record, builder, limits) });
    }
  } catch (cause) {
    if (!(cause instanceof DamagedZipError)) throw cause;
    builder.add(damagedZip('(file)', cause.message));
  }
  return entries;
}

/** What is wrong with a zip as a whole; undefined where its directory can be read. */
export function zipFault(bytes: Uint8Array): Issue | undefined {
  try {
    const files = zipDirectory(bytes);
    while (!files.next().done);
    return undefined;
  } catch (cause) {
    if (!(cause instanceof DamagedZipError)) throw cause;
    return damagedZip('(file)', cause.message);
  }
}

function damagedZip(at: string, why: string): Issue {
  return {
    code: 'damaged-zip', severity: 'error', at, value: why.slice(0, 80), message: `The zip is damaged: ${why}.`,
    hint: 'Download or pack it again.',
  };
}

function refusalOf(
  { name, method, encrypted, size, packedSize }: ZipRecord, limits: ReadLimits, total: number,
): Pick<Issue, 'code' | 'message' | 'hint'> | undefined {
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name))
    return {
      code: 'bad-path', message: 'The path of this file leads out of the zip; the file was not read.',
      hint: 'Check where the zip comes from.',
    };
  if (encrypted)
    return { code: 'encrypted', message: 'This file is packed with a password; it was not read.', hint: 'Pack it again without one.' };
  if (method !== 0 && method !== 8)
    return {
      code: 'unread-compression', message: `This file is packed by method ${method}; only stored and deflated files are read.`,
      hint: 'Pack it again as an ordinary zip.',
    };
  if (size > limits.entry)
    return {
      code: 'too-large', message: `This file has ${mib(size)} unpacked; the largest of a zip that is read has ${mib(limits.entry)}.`,
      hint: 'Split it, or take out what is not needed.',
    };
  if (size > limits.packedSize && size > packedSize * limits.packedTimes) return tooTightlyPacked(name, limits);
  if (total + size > limits.zip)
    return {
      code: 'too-large', message: `With this file the zip has more than the ${mib(limits.zip)} unpacked that are read.`,
      hint: 'Open its files one by one.',
    };
  return undefined;
}

async function unpack(bytes: Uint8Array, record: ZipRecord, builder: DatasetBuilder, limits: ReadLimits): Promise<Uint8Array | undefined> {
  try {
    const packed = packedBytes(bytes, record);
    const found = record.method === 0 ? packed : await inflated(packed, record, builder, limits);
    if (found.length !== record.size || crc32(found) !== record.checksum) throw new DamagedZipError('its checksum does not fit');
    return found;
  } catch (cause) {
    if (!(cause instanceof DamagedZipError || cause instanceof DamagedPackingError)) throw cause;
    builder.error(
      'damaged-zip', record.name, `This file of the zip cannot be unpacked: ${cause.message}.`, 'Download or pack it again.', record.name,
    );
    return undefined;
  }
}

/** No more than the declared size is held; the thread is given up now and then. */
async function inflated(packed: Uint8Array, { name, size }: ZipRecord, builder: DatasetBuilder, limits: ReadLimits): Promise<Uint8Array> {
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const piece of unpacked([packed], 'deflate', name, limits.entry, limits)) {
    if (at + piece.length > size) throw new DamagedZipError('it is larger than the zip says');
    whole.set(piece, at);
    at += piece.length;
    if (builder.turnIsOver) await builder.pause();
  }
  if (at < size) throw new DamagedZipError('it is shorter than the zip says');
  return whole;
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) throw cause;
  return cause.message;
}

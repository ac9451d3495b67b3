import { Inflate, unzipSync } from 'fflate';
import type { DatasetBuilder } from '../builder';

/** What is read of a zip: files of this size at most when unpacked, so many of them, and so much in all (bytes). */
const LARGEST_ENTRY = 512 * 1024 * 1024;
const LARGEST_ZIP = 1536 * 1024 * 1024;
const MOST_ENTRIES = 1000;

/** A file of a zip, unpacked when it is asked for. */
interface ZipEntry {
  readonly name: string;
  readonly size: number;
  unpack(): Uint8Array | undefined;
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
 * The files of a zip that are wanted by their name. What passes a limit, leads out of the zip by its path, or is packed in
 * a way that is not read is reported and left out. Nothing is unpacked before `unpack`, and never more than the size
 * that the zip declares, so that a bomb costs no more than the limits. Nothing is written anywhere.
 */
export function zipEntries(bytes: Uint8Array, builder: DatasetBuilder, wanted: (name: string) => boolean): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        if (name.endsWith('/') || !wanted(name)) return false;
        const refusal = refusalOf(name, originalSize, compression, entries.length, total);
        if (refusal) builder.warn(refusal.code, name, refusal.message, refusal.hint, name);
        else {
          entries.push({ name, size: originalSize, unpack: () => unpack(bytes, name, builder) });
          total += originalSize;
        }
        return false;
      },
    });
  } catch (cause) {
    builder.warn('damaged-zip', '(file)', `The zip cannot be read to its end: ${reason(cause)}.`, 'Download or pack it again.');
  }
  return entries;
}

function refusalOf(name: string, size: number, compression: number, count: number, total: number): { code: string; message: string; hint: string } | undefined {
  const mib = (n: number) => `${Math.ceil(n / 1024 / 1024)} MiB`;
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name)) return { code: 'bad-path', message: 'The path of this file leads out of the zip; the file was not read.', hint: 'Check where the zip comes from.' };
  if (compression !== 0 && compression !== 8) return { code: 'unread-compression', message: `This file is packed by method ${compression}; only stored and deflated files are read.`, hint: 'Pack it again as an ordinary zip.' };
  if (size > LARGEST_ENTRY) return { code: 'too-large', message: `This file has ${mib(size)} unpacked; the largest that is read has ${mib(LARGEST_ENTRY)}.`, hint: 'Split it, or take out what is not needed.' };
  if (total + size > LARGEST_ZIP) return { code: 'too-large', message: `With this file the zip would have more than the ${mib(LARGEST_ZIP)} unpacked that are read.`, hint: 'Open its files one by one.' };
  if (count >= MOST_ENTRIES) return { code: 'too-many-files', message: `More than the ${MOST_ENTRIES} files that are read of a zip.`, hint: 'Open its files in several zips.' };
  return undefined;
}

function unpack(bytes: Uint8Array, wanted: string, builder: DatasetBuilder): Uint8Array | undefined {
  try {
    let taken = false;
    const found = unzipSync(bytes, {
      filter: ({ name }) => {
        if (name !== wanted || taken) return false;
        taken = true;
        return true;
      },
    });
    return found[wanted];
  } catch (cause) {
    builder.warn('damaged-zip', wanted, `This file of the zip cannot be unpacked: ${reason(cause)}.`, 'Download or pack it again.', wanted);
    return undefined;
  }
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) throw cause;
  return cause.message;
}

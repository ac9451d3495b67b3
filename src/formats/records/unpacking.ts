import { Gunzip, Inflate } from 'fflate';
import { limitIssue, mib, ReadLimitError, type ReadLimits } from '../limits';
import { LARGEST_WINDOW, ZstdWindows } from './zstdWindows';

/** A way in which a file, or a file of a zip, is packed. */
export type Packing = 'gzip' | 'zstd' | 'deflate';

/** How much packed is unpacked at a time, in bytes: what comes of it is at most a thousand times as much, and is checked as it comes. */
const STEP = 16 * 1024;

/** By what a file is packed as a whole, by its first bytes. */
export function packingOf(head: Uint8Array): 'gzip' | 'zstd' | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return undefined;
}

/** The packed bytes cannot be unpacked, or no further: they are damaged or break off. */
export class DamagedPackingError extends Error {
  override readonly name = 'DamagedPackingError';
}

type Decoder = { push(chunk: Uint8Array, final: boolean): void };

/**
 * What packed pieces unpack to, in pieces, no more than a step ahead of who takes them. Throws `DamagedPackingError` where
 * they are damaged, and `ReadLimitError`, which names `where`, once they are more than `most` bytes or unpack to more times their size than
 * is read.
 */
export async function* unpacked(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, packing: Packing, where: string, most: number, limits: ReadLimits,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let [packedSize, size] = [0, 0];
  const decoder = await decoderFor(packing, where, (part) => {
    size += part.length;
    if (size > most)
      throw new ReadLimitError(
        limitIssue(
          'too-large', where, mib(size), `Unpacked this has more than the ${mib(most)} that are read.`,
          'Split it, or take out what is not needed.',
        ),
      );
    if (size > limits.packedSize && size > packedSize * limits.packedTimes) throw new ReadLimitError(tooTightlyPacked(where, limits));
    ready.push(part);
  });
  const push = (chunk: Uint8Array, final: boolean) => {
    packedSize += chunk.length;
    try {
      decoder.push(chunk, final);
    } catch (cause) {
      if (cause instanceof ReadLimitError || !(cause instanceof Error)) throw cause;
      throw new DamagedPackingError(cause.message, { cause });
    }
    const found = ready;
    ready = [];
    return found;
  };
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += STEP) yield* push(piece.slice(at, at + STEP), false);
  }
  yield* push(new Uint8Array(0), true);
}

async function decoderFor(packing: Packing, where: string, take: (part: Uint8Array) => void): Promise<Decoder> {
  // Both hand over memory that they write to again.
  const copied = (part: Uint8Array | null) => part && part.length > 0 && take(part.slice());
  if (packing === 'gzip') return new Gunzip(copied);
  if (packing === 'deflate') return new Inflate(copied);
  return zstdDecoder(new (await import('fzstd')).Decompress(copied), where);
}

/** Its windows are looked at before it has them. */
function zstdDecoder(decoder: Decoder, where: string): Decoder {
  const windows = new ZstdWindows();
  return {
    push(chunk, final) {
      windows.push(chunk);
      if (windows.largest > LARGEST_WINDOW)
        throw new ReadLimitError(
          limitIssue(
            'too-large',
            where,
            mib(windows.largest),
            `This is packed by zstd with a window of ${mib(windows.largest)}; the largest that is read has ${mib(LARGEST_WINDOW)}.`,
            'Pack it again without --long and --ultra.',
          ),
        );
      decoder.push(chunk, final);
    },
  };
}

/** The issue of a file that is small only as long as it is packed. */
export function tooTightlyPacked(where: string, { packedTimes }: ReadLimits) {
  return limitIssue(
    'packed-too-tightly', where, `${packedTimes} times`,
    `This unpacks to more than ${packedTimes} times its size, as no real data does; it was not read.`,
    'Check where the file comes from; unpack it yourself where you trust it.',
  );
}

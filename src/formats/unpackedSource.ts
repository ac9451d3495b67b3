import { Turns, type Issue } from '../model';
import type { FileSource } from './fileSource';
import type { ReadLimits } from './limits';
import { crc32 } from './records/checksum';
import { DamagedPackingError, packingOf, unpacked, type Packing } from './records/unpacking';

/** A file as it is unpacked, and what is wrong with its packing: then it ends where it could be unpacked to. */
interface Unpacked {
  readonly source: FileSource;
  readonly issue?: Issue;
}

/** What a file is called that is packed as a whole. */
const NAMES: Readonly<Record<'gzip' | 'zstd', string>> = { gzip: 'gzip file', zstd: 'zstd file' };
const ENDING = /\.(gz|gzip|zst|zstd)$/i;

/** What a file is called inside its packing. */
export function unpackedName(name: string): string {
  return name.replace(ENDING, '');
}

/**
 * A file that may be packed by gzip or zstd, to be read as what is in it. A packed one is unpacked once to its end, so that its size and
 * whether it is whole are known before anything is read, and again as it is read: no more of it is held than a piece. Throws
 * `ReadLimitError`.
 */
export async function unpackedSource(source: FileSource, limits: ReadLimits, signal?: AbortSignal): Promise<Unpacked> {
  const packing = packingOf(await source.head(4));
  if (packing === undefined) return { source };
  const { size, damage } = await measured(source, packing, limits, signal);
  const inner = innerSource(source, packing, size, limits);
  return damage === undefined ? { source: inner } : { source: inner, issue: damaged(NAMES[packing], size, damage) };
}

/** The size of what a file unpacks to, and what stops it from being unpacked to its end. */
async function measured(
  source: FileSource, packing: Packing, limits: ReadLimits, signal: AbortSignal | undefined,
): Promise<{ size: number; damage?: string }> {
  let [size, checksum] = [0, 0];
  const turns = new Turns({ signal });
  const tail = new Tail();
  try {
    for await (const piece of unpacked(tail.of(source.pieces()), packing, '(file)', limits.streamed, limits)) {
      size += piece.length;
      if (packing === 'gzip') checksum = crc32(piece, checksum);
      if (turns.over) await turns.next();
    }
  } catch (cause) {
    if (!(cause instanceof DamagedPackingError)) throw cause;
    return { size, damage: cause.message };
  }
  return packing === 'gzip' && !tail.fits(checksum, size) ? { size, damage: 'its checksum does not fit' } : { size };
}

/** The last bytes of a gzip file: the checksum and size of what is in it. */
class Tail {
  #last = new Uint8Array(0);

  async *of(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.#last = piece.length >= 8 ? piece.slice(-8) : Uint8Array.from([...this.#last, ...piece]).slice(-8);
      yield piece;
    }
  }

  /** Of several members in one file they tell of the last alone, so a size that differs says nothing. */
  fits(checksum: number, size: number): boolean {
    const view = new DataView(this.#last.buffer, this.#last.byteOffset, this.#last.byteLength);
    return view.byteLength < 8 || view.getUint32(4, true) !== size % 2 ** 32 || view.getUint32(0, true) === checksum;
  }
}

function innerSource(packed: FileSource, packing: Packing, size: number, limits: ReadLimits): FileSource {
  const name = packed.name === undefined ? undefined : unpackedName(packed.name);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let left = size;
    if (left === 0) return;
    for await (const piece of unpacked(packed.pieces(), packing, '(file)', limits.streamed, limits)) {
      yield piece.length > left ? piece.subarray(0, left) : piece;
      left -= piece.length;
      if (left <= 0) return;
    }
  }
  const beginning = async (n: number) => {
    const bytes = new Uint8Array(Math.min(n, size));
    let at = 0;
    for await (const piece of pieces()) {
      bytes.set(piece.subarray(0, bytes.length - at), at);
      at += piece.length;
      if (at >= bytes.length) break;
    }
    return bytes;
  };
  return { ...(name === undefined ? {} : { name }), size, head: beginning, bytes: () => beginning(size), pieces };
}

function damaged(what: string, size: number, why: string): Issue {
  return {
    code: 'damaged-file', severity: 'error', at: `byte ${size} of what is in it`, value: why.slice(0, 80),
    message: `This ${what} is damaged or breaks off: it cannot be unpacked further.`,
    hint: size > 0 ? 'Download it again; what comes before was read.' : 'Download it again.',
  };
}


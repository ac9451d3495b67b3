import type { ByteSource } from './byteSource';
import type { Section, SectionKind } from './directory';
import { damaged, PackedFileError } from './packedFileError';
import { isPart } from './preamble';
import { xxHash32 } from './xxHash32';

/** The numbers of a section. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
/** How much is read at a time, in bytes: a reader that must copy copies no more than this. */
const PIECE = 16 * 1024 * 1024;

export function kindOf(numbers: Numbers): SectionKind {
  return numbers instanceof Uint8Array ? 'u8' : numbers instanceof Uint16Array ? 'u16' : numbers instanceof Uint32Array ? 'u32' : 'f64';
}

/** The bytes of numbers as they are written; memory is little-endian wherever this runs. */
export function bytesOfNumbers(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/**
 * Reads the sections of a packed file, each against its checksum. Everything throws `PackedFileError` for what is not as the directory
 * says.
 */
export class SectionReader {
  constructor(
    private readonly source: ByteSource,
    private readonly sections: Readonly<Record<string, Section>>,
  ) {}

  has(name: string): boolean {
    return name in this.sections;
  }

  /** Whole numbers, `length` of them where that is known. */
  async wholeNumbers(name: string, length?: number): Promise<Uint8Array | Uint16Array | Uint32Array> {
    const numbers = await this.numbers(name, length);
    if (numbers instanceof Float64Array) throw damaged(`section "${name}"`, 'it does not hold whole numbers');
    return numbers;
  }

  async floats(name: string, length?: number): Promise<Float64Array> {
    const numbers = await this.numbers(name, length);
    if (!(numbers instanceof Float64Array)) throw damaged(`section "${name}"`, 'it does not hold floating-point numbers');
    return numbers;
  }

  async json(name: string): Promise<unknown> {
    const { kind, bytes } = await this.bytes(name);
    if (kind !== 'json') throw damaged(`section "${name}"`, 'it does not hold text');
    return parsed(bytes, `section "${name}"`);
  }

  private async numbers(name: string, length: number | undefined): Promise<Numbers> {
    const { kind, bytes } = await this.bytes(name);
    if (kind === 'json') throw damaged(`section "${name}"`, 'it does not hold numbers');
    const rows = Math.floor(bytes.length / KINDS[kind].BYTES_PER_ELEMENT);
    const numbers = new KINDS[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset, rows);
    if (numbers.byteLength !== bytes.length || (length !== undefined && numbers.length !== length))
      throw damaged(`section "${name}"`, `it holds ${bytes.length} bytes, which are not ${length ?? 'whole'} numbers`);
    return numbers;
  }

  private async bytes(name: string): Promise<{ kind: SectionKind; bytes: Uint8Array }> {
    const section = Object.hasOwn(this.sections, name) ? this.sections[name] : undefined;
    if (!section) throw damaged(`section "${name}"`, 'it is not there');
    if (!isPart(section.at, section.bytes, this.source.size)) throw damaged(`section "${name}"`, 'it is said to lie outside of the file');
    const bytes = await wholeBytes(this.source, section.at, section.bytes);
    if (xxHash32(bytes) !== section.checksum)
      throw damaged(`section "${name}" (bytes ${section.at} to ${section.at + section.bytes})`, 'the checksum does not fit');
    return { kind: section.kind, bytes };
  }
}

/** JSON that is written in bytes. */
export function parsed(bytes: Uint8Array, at: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (cause) {
    throw damaged(at, 'it is not JSON', cause);
  }
}

/** Bytes of a file, all in memory of their own. Rejects where the file is shorter than it was. */
export async function wholeBytes(source: ByteSource, at: number, length: number): Promise<Uint8Array> {
  if (length <= PIECE && !source.allocate) return piece(source, at, at + length);
  const bytes = source.allocate?.(length) ?? new Uint8Array(length);
  for (let from = 0; from < length; from += PIECE) bytes.set(await piece(source, at + from, at + Math.min(from + PIECE, length)), from);
  return bytes;
}

async function piece(source: ByteSource, from: number, to: number): Promise<Uint8Array> {
  const bytes = await source.read(from, to);
  if (bytes.length !== to - from)
    throw new PackedFileError(
      'breaks-off', `byte ${from + bytes.length}`, 'The file is shorter than it was when it was opened. Open it again.',
    );
  return bytes.byteOffset === 0 ? bytes : bytes.slice();
}

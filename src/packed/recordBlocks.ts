import type { ByteSource } from './byteSource';
import { damaged } from './packedFileError';
import { isPart } from './preamble';
import type { SectionReader } from './sections';
import { wholeBytes } from './sections';
import { xxHash32 } from './xxHash32';

/** How many records a block has. */
export const BLOCK_RECORDS = 32;
/** How many blocks that were read last are kept, for each kind of record: some megabytes. */
const KEPT_BLOCKS = 1024;
/** Blocks that follow each other are read together, up to so many bytes. */
const TOGETHER = 1024 * 1024;

/** Where blocks lie, and their checksums, as plain data. */
export interface BlockParts {
  /** Where each block begins, and where the last one ends. */
  readonly starts: Float64Array;
  readonly checksums: Uint8Array | Uint16Array | Uint32Array;
}

/** The lines of a run of blocks as they were asked for. */
type Lines = Promise<readonly string[]>;

/**
 * The lines of records, one for each, in blocks of 32 with a checksum each, which lie one after another in a file. Only the blocks that are
 * asked for are read.
 */
export class RecordBlocks {
  readonly #kept = new Map<number, Lines>();

  private readonly starts: Float64Array;
  private readonly checksums: BlockParts['checksums'];

  /** The blocks that `parts` of others told, in the same file. */
  constructor(
    private readonly source: ByteSource,
    private readonly what: 'entities' | 'relationships',
    private readonly records: number,
    readonly parts: BlockParts,
  ) {
    this.starts = parts.starts;
    this.checksums = parts.checksums;
  }

  /** `at`: where the first block begins. Throws `PackedFileError`. */
  static async open(
    source: ByteSource, sections: SectionReader, what: 'entities' | 'relationships', records: number, at: number,
  ): Promise<RecordBlocks> {
    const blocks = Math.ceil(records / BLOCK_RECORDS);
    const lengths = await sections.wholeNumbers(`${what}.blocks`, blocks);
    const checksums = await sections.wholeNumbers(`${what}.checksums`, blocks);
    const starts = new Float64Array(blocks + 1);
    starts[0] = at;
    for (let block = 0; block < blocks; block++) starts[block + 1] = starts[block]! + lengths[block]!;
    if (!isPart(at, starts[blocks]! - at, source.size))
      throw damaged(`section "${what}.blocks"`, 'blocks are said to lie outside of the file');
    return new RecordBlocks(source, what, records, { starts, checksums });
  }

  /** The lines of records, in the order asked for. Rejects with `PackedFileError` for a block that is damaged. */
  async lines(integers: readonly number[]): Promise<string[]> {
    const blocks = new Map<number, readonly string[]>();
    const wanted = new Set(integers.map(blockOf));
    this.#fetch([...wanted].filter((block) => !this.#kept.has(block)).sort((a, b) => a - b));
    const lines = [...wanted].map((block) => this.#kept.get(block)!);
    for (const [i, block] of [...wanted].entries()) blocks.set(block, await lines[i]!);
    this.#forget();
    return integers.map((integer) => blocks.get(blockOf(integer))![integer % BLOCK_RECORDS]!);
  }

  /** Begins to read blocks, those that follow each other together. */
  #fetch(blocks: readonly number[]): void {
    for (let i = 0; i < blocks.length;) {
      const first = blocks[i]!;
      let last = first;
      while (blocks[++i] === last + 1 && this.starts[last + 2]! - this.starts[first]! <= TOGETHER) last++;
      this.#keep(first, last);
    }
  }

  #keep(first: number, last: number): void {
    const from = this.starts[first]!;
    const run = wholeBytes(this.source, from, this.starts[last + 1]! - from);
    for (let block = first; block <= last; block++) {
      const lines = run.then((bytes) => this.#linesOf(block, bytes.subarray(this.starts[block]! - from, this.starts[block + 1]! - from)));
      this.#kept.set(block, lines);
      // What could not be read is tried again when it is asked for again.
      lines.catch(() => this.#kept.delete(block));
    }
  }

  #linesOf(block: number, bytes: Uint8Array): string[] {
    const at = `${this.what} from ${block * BLOCK_RECORDS} on (byte ${this.starts[block]})`;
    if (xxHash32(bytes) !== this.checksums[block]) throw damaged(at, 'the checksum does not fit');
    const lines = new TextDecoder().decode(bytes).split('\n');
    const records = Math.min(BLOCK_RECORDS, this.records - block * BLOCK_RECORDS);
    if (lines.length !== records) throw damaged(at, `it holds ${lines.length} records in place of ${records}`);
    return lines;
  }

  /** Lets go of those that were read first. */
  #forget(): void {
    for (const block of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_BLOCKS) return;
      this.#kept.delete(block);
    }
  }
}

function blockOf(integer: number): number {
  return Math.floor(integer / BLOCK_RECORDS);
}

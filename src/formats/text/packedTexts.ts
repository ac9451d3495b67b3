/** How many bytes of text lie in one block (1 MiB). */
const BLOCK = 1024 * 1024;

interface Block {
  readonly bytes: Uint8Array;
  used: number;
  /** How many texts in it are still wanted. */
  texts: number;
}

/**
 * Texts that wait to be read again, as UTF-8 in large blocks: in half the room of strings, and out of the garbage
 * collector's way. A block goes when the last of its texts is dropped. Cost O(text) to add and to take.
 */
export class PackedTexts {
  readonly #blocks = new Map<number, Block>();
  /** By key: the number of its block, where it begins in it, and its length. */
  readonly #places: number[] = [];
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #last = -1;

  /** Takes a text in and gives its key. */
  add(text: string): number {
    const block = this.#room(text);
    const { written } = this.#encoder.encodeInto(text, block.bytes.subarray(block.used));
    const key = this.#places.length / 3;
    this.#places.push(this.#last, block.used, written);
    block.used += written;
    block.texts += 1;
    return key;
  }

  /** The text of a key that was not dropped. */
  take(key: number): string {
    const [block, start, length] = [this.#places[key * 3]!, this.#places[key * 3 + 1]!, this.#places[key * 3 + 2]!];
    return this.#decoder.decode(this.#blocks.get(block)!.bytes.subarray(start, start + length));
  }

  drop(key: number): void {
    const number = this.#places[key * 3]!;
    const block = this.#blocks.get(number)!;
    block.texts -= 1;
    if (block.texts === 0 && number !== this.#last) this.#blocks.delete(number);
  }

  /** The last block, if a text of this length fits in whatever its characters are (3 bytes a unit at most), else a new one. */
  #room({ length }: string): Block {
    const last = this.#blocks.get(this.#last);
    if (last && last.bytes.length - last.used >= length * 3) return last;
    if (last?.texts === 0) this.#blocks.delete(this.#last);
    const block: Block = { bytes: new Uint8Array(Math.max(BLOCK, length * 3)), used: 0, texts: 0 };
    this.#last += 1;
    this.#blocks.set(this.#last, block);
    return block;
  }
}

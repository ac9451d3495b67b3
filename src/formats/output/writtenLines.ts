/** How many bytes are gathered at a time (1 MiB). */
const BLOCK = 1024 * 1024;

/** Lines of a file that is being written, as UTF-8: a file of more than fits into one string can be written, and no line is held twice. */
export class WrittenLines {
  readonly #encoder = new TextEncoder();
  readonly #full: Uint8Array[] = [];
  #block = new Uint8Array(BLOCK);
  #used = 0;

  /** A character is three bytes a unit at most. */
  add(line: string): void {
    const most = (line.length + 1) * 3;
    if (this.#block.length - this.#used < most) this.#next(most);
    this.#used += this.#encoder.encodeInto(`${line}\n`, this.#block.subarray(this.#used)).written;
  }

  /** All of them, each with its end. */
  bytes(): Uint8Array {
    const blocks = [...this.#full, this.#block.subarray(0, this.#used)];
    const all = new Uint8Array(blocks.reduce((n, { length }) => n + length, 0));
    let at = 0;
    for (const block of blocks) {
      all.set(block, at);
      at += block.length;
    }
    return all;
  }

  #next(most: number): void {
    this.#full.push(this.#block.slice(0, this.#used));
    if (this.#block.length < most) this.#block = new Uint8Array(most);
    this.#used = 0;
  }
}

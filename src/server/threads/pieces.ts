/** The pieces of an answer as they come from a thread, for one reader. `passedOn` is told of each that the reader has taken. */
export class Pieces implements AsyncIterable<Uint8Array> {
  readonly #come: Uint8Array[] = [];
  #whole = false;
  #failure: { reason: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(private readonly passedOn: () => void) {}

  push(bytes: Uint8Array, last: boolean): void {
    this.#come.push(bytes);
    this.#whole = last;
    this.#wake();
  }

  /** What has not come never will; nothing changes where all has come. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    this.#wake();
  }

  /** Throws the reason of a failure. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      for (let piece = this.#come.shift(); piece; piece = this.#come.shift()) {
        yield piece;
        this.passedOn();
      }
      if (this.#whole) return;
      if (this.#failure) throw this.#failure.reason;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

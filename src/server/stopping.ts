import type { Server } from 'node:http';

/** A server's end: it waits for what is being answered. */
export class Stopping {
  begun = false;
  #open = 0;
  #allDone: () => void = () => undefined;

  /** Counts a request that is worked on; call what it gives back when that is over. */
  beginsOne(): () => void {
    this.#open++;
    return () => {
      if (--this.#open === 0) this.#allDone();
    };
  }

  /** Takes no more connections, and resolves when what was asked has been answered, or after so many ms. */
  async begin(server: Server, within: number): Promise<void> {
    this.begun = true;
    server.close();
    server.closeIdleConnections();
    if (this.#open === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, within);
      this.#allDone = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

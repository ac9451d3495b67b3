import type { MessagePort } from 'node:worker_threads';
import {
  openSharedStore, plainError, requestTable, StoreFailedError, type HttpAnswer, type NameParts, type RequestTable,
} from '../../store';
import { jsonPieces } from '../jsonPieces';
import { descriptorBytes } from './descriptorBytes';
import type { AnsweringData, AskedCall, FromAnswering, ReadNames, ToAnswering } from './messages';

/** How many pieces of an answer may be on their way before the first of them was passed on. */
const PIECES_AHEAD = 8;

/** Answers questions in a thread, beside each other in turns, until the thread is ended. */
export function answerQuestions(port: MessagePort, data: AnsweringData): void {
  const names = new LateNames(data.names);
  const store = openSharedStore(descriptorBytes(data), { ...data.opened, names: names.parts });
  store.prepareSearch();
  const desk = new Desk(port, requestTable(store));
  port.on('message', (message: ToAnswering) => {
    if (message.kind === 'names') names.come(message.names);
    else desk.hear(message);
  });
  port.postMessage({ kind: 'ready' } satisfies FromAnswering);
}

/** Names that searches wait for. */
class LateNames {
  readonly parts: Promise<NameParts>;
  #settle!: (names: ReadNames) => void;

  constructor(names: ReadNames | undefined) {
    this.parts = new Promise<ReadNames>((resolve) => (this.#settle = resolve)).then((read) => {
      if ('failure' in read) throw new StoreFailedError(read.failure);
      return read.parts;
    });
    // Every search hears of a failure; while nobody searches there is nobody to tell.
    this.parts.catch(() => undefined);
    if (names) this.come(names);
  }

  come(names: ReadNames): void {
    this.#settle(names);
  }
}

/** A question that is being answered. */
interface Running {
  readonly cancelled: AbortController;
  /** Of the pieces that were sent, how many are not passed on yet. */
  ahead: number;
  passedOn?: (() => void) | undefined;
}

class Desk {
  readonly #running = new Map<number, Running>();

  constructor(
    private readonly port: MessagePort,
    private readonly table: RequestTable,
  ) {}

  hear(message: Exclude<ToAnswering, { kind: 'names' }>): void {
    if (message.kind === 'ask') return void this.#answer(message);
    const running = this.#running.get(message.call);
    if (!running) return;
    if (message.kind === 'cancel') running.cancelled.abort();
    else running.ahead--;
    running.passedOn?.();
  }

  async #answer(asked: AskedCall): Promise<void> {
    const running: Running = { cancelled: new AbortController(), ahead: 0 };
    const { signal } = running.cancelled;
    this.#running.set(asked.call, running);
    const { status, json } = await this.#answered(asked, signal);
    if (!signal.aborted) await this.#send(asked.call, status, json, running);
    if (signal.aborted) this.#tell({ kind: 'stopped', call: asked.call });
    this.#running.delete(asked.call);
  }

  async #answered({ method, path, body }: AskedCall, signal: AbortSignal): Promise<HttpAnswer> {
    try {
      return await this.table(method, path, body, { signal });
    } catch (error) {
      return { status: 500, json: { error: plainError(error) } };
    }
  }

  /** Sends an answer piece by piece, never many more than are passed on. */
  async #send(call: number, status: number, json: unknown, running: Running): Promise<void> {
    const pieces = jsonPieces(json);
    let piece = pieces.next();
    while (!piece.done && !running.cancelled.signal.aborted) {
      const bytes = new TextEncoder().encode(piece.value);
      piece = pieces.next();
      this.#tell({ kind: 'piece', call, status, bytes, last: piece.done === true }, [bytes.buffer]);
      running.ahead++;
      while (running.ahead >= PIECES_AHEAD && !running.cancelled.signal.aborted)
        await new Promise<void>((resolve) => (running.passedOn = resolve));
    }
  }

  #tell(message: FromAnswering, transfer: readonly ArrayBuffer[] = []): void {
    this.port.postMessage(message, transfer);
  }
}

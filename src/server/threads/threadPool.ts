import type { Worker } from 'node:worker_threads';
import type { CallOptions } from '../../model';
import type { ServedAnswer } from '../servedAnswer';
import type { FromAnswering, ToAnswering } from './messages';
import { Pieces } from './pieces';

/** How many questions a thread works on beside each other; more wait. */
const MOST_BESIDE = 8;
/** How long a thread may take to hear of a cancellation, in ms. Questions give way many times a second. */
const HEARS_WITHIN = 10_000;
/** A thread that ends before it has lived so long is replaced only after as long again, in ms. */
const SHORT_LIFE = 1000;

/** A question on its way: it waits, is computed, or its answer is being sent. */
interface Call {
  readonly number: number;
  readonly asked: { readonly method: string; readonly path: string; readonly body: unknown };
  readonly resolve: (answer: ServedAnswer) => void;
  readonly reject: (reason: unknown) => void;
  /** Listens for its cancellation no more. */
  over: () => void;
  thread?: Thread;
  /** From the first piece of its answer on. */
  pieces?: Pieces;
  /** Set where nobody wants the answer any more. */
  givingUp?: NodeJS.Timeout;
}

/** What the pool is at, for health and metrics. */
export interface PoolFigures {
  /** Threads that answer; one that is being replaced does not. */
  readonly threads: number;
  readonly computing: number;
  readonly waiting: number;
  /** How many threads ended that nobody had ended. */
  readonly lost: number;
}

interface PoolOptions {
  readonly threads: number;
  /** Starts a thread that runs `answerQuestions`. */
  start(): Worker;
  readonly hearsWithin?: number;
}

/**
 * Threads that answer questions: each question goes to the one that works on fewest. A question that is cancelled stops in its thread; a
 * thread that does not hear of it, or ends by itself, is replaced, and the other questions that it was at are answered with an error.
 */
export class ThreadPool {
  readonly #threads = new Set<Thread>();
  readonly #waiting = new Set<Call>();
  #calls = 0;
  #lost = 0;
  #closed = false;

  constructor(private readonly options: PoolOptions) {
    for (let i = 0; i < options.threads; i++) this.#start();
  }

  get figures(): PoolFigures {
    const answering = [...this.#threads].filter((thread) => thread.ready);
    return {
      threads: answering.length, computing: answering.reduce((sum, thread) => sum + thread.computing, 0), waiting: this.#waiting.size,
      lost: this.#lost,
    };
  }

  /** The workers of the pool, for tests that end one. */
  get workers(): readonly Worker[] {
    return [...this.#threads].map((thread) => thread.worker);
  }

  /** Rejects with the signal's reason, at once, when it is aborted. */
  ask(method: string, path: string, body: unknown, { signal }: CallOptions = {}): Promise<ServedAnswer> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const call: Call = { number: ++this.#calls, asked: { method, path, body }, resolve, reject, over: () => undefined };
      if (signal) {
        const cancel = () => this.#cancel(call, signal.reason);
        signal.addEventListener('abort', cancel, { once: true });
        call.over = () => signal.removeEventListener('abort', cancel);
      }
      this.#waiting.add(call);
      this.#assign();
    });
  }

  /** To all threads that there are. */
  tell(message: ToAnswering): void {
    for (const thread of this.#threads) thread.worker.postMessage(message);
  }

  /** Ends all threads. What is under way is answered with an error. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()));
    for (const call of this.#waiting) {
      call.over();
      call.resolve(lostAnswer());
    }
    this.#waiting.clear();
  }

  #start(): void {
    const thread = new Thread(this.options.start());
    this.#threads.add(thread);
    thread.worker.on('message', (message: FromAnswering) => this.#hear(thread, message));
    thread.worker.on('error', (error) => console.error(`A thread of the server has ended: ${error.message}`));
    thread.worker.on('exit', () => this.#lose(thread));
  }

  #hear(thread: Thread, message: FromAnswering): void {
    if (message.kind === 'ready') thread.ready = true;
    else {
      const call = thread.calls.get(message.call);
      if (call && message.kind === 'piece') this.#pass(call, message);
      if (call && (message.kind === 'stopped' || message.last)) thread.end(call);
    }
    this.#assign();
  }

  #pass(call: Call, { status, bytes, last }: Extract<FromAnswering, { kind: 'piece' }>): void {
    const thread = call.thread!;
    if (!call.pieces) {
      call.pieces = new Pieces(() => thread.worker.postMessage({ kind: 'more', call: call.number } satisfies ToAnswering));
      call.resolve({ status, pieces: call.pieces });
    }
    call.pieces.push(bytes, last);
  }

  #assign(): void {
    for (const call of this.#waiting) {
      const [thread] = [...this.#threads]
        .filter(({ ready, computing }) => ready && computing < MOST_BESIDE)
        .sort((a, b) => a.computing - b.computing);
      if (!thread) return;
      this.#waiting.delete(call);
      thread.begin(call);
    }
  }

  #cancel(call: Call, reason: unknown): void {
    call.over();
    call.reject(reason);
    call.pieces?.fail(reason);
    if (this.#waiting.delete(call)) return;
    const { thread } = call;
    if (!thread?.calls.has(call.number)) return;
    thread.worker.postMessage({ kind: 'cancel', call: call.number } satisfies ToAnswering);
    call.givingUp = setTimeout(() => void thread.worker.terminate(), this.options.hearsWithin ?? HEARS_WITHIN).unref();
  }

  #lose(thread: Thread): void {
    this.#threads.delete(thread);
    for (const call of thread.calls.values()) {
      call.pieces?.fail(new ThreadLostError());
      call.resolve(lostAnswer());
      thread.end(call);
    }
    if (this.#closed) return;
    this.#lost++;
    if (thread.age >= SHORT_LIFE) this.#start();
    else setTimeout(() => this.#closed || this.#start(), SHORT_LIFE).unref();
  }
}

/** One thread, and what it is at. */
class Thread {
  readonly calls = new Map<number, Call>();
  ready = false;
  readonly #started = performance.now();

  constructor(readonly worker: Worker) {}

  /** How many questions it works on, but for those whose answers are being sent. */
  get computing(): number {
    let computing = 0;
    for (const call of this.calls.values()) if (!call.pieces) computing++;
    return computing;
  }

  get age(): number {
    return performance.now() - this.#started;
  }

  begin(call: Call): void {
    call.thread = this;
    this.calls.set(call.number, call);
    this.worker.postMessage({ kind: 'ask', call: call.number, ...call.asked } satisfies ToAnswering);
  }

  end(call: Call): void {
    clearTimeout(call.givingUp);
    call.over();
    this.calls.delete(call.number);
  }
}

/** The thread that worked on a question has ended, which the question may have been the cause of. */
class ThreadLostError extends Error {
  override readonly name = 'ThreadLostError';
  constructor() {
    super(
      'The part of the server that worked on this question has stopped and is replaced. It may have run out of memory. '
      + 'Ask again, or ask less at a time.',
    );
  }
}

function lostAnswer(): ServedAnswer {
  const { name, message } = new ThreadLostError();
  return { status: 503, json: { error: { name, message } } };
}

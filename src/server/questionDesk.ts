import type { IncomingMessage, ServerResponse } from 'node:http';
import { questionNameAt } from '../store';
import { refusal } from './answer';
import type { Metrics, Outcome } from './metrics';
import { BadRequestError, requestBody } from './requestBody';
import { sendAnswer } from './sendAnswer';
import type { Questions, ServedAnswer } from './servedAnswer';

interface DeskOptions {
  /** Absent where no dataset is served. */
  readonly questions: Questions | undefined;
  /** How long a question may take, in ms. */
  readonly longest: number;
  readonly metrics: Metrics;
}

/** A question took longer than the server allows. */
class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  constructor(question: string, longest: number) {
    const seconds = Math.ceil(longest / 1000);
    super(
      `The question “${question}” was cut off by the deadline of this server, ${seconds} ${seconds === 1 ? 'second' : 'seconds'}; `
      + `nothing of it is answered. Ask less at a time: fewer hops, a shorter period.`,
    );
  }
}

/** Answers questions of a store over HTTP, and counts them. */
export class QuestionDesk {
  /** How many are being answered. */
  running = 0;

  constructor(private readonly options: DeskOptions) {}

  /**
   * Answers a question. It is given up when whoever asked has gone, and answered with 503 when it takes longer than the deadline, even if
   * the store does not stop.
   */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { questions, metrics } = this.options;
    if (!questions) return refusal(response, 404, 'No dataset is served here.');
    const name = questionNameAt(path) ?? (path === '/' ? 'list' : 'unknown');
    const began = performance.now();
    const count = (outcome: Outcome) => metrics.count(name, outcome, (performance.now() - began) / 1000);
    this.running++;
    try {
      const answered = await this.#asked(questions, request, response, path, name);
      count(answered.status < 400 ? 'answered' : answered.status < 500 ? 'refused' : 'failed');
      await sent(request, response, answered);
    } catch (error) {
      count(outcomeOf(error, response));
      if (error instanceof BadRequestError) return refusal(response, error.status, error.message);
      if (error instanceof DeadlineError) return refusal(response, 503, { name: error.name, message: error.message });
      if (!response.destroyed) throw error;
    } finally {
      this.running--;
    }
  }

  async #asked(
    questions: Questions, request: IncomingMessage, response: ServerResponse, path: string, name: string,
  ): Promise<ServedAnswer> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const body = await requestBody(request);
    const { longest } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new DeadlineError(name, longest);
        reject(error);
        gone.abort(error);
      }, longest);
    });
    try {
      return await Promise.race([questions(request.method ?? 'GET', path, body, { signal: gone.signal }), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A reader that goes away amid a long answer is nobody's fault; one that gets no more of it sees its connection end. */
async function sent(request: IncomingMessage, response: ServerResponse, answered: ServedAnswer): Promise<void> {
  try {
    await sendAnswer(request, response, answered);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

function outcomeOf(error: unknown, response: ServerResponse): Outcome {
  if (error instanceof DeadlineError) return 'cut_off';
  if (error instanceof BadRequestError) return 'refused';
  return response.destroyed ? 'cancelled' : 'failed';
}

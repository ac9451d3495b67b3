import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpAnswer, RequestTable } from '../store';
import { answer, refusal } from './answer';
import { BadRequestError, requestBody } from './requestBody';

/** The store did not answer in time. */
class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Answers a question of a store. It is given up when whoever asked has gone, and answered with 503 when it takes longer
 * than `longest` ms, even if the store does not stop.
 */
export async function answerQuestion(
  request: IncomingMessage, response: ServerResponse, path: string, questions: RequestTable | undefined, longest: number,
): Promise<void> {
  if (!questions) return refusal(response, 404, 'No dataset is served here.');
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const { status, json } = await inTime(longest, gone, async (signal) =>
      questions(request.method ?? 'GET', path, await requestBody(request), { signal }),
    );
    answer(response, status, json);
  } catch (error) {
    if (response.destroyed || (gone.signal.aborted && !(error instanceof NoAnswerError))) return;
    if (error instanceof BadRequestError) return refusal(response, error.status, error.message);
    if (error instanceof NoAnswerError) return refusal(response, 503, error.message);
    throw error;
  }
}

async function inTime(longest: number, gone: AbortController, ask: (signal: AbortSignal) => Promise<HttpAnswer>): Promise<HttpAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new NoAnswerError(
          `The question was not answered within ${Math.ceil(longest / 1000)} seconds and was given up. `
          + `Ask less at a time: fewer hops, a shorter period.`,
        ),
      );
      gone.abort();
    }, longest);
  });
  try {
    return await Promise.race([ask(gone.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

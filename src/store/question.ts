import type { z } from 'zod';
import { PatternSizeError, SearchSizeError } from '../analysis';
import type { CallOptions } from '../model';
import type { DatasetReader } from './memory/datasetReader';
import { TooMuchAskedError } from './storeError';

/** What a store can be asked: a row of the table of questions. */
export interface Question<Asked = unknown, Answer = unknown> {
  /** What it asks, in a sentence for whoever reads about it. */
  readonly about: string;
  /** The shape of the question; what comes from another machine is held to it. */
  readonly asked: z.ZodType<Asked>;
  /** False for what is asked only of a store that one has to oneself: a server does not answer it. */
  readonly shared: boolean;
  /**
   * Answers from a dataset in memory. Long work gives way to messages at least every 50 ms,
   * tells its progress and hears of its cancellation.
   */
  answer(reader: DatasetReader, asked: Asked, options: CallOptions): Promise<Answer>;
}

/** A question that anybody may ask. */
export function question<Asked, Answer>(
  about: string, asked: z.ZodType<Asked>, answer: Question<Asked, Answer>['answer'],
): Question<Asked, Answer> {
  return { about, asked, shared: true, answer: refused(answer) };
}

/** A search that the data are too large for is too much asked, as an answer of too many records is. */
function refused<Asked, Answer>(answer: Question<Asked, Answer>['answer']): Question<Asked, Answer>['answer'] {
  return async (...asked) => {
    try {
      return await answer(...asked);
    } catch (error) {
      throw error instanceof PatternSizeError || error instanceof SearchSizeError ? new TooMuchAskedError(error.message) : error;
    }
  };
}

/** A question for a store that one has to oneself. */
export function ownQuestion<Asked, Answer>(
  about: string, asked: z.ZodType<Asked>, answer: Question<Asked, Answer>['answer'],
): Question<Asked, Answer> {
  return { about, asked, shared: false, answer };
}

import { z } from 'zod';
import { PackedFileError } from '../../packed';
import type { CallOptions, GraphStore } from '../graphStore';
import { UnknownEntityError } from '../graphStore';
import { isAboutEntity, plainError, TooMuchAskedError } from '../storeError';
import { sharedQuestions } from './sharedQuestions';

/** What a server is to answer with. */
export interface HttpAnswer {
  status: number;
  json: unknown;
}

/**
 * Answers a request to a store; `path` begins below the API's own ("/search"), `body` is the parsed JSON.
 * Rejects only where the store itself fails.
 */
export type RequestTable = (method: string, path: string, body: unknown, options?: CallOptions) => Promise<HttpAnswer>;

/**
 * The questions of a store as a table of requests, without a server: 200 with the answer, 400 with what is wrong in
 * the question, 404 for a path or an entity that is not there, 405 for a method. Errors are `{ error: { name, message, id? } }`.
 * GET of "/" lists the questions, each with the JSON Schema of its body. 500 says what is wrong with a packed file that turns out to be
 * damaged; any other failure of the store is thrown on.
 */
export function requestTable(store: GraphStore): RequestTable {
  return async (method, path, body, options = {}) => {
    if (method === 'GET' && path === '/') return { status: 200, json: { questions: sharedQuestions.map(documented) } };
    const question = sharedQuestions.find((q) => q.path === path);
    if (!question)
      return refused(
        404, 'NoSuchQuestion', `There is no question at "${path}". Questions: ${sharedQuestions.map((q) => q.path).join(', ')}.`,
      );
    if (method !== 'POST') return refused(405, 'MethodNotAllowed', 'Questions are asked with POST.');
    const given = question.asked.safeParse(body ?? {});
    if (!given.success) return refused(400, 'BadQuestion', given.error.issues.map(issueText).join(' '));
    try {
      const ask = store[question.name] as (asked: unknown, options: CallOptions) => Promise<unknown>;
      return { status: 200, json: await ask(given.data, options) };
    } catch (error) {
      if (error instanceof TooMuchAskedError) return { status: 400, json: { error: plainError(error) } };
      if (isAboutEntity(error)) return { status: error instanceof UnknownEntityError ? 404 : 400, json: { error: plainError(error) } };
      if (error instanceof PackedFileError) return { status: 500, json: { error: plainError(error) } };
      throw error;
    }
  };
}

function documented({ name, path, about, asked }: (typeof sharedQuestions)[number]) {
  return { name, method: 'POST', path, about, asked: z.toJSONSchema(asked, { io: 'input' }) };
}

function refused(status: number, name: string, message: string): HttpAnswer {
  return { status, json: { error: { name, message } } };
}

function issueText({ path, message }: z.core.$ZodIssue): string {
  return `${path.map(String).join('.') || 'question'}: ${message}.`;
}

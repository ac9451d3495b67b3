import type { z } from 'zod';
import { UnknownEntityError, type Ask, type GraphStore } from '../graphStore';
import { isAboutEntity, plainError } from '../storeError';
import { httpQuestions } from './questions';

/** What a server is to answer with. */
export interface HttpAnswer {
  status: number;
  json: unknown;
}

/** Answers a request to a store; `path` begins below the API's own ("/search"), `body` is the parsed JSON. Rejects only where the store itself fails. */
export type RequestTable = (method: string, path: string, body: unknown, ask?: Ask) => Promise<HttpAnswer>;

/**
 * The questions of a store as a table of requests, without a server: 200 with the answer, 400 with what is wrong in
 * the question, 404 for a path or an entity that is not there, 405 for a method. Errors are `{ error: { name, message, id? } }`.
 */
export function routesOf(store: GraphStore): RequestTable {
  return async (method, path, body, ask = {}) => {
    const question = httpQuestions.find((q) => q.path === path);
    if (!question) return refused(404, 'NoSuchQuestion', `There is no question at "${path}". Questions: ${httpQuestions.map((q) => q.path).join(', ')}.`);
    if (method !== 'POST') return refused(405, 'MethodNotAllowed', 'Questions are asked with POST.');
    const given = question.body.safeParse(body ?? {});
    if (!given.success) return refused(400, 'BadQuestion', given.error.issues.map(issueText).join(' '));
    try {
      return { status: 200, json: await question.answer(store, given.data, ask) };
    } catch (error) {
      if (isAboutEntity(error)) return { status: error instanceof UnknownEntityError ? 404 : 400, json: { error: plainError(error) } };
      throw error;
    }
  };
}

function refused(status: number, name: string, message: string): HttpAnswer {
  return { status, json: { error: { name, message } } };
}

function issueText({ path, message }: z.core.$ZodIssue): string {
  return `${path.map(String).join('.') || 'question'}: ${message}.`;
}

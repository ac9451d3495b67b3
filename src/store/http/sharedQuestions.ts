import type { QuestionName } from '../graphStore';
import type { Question } from '../question';
import { questions } from '../questions';
import { pathOf } from './pathOf';

/** The questions that a server answers, each with its path below the API's own, in the order of the table. */
export const sharedQuestions = (Object.entries(questions) as [QuestionName, Question][])
  .filter(([, { shared }]) => shared)
  .map(([name, { about, asked }]) => ({ name, path: pathOf(name), about, asked }));

/** The question that is asked at a path below the API's own. */
export function questionNameAt(path: string): QuestionName | undefined {
  return sharedQuestions.find((q) => q.path === path)?.name;
}

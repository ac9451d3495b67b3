import type { Relaxation, RouteQuestion } from '../../model';
import type { GraphIndex } from '../../graph';

/** One thing that could be given up: the question as it would be, and the words for a button. */
export interface Candidate {
  question: RouteQuestion;
  sentence: string;
}

/** What a rule may look at while it looks for the least that helps. */
export interface Inquiry {
  readonly index: GraphIndex;
  /** The hops of the shortest route; undefined where there is none. */
  lengthOf(question: RouteQuestion): number | undefined;
  nameOf(entityId: string): string;
  /** The question with what else is given up; the question itself where nothing is. */
  eased(question: RouteQuestion): RouteQuestion;
}

/** A kind of restriction that a question may have, and how it is given up. */
export interface RelaxationRule {
  readonly kind: Relaxation['kind'];
  /** The question without the restriction; undefined where it has none of this kind. */
  fully(question: RouteQuestion): RouteQuestion | undefined;
  /** What could be given up of it, least first. It is asked only where giving up all of it helps. */
  candidates(question: RouteQuestion, inquiry: Inquiry): Iterable<Candidate>;
}

/** The question with other filter fields; fields that are undefined are taken out. */
export function withFilter(question: RouteQuestion, changes: Partial<Record<keyof RouteQuestion['filter'], unknown>>): RouteQuestion {
  const entries = Object.entries({ ...question.filter, ...changes }).filter(([, value]) => value !== undefined);
  return { ...question, filter: Object.fromEntries(entries) as RouteQuestion['filter'] };
}

/** The question without one field that may be absent. */
export function without(question: RouteQuestion, field: 'via' | 'hub'): RouteQuestion {
  const rest = { ...question };
  delete rest[field];
  return rest;
}

/** The least of `low` … `high` that passes; `high` is known to, and whatever is above one that passes does too. */
export function leastPassing(low: number, high: number, passes: (n: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}

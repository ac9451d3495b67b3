import type { RouteQuestion } from '../../model';
import { leastPassing, without, type RelaxationRule } from './relaxationRule';

/** The longest route that a question may ask for. */
const LONGEST = 12;

export const length: RelaxationRule = {
  kind: 'length',
  fully: (question) => (question.maxHops < LONGEST ? { ...question, maxHops: LONGEST } : undefined),
  *candidates(question, { lengthOf }) {
    const hops = lengthOf({ ...question, maxHops: LONGEST })!;
    yield { question: { ...question, maxHops: hops }, sentence: `look for routes of up to ${hops} hops` };
  },
};

export const hub: RelaxationRule = {
  kind: 'hub',
  fully: (question) => (question.hub === undefined ? undefined : without(question, 'hub')),
  *candidates(question, { index, lengthOf }) {
    let largest = question.hub! + 1;
    for (let entity = 0; entity < index.entityCount; entity++) largest = Math.max(largest, index.degree(entity));
    const needed = leastPassing(question.hub! + 1, largest, (n) => lengthOf({ ...question, hub: n }) !== undefined);
    yield { question: { ...question, hub: needed }, sentence: `let entities with up to ${needed} relationships be stepping stones` };
  },
};

export const places: RelaxationRule = {
  kind: 'places',
  fully: (question) => (question.places ? undefined : { ...question, places: true }),
  *candidates(question) {
    yield { question: { ...question, places: true }, sentence: 'let places be stepping stones' };
  },
};

export const avoid: RelaxationRule = {
  kind: 'avoid',
  fully: (question) => (question.avoid.length === 0 ? undefined : { ...question, avoid: [] }),
  *candidates(question, { nameOf }) {
    for (const id of [...new Set(question.avoid)].sort())
      yield { question: avoidingAllBut(question, id), sentence: `allow routes through ${nameOf(id)}` };
    yield { question: { ...question, avoid: [] }, sentence: 'avoid nobody' };
  },
};

function avoidingAllBut(question: RouteQuestion, id: string): RouteQuestion {
  return { ...question, avoid: question.avoid.filter((other) => other !== id) };
}

export const via: RelaxationRule = {
  kind: 'via',
  fully: (question) => (question.via === undefined ? undefined : without(question, 'via')),
  *candidates(question, { nameOf }) {
    yield { question: without(question, 'via'), sentence: `allow routes that do not pass ${nameOf(question.via!)}` };
  },
};

export const direction: RelaxationRule = {
  kind: 'direction',
  fully: (question) => (question.direction === 'any' ? undefined : { ...question, direction: 'any' }),
  *candidates(question) {
    yield { question: { ...question, direction: 'any' }, sentence: 'go against the arrows too' };
  },
};

import { z } from 'zod';
import { entityTypeIds, filter, intermediaryQuestion, ownersQuestion, routeQuestion, venturesQuestion } from '../../model';
import type { Ask, GraphStore } from '../graphStore';

const id = z.string().min(1).max(200);
const ids = z.array(id).max(100_000);

const searchQuestion = z.strictObject({ text: z.string().max(500), limit: z.int().min(1).max(1000).optional(), entityTypes: z.array(z.enum(entityTypeIds)).optional() });
const neighbourQuestion = z.strictObject({ entity: id, filter: filter.optional(), limit: z.int().min(1).max(10_000).optional() });

/** A question as it travels: its path, the shape of its body, and the call that answers it. */
export interface HttpQuestion {
  readonly path: string;
  readonly body: z.ZodType;
  answer(store: GraphStore, body: unknown, ask: Ask): Promise<unknown>;
}

function question<T>(path: string, body: z.ZodType<T>, answer: (store: GraphStore, body: T, ask: Ask) => Promise<unknown>): HttpQuestion {
  return { path, body, answer: (store, given, ask) => answer(store, given as T, ask) };
}

/** Every question of a store, asked with POST and a JSON body. */
export const httpQuestions: readonly HttpQuestion[] = [
  question('/describe', z.strictObject({}), (store, _body, ask) => store.describe(ask)),
  question('/search', searchQuestion, (store, body, ask) => store.search(body, ask)),
  question('/entities', z.strictObject({ ids }), (store, body, ask) => store.entities(body.ids, ask)),
  question('/relationships', z.strictObject({ ids }), (store, body, ask) => store.relationships(body.ids, ask)),
  question('/sources', z.strictObject({ ids }), (store, body, ask) => store.sources(body.ids, ask)),
  question('/part', z.strictObject({ ids: z.union([z.literal('all'), ids]) }), (store, body, ask) => store.part(body.ids, ask)),
  question('/neighbours', neighbourQuestion, (store, body, ask) => store.neighbours(body, ask)),
  question('/routes', routeQuestion, (store, body, ask) => store.routes(body, ask)),
  question('/why-no-route', routeQuestion, (store, body, ask) => store.whyNoRoute(body, ask)),
  question('/between', intermediaryQuestion, (store, body, ask) => store.between(body, ask)),
  question('/ventures', venturesQuestion, (store, body, ask) => store.ventures(body, ask)),
  question('/owners', ownersQuestion, (store, body, ask) => store.owners(body, ask)),
  question('/structure', z.strictObject({ filter: filter.optional() }), (store, body, ask) => store.structure(body.filter, ask)),
  question('/histogram', z.strictObject({ filter: filter.optional() }), (store, body, ask) => store.histogram(body.filter, ask)),
];

import { z } from 'zod';
import { routeQuestion, statuses, type CallOptions, type Hop, type RouteAnswer, type RouteQuestion } from '../../model';
import { excludedText, plainText } from '../../wording';
import { partAmong, partiesIn, partyIn, type McpDataset } from '../dataset';
import { sentence } from '../quotation';
import { answerShape, evidencedTie, limit, namedEntity, page, party, skipUpTo, toldSource } from '../shapes';
import { Telling } from '../telling';
import { tool } from '../tool';

/** A question about two entities, by name or id. */
export const pairInput = routeQuestion
  .omit({ k: true, notThrough: true })
  .extend({ from: party, to: party, avoid: z.array(party).max(50).default([]), via: party.optional() });

const hop = z.strictObject({
  from: namedEntity, to: namedEntity, status: z.enum(statuses), ties: z.array(evidencedTie), moreTies: z.int().optional(),
  deniedBeside: z.array(evidencedTie).optional().describe('Ties of the same two that sources deny; no part of the route.'),
});

const route = z.strictObject({
  number: z.int(),
  sentence: sentence.describe('The route as one sentence. Say it with its status; it is no fact beyond that.'),
  status: z.enum(statuses).describe('That of the weakest hop.'),
  hops: z.int(),
  weakest: z.strictObject({ from: namedEntity, to: namedEntity, status: z.enum(statuses) }),
  together: sentence.describe('Whether all hops ever held at one time.'),
  apart: sentence.optional(),
  probableMatches: z.array(sentence).optional(),
  publishers: z.int().describe('How many independent publishers stand behind it.'),
  chain: z.array(hop),
});

export const routesTool = tool({
  name: 'routes',
  title: 'How two entities are connected',
  about:
    'Lists the routes between two entities, the shortest first, then the strongest. Each route is a sentence with its status, its weakest '
    + 'hop, and every hop with its claims and sources, denials beside allegations. Where there is none, ask "why_no_route" with the same '
    + 'arguments.',
  example: { from: 'Huawei', to: 'Koryolink', limit: 2 },
  input: pairInput.extend({ limit: limit(20, 5), skip: skipUpTo(900) }),
  output: answerShape({
    from: namedEntity, to: namedEntity, routes: z.array(route), sources: z.array(toldSource), page,
    allThereAre: z.boolean().describe('Whether there are no other routes under these conditions.'),
    leftOut: sentence.optional(),
  }),
  async answer({ limit, skip, ...asked }, dataset, options) {
    const question = await questionIn(dataset, asked, skip + limit, options);
    const answer = await dataset.store.routes(question, options);
    return { told: { ...(await toldRoutes(dataset, question, answer, skip, options)), ...leftOut(answer) } };
  },
});

/** The question with ids in place of names. */
export async function questionIn(
  dataset: McpDataset, asked: z.output<typeof pairInput>, k: number, options: CallOptions,
): Promise<RouteQuestion> {
  const [from, to] = await partiesIn(dataset, [asked.from, asked.to], options);
  const avoid = await partiesIn(dataset, asked.avoid, options);
  const via = asked.via === undefined ? {} : { via: await partyIn(dataset, asked.via, options) };
  return routeQuestion.parse({ ...asked, from, to, avoid, ...via, k });
}

async function toldRoutes(dataset: McpDataset, question: RouteQuestion, answer: RouteAnswer, skip: number, options: CallOptions) {
  const routes = answer.routes.slice(skip);
  const part = await partAmong(dataset, [answer.from, answer.to, ...routes.flatMap((r) => r.entities)], options);
  const telling = new Telling(part, question.filter);
  const { sentences } = telling;
  const told = routes.map((route, i) => {
    const facts = sentences.facts(route);
    const apart = sentences.apart(route);
    const probable = sentences.probable(route);
    return {
      number: skip + i + 1, sentence: plainText(sentences.route(route)), status: route.strength, hops: route.length,
      weakest: { from: telling.named(facts.weakest.from), to: telling.named(facts.weakest.to), status: facts.weakest.status },
      together: facts.together, ...(apart === undefined ? {} : { apart }), ...(probable.length === 0 ? {} : { probableMatches: probable }),
      publishers: facts.publisherCount, chain: route.hops.map((hop) => toldHop(hop, telling)),
    };
  });
  const next = answer.complete || routes.length === 0 ? {} : { next: skip + routes.length };
  return {
    from: telling.named(answer.from), to: telling.named(answer.to), routes: told, sources: telling.citedSources(),
    page: { shown: routes.length, ...next }, allThereAre: answer.complete,
  };
}

/** How many ties of one hop are told. */
const MOST_TIES = 8;

function toldHop({ from, to, status, relationships }: Hop, telling: Telling): z.output<typeof hop> {
  const passed = new Set(relationships.map((r) => r.id));
  const denied = telling.part.relationships.filter(
    (r) =>
      !passed.has(r.id) && telling.sentences.statusOf(r.id) === 'denied'
      && ((r.from === from && r.to === to) || (r.from === to && r.to === from)),
  );
  return {
    from: telling.named(from), to: telling.named(to), status,
    ties: relationships.slice(0, MOST_TIES).map((r) => telling.evidenced(r.id)),
    ...(relationships.length > MOST_TIES ? { moreTies: relationships.length - MOST_TIES } : {}),
    ...(denied.length > 0 ? { deniedBeside: denied.slice(0, MOST_TIES).map((r) => telling.evidenced(r.id)) } : {}),
  };
}

function leftOut({ excluded }: RouteAnswer): { leftOut?: string } {
  const text = excludedText(excluded);
  return text === '' ? {} : { leftOut: text };
}

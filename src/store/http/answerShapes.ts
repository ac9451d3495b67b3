import { z } from 'zod';
import {
  entity, entityTypeIds, excluded, intermediaryAnswer, matchProposal, ownershipAnswer, relationship,
  relationshipTypeIds, route, routeAnswer, routeQuestion, source, statuses, timelineContradictions,
} from '../../model';
import { overviewShape } from '../overviewShape';
import type { GraphStore, OWN_QUESTIONS, QuestionName } from '../graphStore';

type SharedName = Exclude<QuestionName, (typeof OWN_QUESTIONS)[number]>;
type Answer<Name extends SharedName> = Awaited<ReturnType<GraphStore[Name]>>;

const count = z.int().min(0);
const text = z.string();
const id = text.min(1).max(200);
const bounds = z.strictObject({ min: z.number(), max: z.number() });
const part = z.strictObject({ entities: z.array(entity), relationships: z.array(relationship), sources: z.array(source) });

const connection = z.strictObject({
  entities: z.array(id), between: z.array(id), hops: route.shape.hops, length: route.shape.length, strength: route.shape.strength,
  weakest: route.shape.weakest, together: route.shape.together,
});

const timelineSpan = {
  start: text.optional(), end: text.optional(), moment: z.boolean(), contradictions: z.array(z.enum(timelineContradictions)),
};
const groupWithout = { relationships: count, pieces: count, largest: count };

const relaxationKinds = ['length', 'direction', 'status', 'period', 'type', 'avoid', 'via', 'hub', 'places', 'source'] as const;
const relaxationKind = z.enum(relaxationKinds);

/**
 * The shape of every answer that a server gives, by the name of its question: what OpenAPI is made of. They are held to real answers by
 * the suite that every store runs, and to the types of answers by the compiler.
 */
export const answerShapes: { readonly [Name in SharedName]: z.ZodType<Answer<Name>> } = {
  describe: z.strictObject({
    id, title: text, summary: text.optional(), licence: text.optional(), entities: count, relationships: count, claims: count,
    sources: count, entityTypes: z.partialRecord(z.enum(entityTypeIds), count),
    relationshipTypes: z.partialRecord(z.enum(relationshipTypeIds), count),
    years: z.strictObject({ first: z.int(), last: z.int() }).optional(),
  }) as z.ZodType<Answer<'describe'>>,
  search: z.array(
    z.strictObject({
      id, name: text, type: z.enum(entityTypeIds), score: z.number().min(0).max(1), matched: text, jurisdiction: text.optional(),
      degree: count,
    }),
  ) as z.ZodType<Answer<'search'>>,
  entities: z.array(entity),
  relationships: z.array(relationship),
  sources: z.array(source),
  part,
  bestConnected: part,
  neighbours: part.extend({ more: count }),
  tieKinds: z.strictObject({
    total: count,
    kinds: z.array(z.strictObject({ type: z.enum(relationshipTypeIds), forward: z.boolean(), neighbours: count })),
  }),
  routes: routeAnswer,
  whyNoRoute: z.strictObject({
    relaxations: z.array(z.strictObject({ kind: relaxationKind, sentence: text, question: routeQuestion, length: count })),
    pair: z.tuple([relaxationKind, relaxationKind, routeQuestion]).optional(),
    disconnected: z.boolean(),
  }) as z.ZodType<Answer<'whyNoRoute'>>,
  between: intermediaryAnswer,
  connect: z.strictObject({
    parties: z.array(id), connections: z.array(connection), groups: z.array(z.array(id)), dispensable: z.array(id), exact: z.boolean(),
    bound: z.number(), complete: z.boolean(), excluded,
  }) ,
  patterns: z.strictObject({
    from: count, to: count, routes: z.array(route), complete: z.boolean(), cutOff: z.strictObject({ hops: count }).optional(),
    openShares: count, excluded,
  }) ,
  matchNames: z.strictObject({
    matches: z.array(
      z.strictObject({ name: text, candidates: z.array(matchProposal.omit({ a: true, b: true }).extend({ entity: id })) }),
    ),
  }),
  leads: z.strictObject({
    shapes: z.array(
      z.strictObject({
        id: text, title: text, rule: text, innocent: text, found: count, complete: z.boolean(),
        cutOff: z.strictObject({ hops: count }).optional(),
      }),
    ),
    leads: z.array(
      z.strictObject({
        shape: text, says: z.array(z.union([text, z.strictObject({ entity: id })])), entities: z.array(id), relationships: z.array(id),
        publishers: count,
      }),
    ),
  }),
  timeline: z.strictObject({
    rows: z.array(z.strictObject({
      entity: id, life: z.strictObject(timelineSpan).optional(),
      bars: z.array(z.strictObject({
        ...timelineSpan, relationship: id, other: id, forward: z.boolean(), status: z.enum(statuses), affirmed: count, opposed: count,
      })),
    })),
    first: text.optional(), last: text.optional(), undated: z.strictObject({ entities: z.array(id), relationships: z.array(id) }),
    more: count,
  }),
  tiesAmong: z.strictObject({
    parties: z.array(id),
    ties: z.array(
      z.strictObject({
        a: id, b: id, entities: z.array(id), hops: count, strength: z.enum(statuses), publishers: count, relationships: z.array(id),
      }),
    ),
    pairs: count, tied: count, between: z.array(z.strictObject({ entity: id, pairs: count })), excluded,
  }),
  ventures: z.strictObject({
    ventures: z.array(
      z.strictObject({
        venture: id,
        partners: z.array(z.strictObject({ partner: id, share: bounds, recorded: bounds, relationships: z.array(id) })),
        clashes: z.array(z.strictObject({ from: text, sum: z.number(), relationships: z.array(id) })),
      }),
    ),
    coVentures: z.array(z.strictObject({ a: id, b: id, ventures: z.array(id) })),
    moreCoVentures: count.optional(),
  }) as z.ZodType<Answer<'ventures'>>,
  owners: ownershipAnswer,
  structure: z.array(
    z.strictObject({ entity: id, degree: count, component: count, community: count, betweenness: z.number().min(0).max(1).optional() }),
  ) as z.ZodType<Answer<'structure'>>,
  rows: part.extend({
    rows: z.array(z.strictObject({ id, ties: count.optional() })), total: count, complete: z.boolean(),
  }) as z.ZodType<Answer<'rows'>>,
  explainGroup: z.strictObject({
    entities: count, within: count, pieces: count, largest: count, outside: z.strictObject({ entities: count, relationships: count }),
    gates: z.array(z.strictObject({ entity: id, entities: count, relationships: count })), gateCount: count,
    types: z.array(z.strictObject({ type: z.enum(relationshipTypeIds), ...groupWithout })),
    sources: z.array(z.strictObject({ source: id, copies: z.array(id), ...groupWithout })),
  }),
  overview: overviewShape(z.strictObject({ id, name: text, type: z.enum(entityTypeIds) }), text) as z.ZodType<Answer<'overview'>>,
  histogram: z.array(z.strictObject({ year: z.int(), starts: count, ends: count })),
};

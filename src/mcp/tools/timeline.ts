import { z } from 'zod';
import {
  citedSources, filter, timelineContradictions, timelineQuestion, type CallOptions, type DatasetPart, type TimelineBar,
} from '../../model';
import type { GraphStore } from '../../store';
import { partyIn } from '../dataset';
import { markedPart } from '../markedRecords';
import { answerShape, limit, namedEntity, page, party, skip, toldTie } from '../shapes';
import { pageOf, Telling } from '../telling';
import { tool } from '../tool';

/** How many ties of an entity are looked at, the strongest first. */
const MOST_TIES = 5000;

export const timelineTool = tool({
  name: 'timeline',
  title: 'What happened when',
  about:
    'With "entity": its dated ties in the order in which they began, each as a sentence with its dates. Without: how many relationships of '
    + 'the dataset began and ended in each year.',
  example: { entity: 'koryolink' },
  input: z.strictObject({ entity: party.optional(), filter: filter.default({}), limit: limit(200, 40), skip }),
  output: answerShape({
    entity: namedEntity.extend({ start: z.string().optional(), end: z.string().optional() }).optional(),
    ties: z.array(toldTie.extend({
      start: z.string().optional(), end: z.string().optional(),
      contradictions: z.array(z.enum(timelineContradictions)).optional().describe(
        'Sources affirm and deny it; another record gives another share; it ends before it starts.',
      ),
    })).optional(),
    undated: z.int().optional().describe('Ties without any date.'),
    notLookedAt: z.int().optional().describe('Ties beyond the strongest 5000.'),
    years: z.array(z.strictObject({ year: z.int(), starts: z.int(), ends: z.int() })).optional(),
    page,
  }),
  async answer({ entity, filter, limit, skip }, dataset, options) {
    if (entity === undefined) {
      const { items, page } = pageOf(await dataset.store.histogram({ filter }, options), skip, limit);
      return { told: { years: [...items], page } };
    }
    const id = await partyIn(dataset, entity, options);
    const answer = await dataset.store.timeline(timelineQuestion.parse({ entities: [id], filter, limit: MOST_TIES }), options);
    const bars = answer.rows.flatMap((row) => row.bars);
    const { items, page } = pageOf(bars, skip, limit);
    const telling = new Telling(markedPart(await recordsOf(dataset.store, id, items, options)), filter);
    const { start, end } = answer.rows[0]?.life ?? {};
    return {
      told: {
        entity: { ...telling.named(id), ...(start ? { start } : {}), ...(end ? { end } : {}) },
        ties: items.map(({ relationship, start: from, end: to, contradictions }) => ({
          ...telling.tie(relationship), ...(from ? { start: from } : {}), ...(to ? { end: to } : {}),
          ...(contradictions.length > 0 ? { contradictions } : {}),
        })),
        undated: answer.undated.relationships.length,
        ...(answer.more > 0 ? { notLookedAt: answer.more } : {}),
        page,
      },
    };
  },
});

/** The records that a page of ties names: the entity, who stands at their other ends, and the sources. */
async function recordsOf(store: GraphStore, id: string, bars: readonly TimelineBar[], options: CallOptions): Promise<DatasetPart> {
  const [entities, relationships] = await Promise.all([
    store.entities({ ids: [...new Set([id, ...bars.map((bar) => bar.other)])] }, options),
    store.relationships({ ids: bars.map((bar) => bar.relationship) }, options),
  ]);
  const cited = [...citedSources([...entities, ...relationships])];
  return { entities, relationships, sources: await store.sources({ ids: cited }, options) };
}

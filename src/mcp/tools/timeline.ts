import { z } from 'zod';
import { compareText, filter } from '../../model';
import { partyIn } from '../dataset';
import { markedPart } from '../markedRecords';
import { answerShape, limit, namedEntity, page, party, skip, toldTie } from '../shapes';
import { pageOf, Telling } from '../telling';
import { tool } from '../tool';

/** How many neighbours of an entity are looked at, the strongest tied first. */
const MOST_NEIGHBOURS = 1000;

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
    ties: z.array(toldTie.extend({ start: z.string().optional(), end: z.string().optional() })).optional(),
    undated: z.int().optional().describe('Ties without any date.'),
    notLookedAt: z.int().optional().describe('Neighbours beyond the strongest tied 1000.'),
    years: z.array(z.strictObject({ year: z.int(), starts: z.int(), ends: z.int() })).optional(),
    page,
  }),
  async answer({ entity, filter, limit, skip }, dataset, options) {
    if (entity === undefined) {
      const { items, page } = pageOf(await dataset.store.histogram({ filter }, options), skip, limit);
      return { told: { years: [...items], page } };
    }
    const id = await partyIn(dataset, entity, options);
    const answer = await dataset.store.neighbours({ entity: id, filter, limit: MOST_NEIGHBOURS }, options);
    const telling = new Telling(markedPart(answer), filter);
    const dated = answer.relationships
      .map((r) => ({ ...r, at: r.start ?? (r.end === undefined || r.end === '..' ? undefined : r.end) }))
      .filter((r) => r.at !== undefined)
      .sort((a, b) => compareText(a.at!, b.at!) || compareText(a.id, b.id));
    const { items, page } = pageOf(dated, skip, limit);
    const { start, end } = answer.entities[0]!;
    return {
      told: {
        entity: { ...telling.named(id), ...(start ? { start } : {}), ...(end ? { end } : {}) },
        ties: items.map((r) => ({ ...telling.tie(r.id), ...(r.start ? { start: r.start } : {}), ...(r.end ? { end: r.end } : {}) })),
        undated: answer.relationships.length - dated.length,
        ...(answer.more > 0 ? { notLookedAt: answer.more } : {}),
        page,
      },
    };
  },
});

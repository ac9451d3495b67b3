import { z } from 'zod';
import { searchQuestion } from '../../store';
import { quotation, quoted, idText } from '../quotation';
import { answerShape, limit, page, skip, typedEntity } from '../shapes';
import { pageOf } from '../telling';
import { tool } from '../tool';

/** More hits than these are not looked at: a name that means so many wants more words. */
const FARTHEST_HIT = 1000;

export const searchTool = tool({
  name: 'search',
  title: 'Entities by name',
  about:
    'Finds entities by name, alias, identifier or id, in any script, misspelt too, best first. '
    + 'Ask it first when you do not know how the dataset writes a name.',
  example: { text: 'koryolink' },
  input: searchQuestion.extend({ text: z.string().min(1).max(500), limit: limit(50, 10), skip }),
  output: answerShape({
    hits: z.array(
      typedEntity.extend({
        matched: quotation.describe('The name or alias that was found.'), score: z.number().describe('0 to 1; 1 is the very name.'),
        jurisdiction: z.string().optional(), relationships: z.int().describe('How many it has, of any status.'),
      }),
    ),
    page,
  }),
  async answer({ text, limit, skip, entityTypes }, { store }, options) {
    const asked = { text, limit: Math.min(FARTHEST_HIT, skip + limit + 1), ...(entityTypes ? { entityTypes } : {}) };
    const { items, page: { shown, next } } = pageOf(await store.search(asked, options), skip, limit);
    return {
      told: {
        hits: items.map(({ id, name, type, matched, score, jurisdiction, degree }) => ({
          id: idText(id), name: quoted(name, 300), type, matched: quoted(matched, 300), score, ...(jurisdiction ? { jurisdiction } : {}),
          relationships: degree,
        })),
        page: { shown, ...(next === undefined ? {} : { next }) },
      },
    };
  },
});

import { z } from 'zod';
import type { Relaxation } from '../../model';
import { partOf } from '../dataset';
import { quoted, sentence } from '../quotation';
import { answerShape, namedEntity } from '../shapes';
import { Telling } from '../telling';
import { tool } from '../tool';
import { pairInput, questionIn } from './routes';

const KINDS = ['length', 'direction', 'status', 'period', 'type', 'avoid', 'via', 'hub', 'places', 'source'] as const;
/** What to give up is then said with names or titles of the dataset. */
const NAMES_SOMETHING: ReadonlySet<Relaxation['kind']> = new Set<Relaxation['kind']>(['avoid', 'via', 'source']);

export const whyNoRouteTool = tool({
  name: 'why_no_route',
  title: 'Why there is no route',
  about:
    'Says which single condition of a question about routes would have to be given up for a route to exist, the least first, or which two '
    + 'together, or that nothing in the dataset ties the two. Ask it with the arguments of "routes" that gave none.',
  example: { from: 'Huawei', to: 'Koryolink', filter: { period: { from: '1990', to: '1990' } } },
  input: pairInput,
  output: answerShape({
    from: namedEntity, to: namedEntity,
    tied: z.boolean().describe('False where nothing in the dataset ties the two, whatever is admitted.'),
    changes: z.array(
      z.strictObject({ kind: z.enum(KINDS), change: sentence, hops: z.int().describe('Of the shortest route that there is then.') }),
    ),
    twoTogether: z.array(z.enum(KINDS)).optional().describe('Conditions that only together give a route.'),
  }),
  async answer(asked, dataset, options) {
    const question = await questionIn(dataset, asked, 1, options);
    const [{ relaxations, pair, disconnected }, part] = await Promise.all([
      dataset.store.whyNoRoute(question, options), partOf(dataset, { entities: [question.from, question.to], relationships: [] }, options),
    ]);
    const telling = new Telling(part);
    return {
      told: {
        from: telling.named(question.from), to: telling.named(question.to), tied: !disconnected,
        changes: relaxations.map(({ kind, sentence, length }) => ({
          kind, change: NAMES_SOMETHING.has(kind) ? quoted(sentence) : sentence, hops: length,
        })),
        ...(pair ? { twoTogether: [pair[0], pair[1]] } : {}),
      },
    };
  },
});

import { z } from 'zod';
import { partiesIn, RefusedError, type PictureRequest } from '../dataset';
import { quotation, quoted } from '../quotation';
import { answerShape, party } from '../shapes';
import { tool } from '../tool';

export const snapshotTool = tool({
  name: 'snapshot',
  title: 'A picture of a part of the dataset',
  about:
    'Draws the routes between two entities ("from" and "to"), or some entities and what ties them ("only"), as a PNG with its legend and '
    + 'sources. Statuses are drawn as line styles. Dropped on the window of Throughline, the picture opens as a chart again.',
  example: { from: 'Huawei', to: 'Koryolink', routes: 2 },
  input: z
    .strictObject({
      from: party.optional(), to: party.optional(), routes: z.int().min(1).max(10).default(5).describe('How many routes are drawn.'),
      only: z.array(party).min(1).max(40).optional(),
    })
    .refine((asked) => (asked.only === undefined) === (asked.from !== undefined && asked.to !== undefined), {
      error: 'give "from" and "to", or "only"',
    }),
  output: answerShape({
    title: quotation, entities: z.int(), relationships: z.int(), sources: z.int(), bytes: z.int(),
  }),
  async answer({ from, to, routes, only }, dataset, options) {
    const ids = await partiesIn(dataset, only ?? [from!, to!], options);
    const request: PictureRequest = only ? { only: ids } : { from: ids[0]!, to: ids[1]!, routes };
    const drawn = await dataset.draw(request);
    if (!drawn) throw new RefusedError('There is no route to draw. Ask "why_no_route" with the same two.');
    const { png, title, ...figures } = drawn;
    return { told: { title: quoted(title), ...figures, bytes: png.length }, picture: png };
  },
});

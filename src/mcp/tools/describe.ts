import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds } from '../../model';
import { idText, quotation, quoted } from '../quotation';
import { answerShape } from '../shapes';
import { tool } from '../tool';

const count = z.int().min(0);

export const describeTool = tool({
  name: 'describe',
  title: 'What the dataset holds',
  about: 'Tells what the dataset is about and how much it holds: entities and relationships by type, claims, sources and years.',
  example: {},
  input: z.strictObject({}),
  output: answerShape({
    id: z.string(), title: quotation, summary: quotation.optional(), licence: quotation.optional(), entities: count, relationships: count,
    claims: count, sources: count, entityTypes: z.partialRecord(z.enum(entityTypeIds), count),
    relationshipTypes: z.partialRecord(z.enum(relationshipTypeIds), count),
    years: z.strictObject({ first: z.int(), last: z.int() }).optional(),
  }),
  async answer(_asked, { store }, options) {
    const { id, title, summary, licence, ...figures } = await store.describe({}, options);
    return {
      told: {
        id: idText(id), title: quoted(title), ...(summary ? { summary: quoted(summary) } : {}),
        ...(licence ? { licence: quoted(licence) } : {}), ...figures,
      },
    };
  },
});

import { z } from 'zod';
import { relationshipType, relationshipTypeIds } from '../../model';
import { partOf, partyIn } from '../dataset';
import { quotation } from '../quotation';
import { answerShape, limit, page, party, skip, toldClaim, toldSource, typedEntity } from '../shapes';
import { pageOf, Telling } from '../telling';
import { tool } from '../tool';

export const entityTool = tool({
  name: 'entity',
  title: 'All that is known of one entity',
  about:
    'Tells what the dataset records of one entity: names, numbers, dates, every claim about it with its source, and how many others are '
    + 'tied to it in which way. Ask "neighbours" for who they are.',
  example: { entity: 'koryolink' },
  input: z.strictObject({ entity: party, limit: limit(50, 20), skip }),
  output: answerShape({
    entity: typedEntity.extend({
      shortName: quotation.optional(), aliases: z.array(quotation).optional(), jurisdiction: z.string().optional(),
      start: z.string().optional(), end: z.string().optional(),
      identifiers: z.array(z.strictObject({ scheme: quotation, value: quotation })).optional(), summary: quotation.optional(),
      properties: z.record(quotation, quotation).optional(),
    }),
    claims: z.array(toldClaim),
    sources: z.array(toldSource),
    page,
    ties: z.strictObject({
      neighbours: z.int(),
      kinds: z.array(z.strictObject({ type: z.enum(relationshipTypeIds), forward: z.boolean(), reads: z.string(), neighbours: z.int() })),
    }),
  }),
  async answer({ entity, limit, skip }, dataset, options) {
    const id = await partyIn(dataset, entity, options);
    const [part, kinds] = await Promise.all([
      partOf(dataset, { entities: [id], relationships: [] }, options), dataset.store.tieKinds({ entity: id }, options),
    ]);
    const telling = new Telling(part);
    const { id: _id, type: _type, name: _name, claims = [], properties, ...rest } = part.entities[0]!;
    const { items, page } = pageOf(claims, skip, limit);
    const told = items.map((c) => telling.claim(c));
    return {
      told: {
        entity: {
          ...telling.typed(part.entities[0]!), ...(rest as Record<string, never>),
          ...(properties ? { properties: properties as Record<string, string> } : {}),
        },
        claims: told,
        sources: telling.citedSources(),
        page,
        ties: {
          neighbours: kinds.total,
          kinds: kinds.kinds.map(({ type, forward, neighbours }) => ({
            type, forward, neighbours, reads: forward ? relationshipType(type).verb : relationshipType(type).inverse,
          })),
        },
      },
    };
  },
});

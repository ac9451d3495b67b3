import { z } from 'zod';
import { partOf, RefusedError } from '../dataset';
import { idFrom, idText, quotation, sentence } from '../quotation';
import { answerShape, limit, page, skip, toldSource } from '../shapes';
import { pageOf, sourceTold, Telling } from '../telling';
import { markedSource } from '../markedRecords';
import { tool } from '../tool';

export const sourceTool = tool({
  name: 'source',
  title: 'One source and what it is cited for',
  about:
    'Tells what is recorded of one source, and which entities and relationships cite it. In a packed dataset the latter is not known, and '
    + '"cited" is absent.',
  example: { source: 'asia-times-2019-07' },
  input: z.strictObject({
    source: z.string().min(1).max(300).describe('The id of a source, as claims name it.'), limit: limit(100, 20), skip,
  }),
  output: answerShape({
    source: toldSource.extend({ archived: quotation.optional(), accessed: z.string().optional(), language: z.string().optional() }),
    cited: z.array(z.strictObject({ id: z.string(), kind: z.enum(['entity', 'relationship']), says: sentence })).optional(),
    page: page.optional(),
  }),
  async answer({ source, limit, skip }, dataset, options) {
    const id = idFrom(source);
    const [found] = await dataset.store.sources({ ids: [id] }, options);
    if (!found)
      throw new RefusedError('There is no source of this id. Claims name their sources by id; ask "claims" or "entity" for them.');
    const { archived, accessed, language } = markedSource(found);
    const told = {
      ...sourceTold(markedSource(found)), ...(archived ? { archived } : {}), ...(accessed ? { accessed } : {}),
      ...(language ? { language } : {}),
    };
    if (!dataset.store.citing) return { told: { source: told } };
    const citing = await dataset.store.citing({ source: id }, options);
    const { items, page } = pageOf([...citing.relationships, ...citing.entities].map((r) => r.id), skip, limit);
    const relationships = citing.relationships.filter((r) => items.includes(r.id));
    const telling = new Telling(
      await partOf(dataset, { entities: [...items, ...relationships.flatMap((r) => [r.from, r.to])], relationships: items }, options),
    );
    const cited = items.map((one) =>
      telling.relationships.has(one)
        ? { id: idText(one), kind: 'relationship' as const, says: telling.tie(one).sentence }
        : { id: idText(one), kind: 'entity' as const, says: telling.nameOf(one) },
    );
    return { told: { source: told, cited, page } };
  },
});

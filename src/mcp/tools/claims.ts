import { z } from 'zod';
import { statuses, type CallOptions, type Claim, type DatasetPart } from '../../model';
import { partAmong, partiesIn, partOf, partyIn, RefusedError, type McpDataset } from '../dataset';
import { idFrom, idText, sentence } from '../quotation';
import { answerShape, limit, page, party, skip, toldClaim, toldSource } from '../shapes';
import { pageOf, Telling } from '../telling';
import { tool } from '../tool';

export const claimsTool = tool({
  name: 'claims',
  title: 'What sources say',
  about:
    'Lists every claim about a relationship, about an entity, or about all relationships between two entities, one after the other with '
    + 'its source, denials and doubts too. Give "about" alone (an id of a relationship, or an entity), or two entities as "about" and '
    + '"and".',
  example: { about: 'Huawei', and: 'Panda International' },
  input: z.strictObject({
    about: z.string().min(1).max(500).describe('The id of a relationship; or an entity, by id or name.'), and: party.optional(),
    limit: limit(100, 30), skip,
  }),
  output: answerShape({
    claims: z.array(toldClaim.extend({ record: z.string().describe('The id of what it is about.') })),
    page,
    records: z.array(
      z.strictObject({
        id: z.string(), kind: z.enum(['entity', 'relationship']), says: sentence, status: z.enum(statuses).optional(),
      }),
    ),
    sources: z.array(toldSource),
  }),
  async answer({ about, and, limit, skip }, dataset, options) {
    const part = await recordsAsked(dataset, about, and, options);
    const telling = new Telling(part);
    const all = [...part.relationships, ...part.entities].flatMap(({ id, claims = [] }) => claims.map((claim: Claim) => ({ id, claim })));
    const { items, page } = pageOf(all, skip, limit);
    const shown = new Set(items.map((c) => c.id));
    return {
      told: {
        claims: items.map(({ id, claim }) => ({ ...telling.claim(claim), record: idText(id) })),
        page,
        records: [
          ...part.relationships.filter((r) => shown.has(r.id) || r.claims.length === 0).slice(0, limit).map((r) => {
            const { id, sentence, status } = telling.tie(r.id);
            return { id, kind: 'relationship' as const, says: sentence, status };
          }),
          ...part.entities.filter((e) => shown.has(e.id)).map((e) => ({ id: idText(e.id), kind: 'entity' as const, says: e.name })),
        ],
        sources: telling.citedSources(),
      },
    };
  },
});

/** The relationship, the entity, or what ties two entities, without these themselves. */
async function recordsAsked(dataset: McpDataset, about: string, and: string | undefined, options: CallOptions): Promise<DatasetPart> {
  if (and !== undefined) {
    const [a, b] = await partiesIn(dataset, [about, and], options);
    if (a === b) throw new RefusedError('"about" and "and" are the same entity. Name two, or leave "and" out.');
    const part = await partAmong(dataset, [a!, b!], options);
    return { ...part, entities: part.entities.map(({ claims: _claims, ...rest }) => rest) };
  }
  const [relationship] = await dataset.store.relationships({ ids: [idFrom(about)] }, options);
  if (!relationship) return partOf(dataset, { entities: [await partyIn(dataset, about, options)], relationships: [] }, options);
  const { from, to } = relationship;
  const part = await partOf(dataset, { entities: [from, to], relationships: [relationship.id] }, options);
  return { ...part, entities: part.entities.map(({ claims: _claims, ...rest }) => rest) };
}

import { z } from 'zod';
import { recordsStake, venturesQuestion, type CallOptions, type RelationshipType } from '../../model';
import { partOf, partyIn, RefusedError, type McpDataset } from '../dataset';
import { idText } from '../quotation';
import { answerShape, limit, namedEntity, page, party, shareInPerCent, skip, toldTie } from '../shapes';
import { pageOf, Telling } from '../telling';
import { tool } from '../tool';

/** How many partners of a venture and how many pairs are told. */
const [MOST_PARTNERS, MOST_PAIRS] = [30, 50];

export const venturesTool = tool({
  name: 'ventures',
  title: 'Jointly held companies',
  about:
    'Lists joint ventures with their partners, shares and dates, and who meets whom in which of them; only those that one entity is or is '
    + 'a partner in, or all of a dataset of at most 10 000 stakes. A clash is a time at which the recorded shares come to more than 100 '
    + 'per cent.',
  example: { about: 'koryolink' },
  input: venturesQuestion.extend({ about: party.optional(), limit: limit(20, 5), skip }),
  output: answerShape({
    ventures: z.array(
      z.strictObject({
        venture: namedEntity,
        partners: z.array(z.strictObject({ partner: namedEntity, share: shareInPerCent, ties: z.array(toldTie) })),
        morePartners: z.int().optional(),
        clashes: z.array(z.strictObject({ from: z.string(), sum: z.number(), relationships: z.array(z.string()) })),
      }),
    ),
    page,
    meet: z.array(z.strictObject({ a: namedEntity, b: namedEntity, ventures: z.array(namedEntity) })).describe('In the listed ventures.'),
  }),
  async answer({ limit, skip, about, filter }, dataset, options) {
    const id = about === undefined ? {} : { about: await partyIn(dataset, about, options) };
    if (about === undefined) await refuseTooMany(dataset, options);
    const answer = await dataset.store.ventures({ filter, ...id }, options);
    const { items, page } = pageOf(answer.ventures, skip, limit);
    const listed = new Set(items.map((v) => v.venture));
    const meet = answer.coVentures.filter((c) => c.ventures.some((v) => listed.has(v))).slice(0, MOST_PAIRS);
    const partners = items.map((v) => v.partners.slice(0, MOST_PARTNERS));
    const part = await partOf(
      dataset,
      {
        entities: [...listed, ...partners.flat().map((p) => p.partner), ...meet.flatMap((c) => [c.a, c.b, ...c.ventures])],
        relationships: partners.flat().flatMap((p) => p.relationships),
      },
      options,
    );
    const telling = new Telling(part, filter);
    const name = (one: string) => telling.named(one);
    return {
      told: {
        ventures: items.map((v, i) => ({
          venture: name(v.venture),
          partners: partners[i]!.map((p) => ({
            partner: name(p.partner), share: p.share, ties: p.relationships.map((r) => telling.tie(r)),
          })),
          ...(v.partners.length > MOST_PARTNERS ? { morePartners: v.partners.length - MOST_PARTNERS } : {}),
          clashes: v.clashes.slice(0, MOST_PARTNERS).map(({ from, sum, relationships }) => ({
            from, sum, relationships: relationships.slice(0, MOST_PARTNERS).map(idText),
          })),
        })),
        page,
        meet: meet.map((c) => ({ a: name(c.a), b: name(c.b), ventures: c.ventures.slice(0, MOST_PARTNERS).map(name) })),
      },
    };
  },
});

/** More stakes than these are not gone through for all ventures at once. */
const MOST_STAKES = 10_000;

/** All ventures of a large dataset take longer than an agent waits; those about one entity do not. Throws RefusedError. */
async function refuseTooMany({ store }: McpDataset, options: CallOptions): Promise<void> {
  const { relationshipTypes } = await store.describe({}, options);
  const stakes = Object.entries(relationshipTypes).reduce((sum, [type, n]) => sum + (recordsStake(type as RelationshipType) ? n : 0), 0);
  if (stakes > MOST_STAKES)
    throw new RefusedError(
      `The dataset records ${stakes} stakes, and all ventures are listed of at most ${MOST_STAKES}. Name one entity as "about".`,
    );
}

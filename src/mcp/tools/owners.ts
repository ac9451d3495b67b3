import { z } from 'zod';
import { ownersQuestion, type CallOptions, type OwnersQuestion, type OwnershipAnswer } from '../../model';
import { ownershipSentences, plainText, spokenAt, type ProofLine } from '../../wording';
import { partiesIn, partOf, partyIn, publishersIn, type McpDataset } from '../dataset';
import { sentence } from '../quotation';
import { answerShape, evidencedTie, limit, namedEntity, page, party, shareInPerCent, skip, toldSource } from '../shapes';
import { pageOf, Telling } from '../telling';
import { tool } from '../tool';

const verdicts = ['yes', 'no', 'undetermined'] as const;
/** How many direct stakes, relationships of one, chains and lines of a proof are told. */
const MOST_TOLD = { stakes: 30, ties: 5, chains: 3, lines: 200 };

export const ownersTool = tool({
  name: 'owners',
  title: 'Who owns an entity',
  about:
    'Says who owns an entity at a date or at any time: direct holders with their claims, shares through chains, who is at the end. With '
    + '"listed", the 50 per cent rule of sanctions practice: whether listed parties hold it together, yes, no or undetermined, with the '
    + 'proof as sentences. Control without a share does not count.',
  example: { entity: 'Koryolink', asOf: { from: '2013', to: '2013' }, listed: ['Korea Post'] },
  input: ownersQuestion.extend({ entity: party, listed: z.array(party).max(200).optional(), limit: limit(50, 20), skip }),
  output: answerShape({
    question: sentence, conditions: z.array(sentence), entity: namedEntity,
    direct: z.array(
      z.strictObject({ holder: namedEntity, share: shareInPerCent, ties: z.array(evidencedTie), note: sentence.optional() }),
    ),
    moreDirect: z.int().optional(),
    sources: z.array(toldSource),
    through: z.array(z.strictObject({ holder: namedEntity, share: shareInPerCent, sentence, chains: z.array(sentence) })),
    page,
    ultimate: sentence, clashes: z.array(sentence), undated: sentence.optional(),
    rule: z
      .strictObject({
        answer: z.enum(verdicts), aggregate: shareInPerCent, sentence,
        proof: z.array(z.strictObject({ depth: z.int(), sentence })).describe('Owners stand deeper than what they own.'),
        moreLines: z.int().optional(),
      })
      .optional(),
  }),
  async answer({ limit, skip, ...asked }, dataset, options) {
    const { listed, asOf } = asked;
    const question: OwnersQuestion = {
      entity: await partyIn(dataset, asked.entity, options), filter: asked.filter, ...(asOf ? { asOf } : {}),
      ...(listed ? { listed: await partiesIn(dataset, listed, options) } : {}),
    };
    const answer = await dataset.store.owners(question, options);
    const telling = new Telling(await partOf(dataset, recordsOf(answer, question), options), spokenAt(question.filter, answer));
    return { told: await toldOwners(telling, answer, question, { skip, limit }, dataset, options) };
  },
});

function recordsOf({ entity, direct, holdings, effective, over100Above }: OwnershipAnswer, { listed = [] }: OwnersQuestion) {
  const stakes = [...direct, ...holdings];
  return {
    entities: [entity, ...listed, ...stakes.flatMap((h) => [h.holder, h.held]), ...effective.map((e) => e.holder), ...over100Above],
    relationships: stakes.flatMap((h) => h.relationships),
  };
}

async function toldOwners(
  telling: Telling, answer: OwnershipAnswer, question: OwnersQuestion, { skip, limit }: { skip: number; limit: number },
  dataset: McpDataset, options: CallOptions,
) {
  const said = ownershipSentences(answer, question, telling.sentences, await publishersIn(dataset, question.filter, options));
  const direct = answer.direct.slice(0, MOST_TOLD.stakes).map((h, i) => ({
    holder: telling.named(h.holder), share: h.share, ties: h.relationships.slice(0, MOST_TOLD.ties).map((r) => telling.evidenced(r)),
    ...(said.direct[i]?.left ? { note: plainText(said.direct[i].left) } : {}),
  }));
  const { items, page } = pageOf(answer.effective, skip, limit);
  return {
    question: plainText(said.question), conditions: [...said.conditions], entity: telling.named(answer.entity), direct,
    ...(answer.direct.length > direct.length ? { moreDirect: answer.direct.length - direct.length } : {}),
    sources: telling.citedSources(),
    through: items.map((e, i) => ({
      holder: telling.named(e.holder), share: e.share, sentence: plainText(said.effective[skip + i]!.sentence),
      chains: said.effective[skip + i]!.chains.slice(0, MOST_TOLD.chains).map(plainText),
    })),
    page,
    ultimate: plainText(said.ultimate), clashes: said.clashes.slice(0, MOST_TOLD.stakes).map(plainText),
    ...(said.undated ? { undated: said.undated } : {}),
    ...(said.rule && answer.listed
      ? {
          rule: {
            answer: answer.listed.answer, aggregate: answer.listed.aggregate, sentence: plainText(said.rule.answer),
            ...proofOf(said.rule.proof),
          },
        }
      : {}),
  };
}

function proofOf(proof: ProofLine): { proof: { depth: number; sentence: string }[]; moreLines?: number } {
  const lines = linesOf(proof, 0);
  const more = lines.length - MOST_TOLD.lines;
  return { proof: lines.slice(0, MOST_TOLD.lines), ...(more > 0 ? { moreLines: more } : {}) };
}

function linesOf({ sentence, below }: ProofLine, depth: number): { depth: number; sentence: string }[] {
  return [{ depth, sentence: plainText(sentence) }, ...below.flatMap((line) => linesOf(line, depth + 1))];
}

import { z } from 'zod';
import { ownersQuestion, spokenAt, type CallOptions, type OwnersQuestion, type OwnershipAnswer, type Proof } from '../../model';
import { ownershipSentences, plainText, type ProofLine } from '../../wording';
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
    ultimate: sentence, moreUltimate: z.int().optional(), clashes: z.array(sentence), undated: sentence.optional(),
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
    const whole = await dataset.store.owners(question, options);
    const { items, page } = pageOf(whole.effective, skip, limit);
    const answer = toldPart({ ...whole, effective: [...items] });
    const telling = new Telling(await partOf(dataset, recordsOf(answer, question), options), spokenAt(question.filter, answer));
    return { told: await toldOwners(telling, { answer, whole, question, page }, dataset, options) };
  },
});

/** As much of an answer as is told: of one held by thousands, naming all of them would take longer than finding them. */
function toldPart(answer: OwnershipAnswer): OwnershipAnswer {
  const { direct, ultimate, over100Above, listed } = answer;
  return {
    ...answer, direct: direct.slice(0, MOST_TOLD.stakes), ultimate: ultimate.slice(0, MOST_TOLD.stakes),
    over100Above: over100Above.slice(0, MOST_TOLD.stakes),
    ...(listed ? { listed: { ...listed, proof: firstLines(listed.proof, MOST_TOLD.lines) } } : {}),
  };
}

/** A proof up to so many of its lines, in the order in which they are read. */
function firstLines(proof: Proof, most: number): Proof {
  let left = most - 1;
  const cut = (one: Proof): Proof => ({
    ...one,
    holders: one.holders.flatMap((holder) => {
      if (left <= 0) return [];
      left -= 1;
      return [{ ...holder, proof: cut(holder.proof) }];
    }),
  });
  return cut(proof);
}

function linesIn({ holders }: Proof): number {
  return holders.reduce((sum, { proof }) => sum + linesIn(proof), 1);
}

function recordsOf({ entity, direct, effective, ultimate, over100Above, listed: rule }: OwnershipAnswer, { listed = [] }: OwnersQuestion) {
  return {
    entities: [
      entity, ...listed, ...direct.map((h) => h.holder), ...effective.flatMap((e) => [e.holder, ...e.chains.flat()]),
      ...ultimate.map((u) => u.holder), ...over100Above, ...(rule ? entitiesIn(rule.proof) : []),
    ],
    relationships: direct.flatMap((h) => h.relationships),
  };
}

function entitiesIn({ entity, holders }: Proof): string[] {
  return [entity, ...holders.flatMap(({ proof }) => entitiesIn(proof))];
}

interface Owned {
  /** As much of the answer as is told. */
  readonly answer: OwnershipAnswer;
  readonly whole: OwnershipAnswer;
  readonly question: OwnersQuestion;
  readonly page: ReturnType<typeof pageOf>['page'];
}

async function toldOwners(
  telling: Telling, { answer, whole, question, page }: Owned, dataset: McpDataset, options: CallOptions,
) {
  const said = ownershipSentences(answer, question, telling.sentences, await publishersIn(dataset, question.filter, options));
  const direct = answer.direct.map((h, i) => ({
    holder: telling.named(h.holder), share: h.share, ties: h.relationships.slice(0, MOST_TOLD.ties).map((r) => telling.evidenced(r)),
    ...(said.direct[i]?.left ? { note: plainText(said.direct[i].left) } : {}),
  }));
  const beyond = (all: readonly unknown[], told: readonly unknown[]) => all.length - told.length;
  return {
    question: plainText(said.question), conditions: [...said.conditions], entity: telling.named(answer.entity), direct,
    ...(beyond(whole.direct, direct) > 0 ? { moreDirect: beyond(whole.direct, direct) } : {}),
    sources: telling.citedSources(),
    through: answer.effective.map((e, i) => ({
      holder: telling.named(e.holder), share: e.share, sentence: plainText(said.effective[i]!.sentence),
      chains: said.effective[i]!.chains.slice(0, MOST_TOLD.chains).map(plainText),
    })),
    page,
    ultimate: plainText(said.ultimate),
    ...(beyond(whole.ultimate, answer.ultimate) > 0 ? { moreUltimate: beyond(whole.ultimate, answer.ultimate) } : {}),
    clashes: said.clashes.map(plainText),
    ...(said.undated ? { undated: said.undated } : {}),
    ...(said.rule && answer.listed
      ? {
          rule: {
            answer: answer.listed.answer, aggregate: answer.listed.aggregate, sentence: plainText(said.rule.answer),
            ...proofOf(said.rule.proof, linesIn(whole.listed!.proof)),
          },
        }
      : {}),
  };
}

function proofOf(proof: ProofLine, all: number): { proof: { depth: number; sentence: string }[]; moreLines?: number } {
  const lines = linesOf(proof, 0);
  const more = all - lines.length;
  return { proof: lines, ...(more > 0 ? { moreLines: more } : {}) };
}

function linesOf({ sentence, below }: ProofLine, depth: number): { depth: number; sentence: string }[] {
  return [{ depth, sentence: plainText(sentence) }, ...below.flatMap((line) => linesOf(line, depth + 1))];
}

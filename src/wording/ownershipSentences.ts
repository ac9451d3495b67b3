import {
  undatedText,
  type Filter, type Holding, type OwnershipAnswer, type OwnersQuestion, type Proof, type ShareBounds,
} from '../model';
import { filterPhrases, list, periodText } from './questionText';
import { text, type SentencePart } from './sentencePart';
import type { Sentences } from './sentences';

/** A line of a proof and what stands beneath it: owners of what the line is about. */
export interface ProofLine {
  readonly sentence: SentencePart[];
  readonly below: readonly ProofLine[];
}

/** An ownership answer in words; every output sets these, each in its own way. */
export interface OwnershipSentences {
  /** "Who owns CHEO as of 2009?" */
  readonly question: SentencePart[];
  /** The date and filter under which the answer holds, and what does not count; a phrase each. */
  readonly conditions: readonly string[];
  /** Each direct stake: what is recorded, with footnotes, and what the others leave where that differs. */
  readonly direct: readonly { readonly holder: string; readonly records: readonly SentencePart[][]; readonly left?: SentencePart[] }[];
  /** Everybody above, with the chains. */
  readonly effective: readonly { readonly sentence: SentencePart[]; readonly chains: readonly SentencePart[][] }[];
  readonly ultimate: SentencePart[];
  /** Where holders certainly have more than 100 per cent together. */
  readonly clashes: readonly SentencePart[][];
  /** That missing starts decide the answer; absent where none does. */
  readonly undated?: string;
  readonly rule?: { readonly answer: SentencePart[]; readonly proof: ProofLine };
}

/** "75 %", "0–25 %", "0–100 % (unknown)": at most two decimals, and what is unknown is never a zero. */
export function boundsPhrase({ min, max }: ShareBounds): string {
  const [low, high] = [min, max].map((n) => Math.round(n * 100) / 100);
  if (low === high) return `${low}\u00a0%`;
  return low === 0 && high === 100 ? '0–100\u00a0% (unknown)' : `${low}–${high}\u00a0%`;
}

/** Words for an ownership answer; `sentences` must be made of a part that holds the records it names. */
export function ownershipSentences(
  answer: OwnershipAnswer, question: OwnersQuestion, sentences: Sentences, publisherOf: (source: string) => string,
): OwnershipSentences {
  const name = (id: string): SentencePart => ({ kind: 'entity', id, name: sentences.nameOf(id) });
  const stakeOf = stakesByEnds(answer);
  const when = answer.asOf ? ` ${periodText(answer.asOf)}` : ', all times taken together';
  return {
    question: [text('Who owns '), name(answer.entity), text(`${when}?`)],
    conditions: conditionsOf(answer, question.filter, publisherOf),
    ...(answer.undated ? { undated: undatedText(answer.undated) } : {}),
    direct: answer.direct.map((h) => ({
      holder: h.holder, records: h.relationships.map((id) => sentences.relationship(id)), ...leftTo(h, name),
    })),
    effective: answer.effective.map((e) => ({
      sentence:
        e.share.max === 0
          ? noneLeft(e.holder, answer.entity, name)
          : [
              name(e.holder), text(` has ${boundsPhrase(e.share)} of `), name(answer.entity),
              text(e.chains.length === 1 ? ', through one chain.' : `, through ${e.chains.length} chains.`),
            ],
      chains: e.chains.map((chain) => chainParts(chain, stakeOf, name)),
    })),
    ultimate: ultimateParts(answer, name),
    clashes: [...(answer.over100 ? [answer.entity] : []), ...answer.over100Above].map((id) => [
      text('The holders of '), name(id),
      text(' have more than 100 % together: their claims clash, and figures through it are not to be trusted.'),
    ]),
    ...(answer.listed
      ? { rule: { answer: ruleParts(answer, question, name), proof: proofLine(answer.listed.proof, sentences, name) } }
      : {}),
  };
}

type Name = (id: string) => SentencePart;

function conditionsOf({ asOf }: OwnershipAnswer, filter: Filter, publisherOf: (source: string) => string): string[] {
  return [
    asOf ? periodText(asOf) : 'at any time: holders of different times are taken together',
    ...filterPhrases(filter, publisherOf),
    'shares alone: control without a share does not count',
    'a share that is not recorded is what the others leave, never zero',
  ];
}

/** Unknown is never told as zero: where the others certainly have all, the records contradict each other. */
function noneLeft(holder: string, entity: string, name: Name): SentencePart[] {
  return [text('What '), name(holder), text(' has of '), name(entity), text(' cannot be told: the others certainly have all of it.')];
}

function leftTo({ holder, share, recorded, indirect }: Holding, name: Name): { left?: SentencePart[] } {
  if (indirect) return { left: [name(holder), text(' holds this through others; it is not added to the chain that it sums up.')] };
  if (recorded.max <= share.max) return {};
  const known = recorded.min === 0 && recorded.max === 100 ? 'No share is recorded' : `Recorded is ${boundsPhrase(recorded)}`;
  return {
    left: [text(`${known}; ${share.max === 0 ? 'the others certainly have all of it' : `the others leave ${boundsPhrase(share)}`}.`)],
  };
}

type StakeOf = (holder: string, held: string) => Holding | undefined;

/** The stakes of an answer by holder and held: chains of a large holder look up thousands. */
function stakesByEnds({ holdings }: OwnershipAnswer): StakeOf {
  const byHeld = new Map<string, Map<string, Holding>>();
  for (const stake of holdings) {
    const holders = byHeld.get(stake.held) ?? new Map<string, Holding>();
    byHeld.set(stake.held, holders);
    if (!holders.has(stake.holder)) holders.set(stake.holder, stake);
  }
  return (holder, held) => byHeld.get(held)?.get(holder);
}

/** "P → 80 % of A → 60 % of X". */
function chainParts(chain: readonly string[], stakeOf: StakeOf, name: Name): SentencePart[] {
  return chain.flatMap((id, i) => {
    if (i === 0) return [name(id)];
    const stake = stakeOf(chain[i - 1]!, id);
    return [text(` → ${!stake ? '' : stake.share.max === 0 ? 'nothing left of ' : `${boundsPhrase(stake.share)} of `}`), name(id)];
  });
}

function ultimateParts({ ultimate, direct, entity }: OwnershipAnswer, name: Name): SentencePart[] {
  if (direct.length === 0) return [text('No holder of '), name(entity), text(' is recorded.')];
  if (ultimate.length === 0) return [text('In the end nobody outside is recorded: holdings run in a circle.')];
  const told = ultimate.map(({ holder, share }): SentencePart[] => [
    name(holder), text(share.max === 0 ? ' (others certainly have all)' : ` (${boundsPhrase(share)})`),
  ]);
  return [
    text('In the end: '), ...told.flatMap((parts, i) => [...(i === 0 ? [] : [text(i === told.length - 1 ? ' and ' : ', ')]), ...parts]),
    text('; no holder of theirs is recorded.'),
  ];
}

const SAID = { yes: 'counts as held', no: 'does not count as held', undetermined: 'may or may not count as held' } as const;

function ruleParts({ entity, listed }: OwnershipAnswer, question: OwnersQuestion, name: Name): SentencePart[] {
  const { answer, aggregate } = listed!;
  const parties = question.listed ?? [];
  const who = list(parties.map((id) => (name(id) as { name: string }).name));
  return [
    text(`${answer === 'undetermined' ? 'Undetermined' : answer === 'yes' ? 'Yes' : 'No'}: with ${who} listed, `),
    name(entity),
    text(
      ` ${SAID[answer]} under the 50 per cent rule. `
      + `Listed parties, and entities that count as held, have ${boundsPhrase(aggregate)} of it in aggregate.`,
    ),
  ];
}

function proofLine(proof: Proof, sentences: Sentences, name: Name): ProofLine {
  return {
    sentence: [name(proof.entity), text(`${verdict(proof)}.`)],
    below: proof.holders.map((h) => below(h, proof.entity, sentences, name)),
  };
}

function below({ share, relationships, proof }: Proof['holders'][number], held: string, sentences: Sentences, name: Name): ProofLine {
  const numbers = [...new Set(relationships.flatMap((id) => sentences.footnotes.ofRelationship(id)))].sort((a, b) => a - b);
  return {
    ...proofLine(proof, sentences, name),
    sentence: [
      text(`${boundsPhrase(share)} of `), name(held), text(' is held by '), name(proof.entity),
      ...(numbers.length === 0 ? [] : [{ kind: 'footnotes', of: relationships[0]!, numbers } as const]),
      text(`, which${verdict(proof)}.`),
    ],
  };
}

function verdict({ counts, aggregate, again }: Proof): string {
  if (counts === 'listed') return ' is listed';
  return ` ${SAID[counts]} (${boundsPhrase(aggregate)} in aggregate)${again ? ', shown above' : ''}`;
}

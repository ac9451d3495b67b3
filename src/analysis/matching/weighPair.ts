import type { MatchProposal, MatchReason } from '../../model';
import { circumstances } from './circumstances';
import type { Comparable } from './comparable';
import type { Evidence } from './evidence';
import { identifierEvidence } from './identifierEvidence';
import { nameEvidence } from './nameEvidence';
import type { Vocabulary } from './vocabulary';

/** What speaks against any two being one before anything is known of them, in bits. */
const PRIOR = -4;
/** Below this, in bits, names are not worth the rest of the comparison. */
const WORTH_A_LOOK = 1;
const HIGHEST = 0.999;

/**
 * How likely it is that two entities are one, as Fellegi and Sunter (1969, A theory for record linkage) add it up: each agreement and
 * difference has a weight in bits, and the score is the probability that their sum stands for. The weights are judged by hand, not
 * estimated, so the score orders proposals and is no measured frequency. Undefined below the threshold (0–1).
 */
export function weighPair(a: Comparable, b: Comparable, vocabulary: Vocabulary, threshold: number): MatchProposal | undefined {
  const numbers = identifierEvidence(a, b);
  const agree = numbers.some(({ weight }) => weight > 0);
  const names = nameEvidence(a, b, vocabulary, agree);
  const known = names.reduce((sum, { weight }) => sum + weight, 0);
  if (known < WORTH_A_LOOK && !agree) return undefined;
  const evidence = [...numbers, ...names, ...circumstances(a.entity, b.entity)];
  const score = scoreOf(evidence.reduce((sum, { weight }) => sum + weight, PRIOR));
  if (score < threshold) return undefined;
  return { a: a.entity.id, b: b.entity.id, score, certainty: isCertain(evidence) ? 'certain' : 'probable', reasons: reasonsOf(evidence) };
}

function scoreOf(bits: number): number {
  return Math.min(HIGHEST, Math.round(1000 / (1 + 2 ** -bits)) / 1000);
}

function isCertain(evidence: readonly Evidence[]): boolean {
  return evidence.some((e) => e.strong === true) && evidence.every((e) => e.weight >= 0);
}

/** The heaviest first, whichever way they weigh; as found among equals. */
function reasonsOf(evidence: readonly Evidence[]): MatchReason[] {
  return evidence
    .map(({ kind, weight, say }) => ({ kind, weight: Math.round(weight * 10) / 10, sentence: say() }))
    .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
}

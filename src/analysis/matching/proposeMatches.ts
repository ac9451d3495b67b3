import { atOnce, compareText, type Entity, type MatchAnswer, type MatchProposal } from '../../model';
import { Blocks } from './blocks';
import { comparable, partsOf, type Comparable } from './comparable';
import { Vocabulary } from './vocabulary';
import { weighPair } from './weighPair';

export interface MatchOptions {
  /** How many proposals at most, best first; 1000 by default. */
  limit?: number;
  /** The lowest score of a proposal, 0–1; 0.6 by default. */
  threshold?: number;
  /** Pairs that are accepted or refused already, in either order. */
  decided?: Iterable<readonly [string, string]>;
}

const LIMIT = 1000;
const THRESHOLD = 0.6;

/**
 * "Which of these are the same as those?": for entities of what is there and of what is added, the pairs that may be one, best first, then
 * by the ids of `a` and `b`. The order of the lists matters only where more than `MOST_COMPARED` share one number or one whole name: the
 * first of them are compared. Two of one list are never proposed; one may be proposed to several. Nothing is
 * merged. Each added entity is compared with at most `MOST_COMPARED` of the base, those with which it shares the rarest things (see
 * `Blocks`); what was passed over is counted. Cost O((base + added) · words² + added · MOST_COMPARED · names²).
 */
export function proposeMatches(base: readonly Entity[], added: readonly Entity[], options: MatchOptions = {}): MatchAnswer {
  return atOnce(matchSteps(base, added, options));
}

/** The same with a pause after each entity, so that it can give way and be given up; it yields how much is done, 0–1. */
export function* matchSteps(
  base: readonly Entity[], added: readonly Entity[], { limit = LIMIT, threshold = THRESHOLD, decided = [] }: MatchOptions = {},
): Generator<number, MatchAnswer> {
  const steps = 2 * base.length + 2 * added.length || 1;
  let step = 0;
  const vocabulary = new Vocabulary();
  const there: Comparable[] = [];
  for (const entity of base) {
    there.push(counted(entity, vocabulary));
    yield ++step / steps;
  }
  for (const entity of added) {
    counted(entity, vocabulary);
    yield ++step / steps;
  }
  const building = Blocks.build(there);
  let built = building.next();
  for (; !built.done; built = building.next()) yield (step + built.value * base.length) / steps;
  step += base.length;
  const blocks = built.value;
  const settled = new Set([...decided].map(([a, b]) => pairKey(a, b)));
  const best = new BestProposals(limit);
  let compared = 0;
  let notCompared = 0;
  for (const entity of added) {
    const one = comparable(entity, vocabulary);
    const { entities, passedOver } = blocks.candidates(one);
    notCompared += passedOver;
    compared += entities.length;
    for (const other of entities) {
      if (settled.size > 0 && settled.has(pairKey(base[other]!.id, entity.id))) continue;
      const proposal = weighPair(there[other]!, one, vocabulary, threshold);
      if (proposal !== undefined) best.add(proposal);
    }
    yield ++step / steps;
  }
  return { ...best.answer(), compared, notCompared };
}

function counted(entity: Entity, vocabulary: Vocabulary): Comparable {
  const one = comparable(entity, vocabulary);
  const { words, numbers } = partsOf(one);
  vocabulary.count(words, numbers);
  return one;
}

function pairKey(a: string, b: string): string {
  return a < b ? JSON.stringify([a, b]) : JSON.stringify([b, a]);
}

/** Keeps the best proposals, in memory for twice as many. */
class BestProposals {
  private kept: MatchProposal[] = [];
  private found = 0;

  constructor(private readonly limit: number) {}

  add(proposal: MatchProposal): void {
    this.found++;
    this.kept.push(proposal);
    if (this.kept.length > 2 * this.limit + 1000) this.cut();
  }

  answer(): Pick<MatchAnswer, 'proposals' | 'more'> {
    this.cut();
    return { proposals: this.kept, more: this.found - this.kept.length };
  }

  private cut(): void {
    this.kept = this.kept.sort(inOrder).slice(0, this.limit);
  }
}

function inOrder(x: MatchProposal, y: MatchProposal): number {
  return y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b);
}

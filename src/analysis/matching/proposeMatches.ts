import { atOnce, compareText, pairKey, type Entity, type MatchAnswer, type MatchProposal } from '../../model';
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
  /** Each of the base has so many proposals of its own, in place of `limit` for all: one with many takes none of another's. */
  limitOfEach?: number;
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
  const matcher = new Matcher({ limit, threshold, decided });
  for (const entity of base) {
    matcher.addBase(entity);
    yield ++step / steps;
  }
  for (const entity of added) {
    matcher.count(entity);
    yield ++step / steps;
  }
  for (const built of matcher.build()) yield (step + built * base.length) / steps;
  step += base.length;
  for (const entity of added) {
    matcher.compare(entity);
    yield ++step / steps;
  }
  return matcher.answer();
}

/**
 * The same for lists that are not at hand as a whole: entities of the base are held, those that are added go past twice, once to be counted
 * (how rare a word is decides what it tells), once to be compared. Call `addBase` for all, `count` for all, `build` once, `compare` for
 * all, in this order. Memory is that of the base alone.
 */
export class Matcher {
  private readonly vocabulary = new Vocabulary();
  private readonly there: Comparable[] = [];
  private blocks: Blocks | undefined;
  private readonly threshold: number;
  private readonly settled: ReadonlySet<string>;
  private readonly best: BestProposals | BestOfEach;
  private compared = 0;
  private notCompared = 0;

  constructor({ limit = LIMIT, threshold = THRESHOLD, decided = [], limitOfEach }: MatchOptions = {}) {
    this.threshold = threshold;
    this.settled = new Set([...decided].map(([a, b]) => pairKey(a, b)));
    this.best = limitOfEach === undefined ? new BestProposals(limit) : new BestOfEach(limitOfEach);
  }

  addBase(entity: Entity): void {
    this.there.push(counted(entity, this.vocabulary));
  }

  count(entity: Entity): void {
    counted(entity, this.vocabulary);
  }

  /** Finds who shares what; yields how much is done, 0–1. */
  *build(): Generator<number, void> {
    this.blocks = yield* Blocks.build(this.there);
  }

  compare(entity: Entity): void {
    const one = comparable(entity, this.vocabulary);
    const { entities, passedOver } = this.blocks!.candidates(one);
    this.notCompared += passedOver;
    this.compared += entities.length;
    for (const other of entities) {
      const { entity: there } = this.there[other]!;
      if (this.settled.size > 0 && this.settled.has(pairKey(there.id, entity.id))) continue;
      const proposal = weighPair(this.there[other]!, one, this.vocabulary, this.threshold);
      if (proposal !== undefined) this.best.add(proposal);
    }
  }

  answer(): MatchAnswer {
    return { ...this.best.answer(), compared: this.compared, notCompared: this.notCompared };
  }
}

function counted(entity: Entity, vocabulary: Vocabulary): Comparable {
  const one = comparable(entity, vocabulary);
  const { words, numbers } = partsOf(one);
  vocabulary.count(words, numbers);
  return one;
}

/** Keeps the best proposals, in memory for some more. */
class BestProposals {
  private kept: MatchProposal[] = [];
  private found = 0;

  constructor(
    private readonly limit: number,
    private readonly room = limit + 1000,
  ) {}

  add(proposal: MatchProposal): void {
    this.found++;
    this.kept.push(proposal);
    if (this.kept.length > this.limit + this.room) this.cut();
  }

  answer(): Pick<MatchAnswer, 'proposals' | 'more'> {
    this.cut();
    return { proposals: this.kept, more: this.found - this.kept.length };
  }

  private cut(): void {
    this.kept = this.kept.sort(inOrder).slice(0, this.limit);
  }
}

/** Keeps the best proposals of each of the base. */
class BestOfEach {
  private readonly of = new Map<string, BestProposals>();

  constructor(private readonly limit: number) {}

  add(proposal: MatchProposal): void {
    const best = this.of.get(proposal.a) ?? new BestProposals(this.limit, this.limit);
    this.of.set(proposal.a, best);
    best.add(proposal);
  }

  answer(): Pick<MatchAnswer, 'proposals' | 'more'> {
    const answers = [...this.of.values()].map((best) => best.answer());
    return {
      proposals: answers.flatMap(({ proposals }) => proposals).sort(inOrder), more: answers.reduce((sum, { more }) => sum + more, 0),
    };
  }
}

function inOrder(x: MatchProposal, y: MatchProposal): number {
  return y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b);
}

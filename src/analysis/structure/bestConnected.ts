import type { GraphIndex } from '../../graph';
import { eachNumber, statuses, STATUSES_BY_DEFAULT, type Steps } from '../../model';
import { BinaryHeap } from '../routes/binaryHeap';

interface BestConnectedOptions {
  /** How many entities at most. */
  readonly limit: number;
  /** How many relationships may run between them at most, so that they can be drawn; whoever brings more is passed over. */
  readonly mostTies: number;
  /** Only entities from this integer on. */
  readonly from: number;
}

/** An entity that may be chosen next, and with how many others it is tied, or at most if not `known`. */
interface Candidate {
  readonly entity: number;
  readonly others: number;
  readonly known: boolean;
}

/**
 * Entities to look at first, as integers: whoever is tied to most others, then of those tied to somebody chosen whoever is
 * tied to most others, and so on, so that what is chosen hangs together; where nobody is left, the best connected of the rest.
 * Others are counted by ties of every status but denied, each once; places connect nobody and are passed over. Ties: by id.
 * An entity's relationships, of which it cannot have fewer than others, are looked at only where its number of them puts
 * it first: O(entities) for each part that does not hang together with the others, and the degrees of those looked at.
 */
export function* bestConnectedSteps(index: GraphIndex, options: BestConnectedOptions): Steps<number[]> {
  const choice = new Choice(index, options);
  while (choice.chosen.size < options.limit && (yield* choice.begin()))
    while (choice.chosen.size < options.limit && (yield* choice.goOn())) yield;
  return [...choice.chosen];
}

/** How many are put in line at once. */
const BATCH = 4096;

const COUNTED = Uint8Array.from(statuses, (s) => Number(STATUSES_BY_DEFAULT.includes(s)));

class Choice {
  readonly chosen = new Set<number>();
  private readonly passedOver = new Set<number>();
  private readonly counted = new Map<number, number>();
  private readonly beside: BinaryHeap<Candidate>;
  private readonly waiting = new Set<number>();
  private ties = 0;

  constructor(private readonly index: GraphIndex, private readonly options: BestConnectedOptions) {
    this.beside = new BinaryHeap((a, b) => this.isBefore(a, b));
  }

  /** Chooses the best connected of all that are left; false where nobody is. */
  *begin(): Steps<boolean> {
    let best: Candidate | undefined;
    const { entityCount } = this.index;
    yield* eachNumber(entityCount - this.options.from, (i) => {
      const entity = i + this.options.from;
      const bound = this.candidate(entity);
      if (!this.isOpen(entity) || (best && !this.isBefore(bound, best))) return;
      const known = this.looked(entity);
      if (!best || this.isBefore(known, best)) best = known;
    });
    if (!best) return false;
    yield* this.take(best.entity);
    return true;
  }

  /** Chooses the best connected of those tied to somebody chosen; false where there is none. */
  *goOn(): Steps<boolean> {
    for (let next = this.beside.pop(); next; next = this.beside.pop()) {
      if (!next.known) this.beside.push(this.looked(next.entity));
      else if (yield* this.take(next.entity)) return true;
      yield;
    }
    return false;
  }

  private isOpen(entity: number): boolean {
    const { chosen, passedOver, index } = this;
    return !chosen.has(entity) && !passedOver.has(entity) && index.entityTypeAt(entity) !== 'place' && index.isThere(entity);
  }

  private isBefore(a: Candidate, b: Candidate): boolean {
    return a.others !== b.others ? a.others > b.others : this.index.compareEntityIds(a.entity, b.entity) < 0;
  }

  private candidate(entity: number): Candidate {
    const others = this.counted.get(entity);
    return { entity, others: others ?? this.index.degree(entity), known: others !== undefined };
  }

  private looked(entity: number): Candidate {
    if (!this.counted.has(entity)) this.counted.set(entity, new Set(this.othersOf(entity)).size);
    return this.candidate(entity);
  }

  private *othersOf(entity: number): Generator<number> {
    const { adjacency: { starts, stops, neighbours, ties }, parts: { weaknesses } } = this.index;
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      const other = neighbours[slot]!;
      if (other !== entity && COUNTED[weaknesses[ties[slot]! >>> 1]!] === 1 && this.index.entityTypeAt(other) !== 'place') yield other;
    }
  }

  /** Chooses an entity, unless it brings more relationships than there is room for. Gives whether it did. */
  private *take(entity: number): Steps<boolean> {
    const { starts, stops, neighbours } = this.index.adjacency;
    let brought = 0;
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++)
      if (neighbours[slot] === entity || this.chosen.has(neighbours[slot]!)) brought++;
    if (this.ties + brought > this.options.mostTies) {
      this.passedOver.add(entity);
      return false;
    }
    this.ties += brought;
    this.chosen.add(entity);
    for (const other of this.othersOf(entity)) {
      if (other < this.options.from || this.waiting.has(other) || !this.isOpen(other)) continue;
      this.waiting.add(other);
      if (this.waiting.size % BATCH === 0) yield;
      this.beside.push(this.candidate(other));
    }
    return true;
  }
}

import type { ChainMemory } from './chainMemory';
import type { Ties } from './ties';

/** A state of the split graph: an entity as it is entered (2·entity) or as it is left (2·entity + 1). */
export type State = number;
export const entered = (entity: number): State => entity * 2;
export const left = (entity: number): State => entity * 2 + 1;
const entityOf = (state: State): number => state >> 1;
const isLeft = (state: State): boolean => (state & 1) === 1;

/**
 * Routes that share no entity but their ends, as a flow of units through entities that let one pass, and what may still
 * be changed about it: the residual graph. Every entity is split in two, entered and left, with a capacity of one between,
 * while ties let any number pass (Even, "Graph Algorithms", 1979, chapter 6). The direct tie between the two ends is left out.
 */
export class Residual {
  /** By entity on a route: the next and the last one. The source stands in no `next`, the sink in no `previous`. */
  private readonly next = new Map<number, number>();
  private readonly previous = new Map<number, number>();
  private readonly starts = new Set<number>();

  constructor(
    private readonly ties: Ties,
    readonly source: number,
    readonly sink: number,
  ) {}

  get memory(): ChainMemory {
    return this.ties.memory;
  }

  /** How many routes there are. */
  get size(): number {
    return this.starts.size;
  }

  /** The same flow seen from the sink: what leads on leads back. */
  reversed(): Residual {
    const other = new Residual(this.ties.reversed(), this.sink, this.source);
    for (const [entity, previous] of this.previous) other.next.set(entity, previous);
    for (const [entity, next] of this.next) {
      other.previous.set(entity, next);
      if (next === this.sink) other.starts.add(entity);
    }
    return other;
  }

  /** Calls `visit` with every state that can be reached from this one in one step; stops when it returns true. */
  onward(state: State, visit: (state: State) => boolean): boolean {
    const entity = entityOf(state);
    if (!isLeft(state)) {
      const previous = this.previous.get(entity);
      if (previous === undefined) return entity !== this.sink && visit(left(entity));
      return previous !== this.source && visit(left(previous));
    }
    if (entity !== this.source && this.next.has(entity) && visit(entered(entity))) return true;
    return this.ties.onward(entity, (neighbour) => {
      const direct = entity === this.source && neighbour === this.sink;
      return neighbour !== this.source && !direct && visit(entered(neighbour));
    });
  }

  /** The same against the steps: every state from which this one can be reached in one step. */
  backward(state: State, visit: (state: State) => boolean): boolean {
    const entity = entityOf(state);
    if (isLeft(state)) {
      const next = this.next.get(entity);
      if (next === undefined) return entity !== this.source && visit(entered(entity));
      return next !== this.sink && visit(entered(next));
    }
    if (entity !== this.sink && this.next.has(entity) && visit(left(entity))) return true;
    return this.ties.backward(entity, (neighbour) => {
      const direct = neighbour === this.source && entity === this.sink;
      return neighbour !== this.sink && !direct && visit(left(neighbour));
    });
  }

  /** Sends one more unit along a chain of states from `left(source)` to `entered(sink)`. */
  augment(chain: readonly State[]): void {
    const steps = chain.slice(1).map((to, i) => ({ from: chain[i]!, to }));
    const between = steps.filter(({ from, to }) => entityOf(from) !== entityOf(to));
    for (const { from, to } of between) if (!isLeft(from)) this.cut(entityOf(to), entityOf(from));
    for (const { from, to } of between) if (isLeft(from)) this.join(entityOf(from), entityOf(to));
  }

  private cut(entity: number, next: number): void {
    this.next.delete(entity);
    this.previous.delete(next);
  }

  private join(entity: number, next: number): void {
    if (entity === this.source) this.starts.add(next);
    else this.next.set(entity, next);
    if (next !== this.sink) this.previous.set(next, entity);
  }

  /** The routes, each from source to sink. */
  routes(): number[][] {
    return [...this.starts].map((start) => {
      const route = [this.source];
      for (let entity: number | undefined = start; entity !== undefined && entity !== this.sink; entity = this.next.get(entity))
        route.push(entity);
      return [...route, this.sink];
    });
  }
}

import type { Steps } from '../../model';
import { entered, left, type Residual, type State } from './residual';

/** The most separators that are listed. */
const MOST_SEPARATORS = 64;
/** The most states that are looked at to find them. */
const MOST_STATES = 200_000;

export interface Separators {
  /** Each a set of entities, one on each route of the flow. */
  sets: number[][];
  complete: boolean;
}

/**
 * All smallest sets of entities whose removal separates source and sink, from a largest flow: each is the border of a
 * set of states that holds the source, is closed under residual steps and does not hold the sink (Picard and Queyranne,
 * "On the structure of all minimum cuts in a network and applications", Mathematical Programming Study 13, 1980).
 * From the closed set nearest to the source, the border is moved on past one entity at a time.
 * Cost O(separators × states closed); at most MOST_SEPARATORS are given.
 */
export function* separatorSteps(residual: Residual): Steps<Separators> {
  const routes = residual.routes().map((route) => route.slice(1, -1));
  const search = new ClosureSearch(residual);
  const first = search.close(new Set<State>(), left(residual.source));
  if (first === undefined) return { sets: [], complete: false };
  const found = new Map<string, number[]>();
  const waiting = [first];
  for (let closed = waiting.pop(); closed !== undefined; closed = waiting.pop()) {
    yield;
    const border = borderOf(closed, routes);
    const key = border.join(' ');
    if (found.has(key)) continue;
    if (found.size === MOST_SEPARATORS) return { sets: [...found.values()], complete: false };
    found.set(key, border);
    for (const entity of border) {
      const further = search.close(closed, left(entity));
      if (further !== undefined) waiting.push(further);
    }
  }
  return { sets: [...found.values()], complete: !search.gaveUp };
}

/** On each route, the first entity that is entered but not left within the closed set. */
function borderOf(closed: ReadonlySet<State>, routes: readonly number[][]): number[] {
  return routes.map((route) => route.find((entity) => closed.has(entered(entity)) && !closed.has(left(entity)))!);
}

/** Closes sets of states under residual steps, and remembers which states lead to the sink. */
class ClosureSearch {
  gaveUp = false;
  private looked = 0;
  private readonly leadsToSink = new Set<State>();
  /** In the order in which they were found; those before `lookedFrom` have been looked from. */
  private readonly sinkSide: State[];
  private lookedFrom = 0;

  constructor(private readonly residual: Residual) {
    this.sinkSide = [entered(residual.sink)];
    this.leadsToSink.add(this.sinkSide[0]!);
  }

  /** The smallest closed set that holds `base`, which is closed, and `state`; undefined where it would hold the sink. */
  close(base: ReadonlySet<State>, state: State): Set<State> | undefined {
    const closed = new Set(base).add(state);
    const waiting = [state];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const meetsSink = this.leadsToSink.has(at) || this.residual.onward(at, (next) => {
        if (this.leadsToSink.has(next)) return true;
        if (!closed.has(next)) {
          closed.add(next);
          waiting.push(next);
        }
        return false;
      });
      if (meetsSink) return undefined;
      this.lookFromSink(waiting.length);
      if (++this.looked > MOST_STATES) {
        this.gaveUp = true;
        return undefined;
      }
    }
    return closed;
  }

  /** Keeps the search from the sink about as wide as the one from the source. */
  private lookFromSink(width: number): void {
    for (let steps = Math.min(width, 4); steps > 0 && this.lookedFrom < this.sinkSide.length; steps--) {
      this.residual.backward(this.sinkSide[this.lookedFrom++]!, (before) => {
        if (!this.leadsToSink.has(before)) {
          this.leadsToSink.add(before);
          this.sinkSide.push(before);
        }
        return false;
      });
    }
  }
}

import type { SeenStates } from './chainMemory';
import { entered, left, type Residual, type State } from './residual';

/** What came of looking for one more route: the chain of states that gives it, or which side was searched to its end. */
type ChainSearch = { chain: State[] } | { exhausted: 'source' | 'sink' };

interface Side {
  readonly seen: SeenStates;
  frontier: State[];
}

/**
 * Looks for a shortest chain from source to sink in the residual graph, from both ends at once, the smaller frontier
 * first: in a network with hubs both meet after few steps, where one end alone would see most of it. Cost O(states seen).
 */
export function augmentingChain(residual: Residual): ChainSearch {
  const source: Side = begin(residual.memory.source, left(residual.source));
  const sink: Side = begin(residual.memory.sink, entered(residual.sink));
  for (;;) {
    const fromSource = source.frontier.length <= sink.frontier.length;
    const meeting = fromSource
      ? grow(source, sink, (state, visit) => residual.onward(state, visit))
      : grow(sink, source, (state, visit) => residual.backward(state, visit));
    if (meeting !== undefined) return { chain: [...traced(source, meeting).reverse(), ...traced(sink, meeting).slice(1)] };
    if (source.frontier.length === 0) return { exhausted: 'source' };
    if (sink.frontier.length === 0) return { exhausted: 'sink' };
  }
}

function begin(seen: SeenStates, state: State): Side {
  seen.begin(state);
  return { seen, frontier: [state] };
}

/** Takes one side a level further; gives the state in which the two sides meet, if they do. */
function grow(side: Side, other: Side, step: (state: State, visit: (state: State) => boolean) => boolean): State | undefined {
  const level = side.frontier;
  side.frontier = [];
  let meeting: State | undefined;
  for (const state of level) {
    step(state, (next) => {
      if (side.seen.has(next)) return false;
      side.seen.add(next, state);
      side.frontier.push(next);
      if (!other.seen.has(next)) return false;
      meeting = next;
      return true;
    });
    if (meeting !== undefined) return meeting;
  }
  return undefined;
}

/** From a state back to where its side began. */
function traced({ seen }: Side, state: State): State[] {
  const chain = [state];
  for (let at = state; seen.origin(at) !== at; ) {
    at = seen.origin(at);
    chain.push(at);
  }
  return chain;
}

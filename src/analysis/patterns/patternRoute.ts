import { compareText, statuses, type Filter, type Route } from '../../model';
import { hopOf, routeAlong } from '../routes/hops';
import { stepCost } from '../routes/cost';
import { STEP } from '../routes/stepTable';
import { eachState, type PatternGround } from './patternGround';

/** A relationship of a hop that may follow the pattern, and as which of its steps. */
interface PatternTie {
  readonly relationship: number;
  readonly id: string;
  readonly forward: boolean;
  readonly weakness: number;
  readonly mask: number;
}

/**
 * A chain of entities as a route. Of the ways in which its relationships follow the pattern it is told by the strongest (fewest denied,
 * readings, disputed, alleged, reported), of these by the one whose ids come first; the others of a hop that may follow it come after, the
 * strongest first, then by id. Cost O(hops · relationships between two · steps).
 */
export function patternRoute(ground: PatternGround, filter: Filter, entities: readonly number[]): Route {
  const { index } = ground;
  const ties = entities.slice(1).map((to, i) => tiesOver(ground, entities[i]!, to));
  const toEnd = costsToEnd(ground, entities, ties);
  const told = strongestWay(ground, ties, toEnd);
  const may = mayFollow(ground, ties, toEnd);
  const kept = told.map((first, i) => {
    const others = may[i]!.filter((tie) => tie !== first);
    return [first, ...others.sort((a, b) => a.weakness - b.weakness || compareText(a.id, b.id))];
  });
  const hops = kept.map((list, i) => ({
    ...hopOf(index, filter, entities[i]!, entities[i + 1]!, list),
    status: statuses[list[0]!.weakness]!,
  }));
  return routeAlong(index, filter, entities, hops, kept);
}

function tiesOver({ index, masks, steps }: PatternGround, from: number, to: number): PatternTie[] {
  const { starts, stops, neighbours, ties } = index.adjacency;
  const found: PatternTie[] = [];
  const atFrom = index.degree(from) <= index.degree(to);
  const [here, there] = atFrom ? [from, to] : [to, from];
  for (let slot = starts[here]!; slot < stops[here]!; slot++) {
    if (neighbours[slot] !== there) continue;
    const mask = atFrom ? masks.at(slot, steps[slot]!) : masks.into(to, slot, steps[slot]!);
    const tie = ties[slot]!;
    const forward = ((tie & 1) === 1) === atFrom;
    const relationship = tie >>> 1;
    if (mask !== 0)
      found.push({ relationship, id: index.relationshipIdAt(relationship), forward, weakness: steps[slot]! & STEP.weakness, mask });
  }
  return found.sort((a, b) => compareText(a.id, b.id));
}

/** With which of these states just taken the route may be at its entity number `at`. */
function allowed(ground: PatternGround, entities: readonly number[], at: number, states: number): number {
  const entity = entities[at]!;
  return at === entities.length - 1 ? ground.ending(entity, states) : ground.passing(entity, states);
}

/** By entity of the route and state: the least cost from there on; Infinity where there is no way. */
function costsToEnd(ground: PatternGround, entities: readonly number[], ties: readonly (readonly PatternTie[])[]): number[][] {
  const { automaton } = ground;
  const costs = entities.map(() => new Array<number>(automaton.start + 1).fill(Infinity));
  eachState(allowed(ground, entities, ties.length, automaton.last), (state) => (costs[ties.length]![state] = 0));
  for (let i = ties.length - 1; i >= 0; i--) {
    for (let state = 0; state <= automaton.start; state++) {
      if (i > 0 && (state === automaton.start || allowed(ground, entities, i, 1 << state) === 0)) continue;
      if (i === 0 && state !== automaton.start) continue;
      for (const { mask, weakness } of ties[i]!)
        eachState(
          automaton.follow[state]! & mask,
          (next) => (costs[i]![state] = Math.min(costs[i]![state]!, stepCost(weakness) + costs[i + 1]![next]!)),
        );
    }
  }
  return costs;
}

function strongestWay(
  { automaton }: PatternGround,
  ties: readonly (readonly PatternTie[])[],
  toEnd: readonly (readonly number[])[],
): PatternTie[] {
  let states = 1 << automaton.start;
  return ties.map((here, i) => {
    let next = 0;
    const chosen = here.find(({ mask, weakness }) => {
      next = 0;
      eachState(states, (state) =>
        eachState(automaton.follow[state]! & mask, (onward) => {
          if (stepCost(weakness) + toEnd[i + 1]![onward]! === toEnd[i]![state]) next |= 1 << onward;
        }),
      );
      return next !== 0;
    })!;
    states = next;
    return chosen;
  });
}

/** Of each hop the relationships that are in some way to follow the pattern along the whole route. */
function mayFollow(
  { automaton }: PatternGround,
  ties: readonly (readonly PatternTie[])[],
  toEnd: readonly (readonly number[])[],
): PatternTie[][] {
  let states = 1 << automaton.start;
  return ties.map((here, i) => {
    const open = here.map((tie) => {
      let reached = 0;
      eachState(states, (state) => (reached |= automaton.follow[state]! & tie.mask));
      let ends = 0;
      eachState(reached, (state) => (ends |= toEnd[i + 1]![state]! < Infinity ? 1 << state : 0));
      return { tie, ends };
    });
    states = open.reduce((all, { ends }) => all | ends, 0);
    return open.filter(({ ends }) => ends !== 0).map(({ tie }) => tie);
  });
}

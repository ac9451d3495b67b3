import { LONGEST_ROUTE, type Pattern, type PatternStep } from '../../model';

/**
 * A pattern as an automaton without empty moves (Glushkov, Russian Mathematical Surveys 16, 1961): a state for each step of the pattern
 * with its repetitions written out, in which that step was just taken, and `start`. Sets of states are bits, so that there are at most 30.
 */
export interface Automaton {
  readonly steps: readonly PatternStep[];
  readonly start: number;
  /** By state, `start` included: the states that may follow it. */
  readonly follow: readonly number[];
  /** By state: the states that it may follow, without `start`. */
  readonly before: readonly number[];
  /** The states that may come first, and in which a route may end. */
  readonly first: number;
  readonly last: number;
}

/** A part of a pattern: how it may begin and end, and whether nothing fits it as well. */
interface Piece {
  readonly first: number;
  readonly last: number;
  readonly empty: boolean;
}

const NOTHING: Piece = { first: 0, last: 0, empty: true };

/** Cost O(steps²). */
export function automatonOf(pattern: Pattern): Automaton {
  const building: Building = { steps: [], follow: [] };
  const { first, last } = pieceOf(pattern, building);
  const { steps } = building;
  const follow = [...building.follow, first];
  const before = steps.map((_, state) => steps.reduce((set, _step, other) => set | (((follow[other]! >> state) & 1) << other), 0));
  return { steps, start: steps.length, follow, before, first, last };
}

interface Building {
  readonly steps: PatternStep[];
  readonly follow: number[];
}

function pieceOf(pattern: Pattern, building: Building): Piece {
  if (pattern.kind === 'step') {
    const state = building.steps.push(pattern) - 1;
    building.follow.push(0);
    return { first: 1 << state, last: 1 << state, empty: false };
  }
  if (pattern.kind === 'choice') {
    return pattern.parts
      .map((part) => pieceOf(part, building))
      .reduce((a, b) => ({ first: a.first | b.first, last: a.last | b.last, empty: a.empty || b.empty }));
  }
  if (pattern.kind === 'sequence') return pattern.parts.reduce((piece, part) => joined(piece, pieceOf(part, building), building), NOTHING);
  return repeated(pattern, building);
}

function joined(a: Piece, b: Piece, { follow }: Building): Piece {
  link(a.last, b.first, follow);
  return { first: a.first | (a.empty ? b.first : 0), last: b.last | (b.empty ? a.last : 0), empty: a.empty && b.empty };
}

function link(last: number, first: number, follow: number[]): void {
  for (let rest = last; rest !== 0; rest &= rest - 1) follow[31 - Math.clz32(rest & -rest)]! |= first;
}

/** The part as often as it must come, then as often as it may. No route is longer than LONGEST_ROUTE. */
function repeated({ part, least, most }: Pattern & { kind: 'repeat' }, building: Building): Piece {
  const copies = Math.min(Math.max(1, most ?? least), Math.max(LONGEST_ROUTE, least));
  let piece = NOTHING;
  for (let i = 0; i < copies; i++) {
    const next = pieceOf(part, building);
    if (most === undefined && i === copies - 1) link(next.last, next.first, building.follow);
    piece = joined(piece, i < least ? next : { ...next, empty: true }, building);
  }
  return piece;
}

import {
  atOnce, betweenFilter, compareText, LONGEST_ROUTE, relationshipTypeIds,
  type IntermediaryAnswer, type IntermediaryQuestion, type LeftOut, type RelationshipType, type Steps,
} from '../../model';
import type { CompiledFilter, GraphIndex } from '../../graph';
import { routeSteps, searcherOf } from '../routes/findRoutes';
import { augmentingChain } from './augmentingChain';
import { Residual } from './residual';
import { separatorSteps, type Separators } from './smallestSeparators';
import { admittedTies, type Ties } from './ties';
import { withinReach } from './withinReach';

/**
 * Who stands between two entities: the smallest sets whose removal leaves no route, and as many routes that share no
 * entity as there are members of such a set (Menger, "Zur allgemeinen Kurventheorie", Fundamenta Mathematicae 10, 1927),
 * by a largest flow of units on the split graph, one shortest augmenting chain after the other (Edmonds and Karp, 1972),
 * each sought from both ends. Cost O(independent routes × states seen), besides compiling the filter, listing the
 * separators (`separatorSteps`) and counting routes for `share` (`findRoutes`). Sets come in order of size and ids.
 * Throws UnknownEntityError.
 */
export function intermediariesBetween(index: GraphIndex, question: IntermediaryQuestion): IntermediaryAnswer {
  return atOnce(intermediarySteps(index, question));
}

/** The same in steps; throws the same. An index has one search at a time: nothing else may search it meanwhile. */
export function* intermediarySteps(index: GraphIndex, asked: IntermediaryQuestion): Steps<IntermediaryAnswer> {
  const question = { ...asked, filter: betweenFilter(asked) };
  const separators = yield* betweenSteps(index, question);
  yield 0.3;
  const shares = yield* shareSteps(index, question);
  return { ...separators, ...shares, leftOut: leftOutOf(searcherOf(index).filter(asked.filter), index, asked.notThrough) };
}

/** The same without how often each lies between. Throws `UnknownEntityError`. */
export function separatorsBetween(index: GraphIndex, asked: IntermediaryQuestion): Separation {
  return atOnce(betweenSteps(index, { ...asked, filter: betweenFilter(asked) }));
}

type Separation = Omit<IntermediaryAnswer, 'share' | 'counted' | 'leftOut'>;

function* betweenSteps(index: GraphIndex, question: IntermediaryQuestion): Steps<Separation> {
  const from = index.knownEntity(question.from);
  const to = index.knownEntity(question.to);
  const all = admittedTies(index, question, from, to);
  const ties = question.maxHops === undefined ? all : withinReach(all, from, to, question.maxHops);
  const direct = from !== to && ties.onward(from, (neighbour) => neighbour === to);
  const flow = from === to ? nothing(ties, from, to) : yield* flowSteps(ties, from, to);
  const id = (entity: number) => index.entityIdAt(entity);
  const separators = flow.separators.sets
    .map((set) => set.map(id).sort(compareText))
    .sort((a, b) => compareText(a.join('\n'), b.join('\n')));
  const disjoint = flow.residual
    .routes()
    .map((route) => route.map(id))
    .sort((a, b) => a.length - b.length || compareText(a.join('\n'), b.join('\n')));
  const alone = new Set(separators.filter((set) => set.length === 1).flat());
  return {
    from: question.from,
    to: question.to,
    direct,
    onEveryRoute: (disjoint[0] ?? []).filter((entity) => alone.has(entity)),
    separators,
    independentRoutes: disjoint.length + (direct ? 1 : 0),
    disjoint: direct ? [[question.from, question.to], ...disjoint] : disjoint,
    complete: flow.separators.complete,
  };
}

interface Flow {
  residual: Residual;
  separators: Separators;
}

function nothing(ties: Ties, from: number, to: number): Flow {
  return { residual: new Residual(ties, from, to), separators: { sets: [], complete: true } };
}

function* flowSteps(ties: Ties, from: number, to: number): Steps<Flow> {
  const residual = new Residual(ties, from, to);
  for (;;) {
    yield;
    const search = augmentingChain(residual);
    if ('chain' in search) residual.augment(search.chain);
    else if (residual.size === 0) return { residual, separators: { sets: [], complete: true } };
    // Closed sets are listed from the side that was searched to its end: that side is known to be small.
    else return { residual, separators: yield* separatorSteps(search.exhausted === 'source' ? residual : residual.reversed()) };
  }
}

/** On how many of the first k routes each entity stands; most first, then by id. The direct tie passes nobody and is not counted. */
function* shareSteps(
  index: GraphIndex, { k, maxHops, notThrough: _, ...question }: IntermediaryQuestion,
): Steps<Required<Pick<IntermediaryAnswer, 'share' | 'counted'>>> {
  const longest = Math.min(maxHops ?? LONGEST_ROUTE, LONGEST_ROUTE);
  const { routes, complete } = yield* routeSteps(index, { ...question, k, maxHops: longest });
  const indirect = routes.filter((route) => route.length > 1);
  const counts = new Map<string, number>();
  for (const { entities } of indirect) for (const entity of entities.slice(1, -1)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const share = [...counts]
    .map(([entity, count]) => ({ entity, routes: count, of: indirect.length }))
    .sort((a, b) => b.routes - a.routes || compareText(a.entity, b.entity));
  return { share, counted: { routes: indirect.length, longest, all: complete } };
}

/** The admitted relationships of types that make nobody an intermediary, counted. Cost O(relationships). */
function leftOutOf({ admits }: CompiledFilter, index: GraphIndex, types: readonly RelationshipType[]): LeftOut {
  const counts = new Uint32Array(relationshipTypeIds.length);
  const { relationshipTypeCodes } = index.parts;
  const isOf = Uint8Array.from(relationshipTypeIds, (type) => Number(types.includes(type)));
  if (types.length > 0)
    for (let r = 0; r < relationshipTypeCodes.length; r++)
      if (isOf[relationshipTypeCodes[r]!] === 1 && admits(r)) counts[relationshipTypeCodes[r]!]!++;
  return Object.fromEntries(relationshipTypeIds.flatMap((type, code) => (counts[code]! > 0 ? [[type, counts[code]!]] : [])));
}

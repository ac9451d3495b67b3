import type { Position } from '../../model';
import { arrange, type Arrangement } from './arrange';
import { BOX_GAP, layoutAnew } from './layoutAnew';
import { layoutProblem, type LayoutProblem } from './layoutProblem';
import type { LayoutRequest } from './layoutRequest';
import { packComponents } from './packComponents';

/** Between the picture and the rows of what nothing ties to it. */
const LOOSE_GAP = 36;

/** An organic layout may be given longer to search: 1 is about a second for a hundred entities. */
interface OrganicRequest extends LayoutRequest {
  readonly effort?: number;
  /** The area that the picture may take, in square chart units, where it is to be shown larger than usual; see `arrange`. */
  readonly area?: number;
}

/**
 * The layout for looking around: what is tied stands together, no box covers another, as few lines cross and as many
 * labels find room as a seeded search of bounded length reaches. Entities without a tie stand in rows below. Positions
 * are whole chart units around (0, 0); the same request gives the same picture. About a second up to 300 entities, two
 * for 1 000; above 2 000 (see `arrange`) it does not search.
 */
export function layoutOrganic(request: OrganicRequest): Map<string, Position> {
  if (request.previous && request.part.entities.some((e) => request.previous!.has(e.id))) return layoutAnew(request, request.previous);
  const tied = tiedIds(request);
  const pinned = request.pinned ?? new Map<string, Position>();
  const drawn = request.part.entities.filter((e) => tied.has(e.id) || pinned.has(e.id));
  const problem = layoutProblem(
    { entities: drawn, relationships: request.part.relationships, sources: request.part.sources }, request.detail,
  );
  const fixed = new Map(problem.ids.flatMap((id, i) => (pinned.has(id) ? [[i, pinned.get(id)!] as const] : [])));
  const { x, y } = arrange(problem, {
    aspect: request.aspect, seed: request.seed ?? 1, effort: request.effort ?? 1, area: request.area, fixed,
    ...(request.onProgress ? { onProgress: (done: number) => request.onProgress!(done) } : {}),
  });
  const loose = request.part.entities.filter((e) => !tied.has(e.id) && !pinned.has(e.id));
  const positions = positionsOf(problem, { x, y });
  if (loose.length > 0)
    addRows(
      positions, problem, { x, y }, layoutProblem({ entities: loose, relationships: [], sources: [] }, request.detail), request.aspect,
    );
  return inOrder(request, positions);
}

function tiedIds({ part }: LayoutRequest): Set<string> {
  const there = new Set(part.entities.map((e) => e.id));
  return new Set(part.relationships.filter((r) => r.from !== r.to && there.has(r.from) && there.has(r.to)).flatMap((r) => [r.from, r.to]));
}

function positionsOf({ ids }: LayoutProblem, { x, y }: Arrangement): Map<string, Position> {
  return new Map(ids.map((id, i) => [id, { x: x[i]!, y: y[i]! }]));
}

function inOrder({ part }: LayoutRequest, positions: ReadonlyMap<string, Position>): Map<string, Position> {
  return new Map(part.entities.map((e) => [e.id, positions.get(e.id)!]));
}

/** Sets what nothing ties to the picture in rows below it, or by itself where there is nothing else. */
function addRows(
  positions: Map<string, Position>, problem: LayoutProblem, { x, y }: Arrangement, loose: LayoutProblem, aspect: number,
): void {
  const sizes = loose.ids.map((_, i) => ({ width: 2 * loose.halfWidth[i]!, height: 2 * loose.halfHeight[i]! }));
  const left = Math.min(Infinity, ...Array.from(x, (c, i) => c - problem.halfWidth[i]!));
  const right = Math.max(-Infinity, ...Array.from(x, (c, i) => c + problem.halfWidth[i]!));
  const bottom = Math.max(-Infinity, ...Array.from(y, (c, i) => c + problem.halfHeight[i]!));
  const area = sizes.reduce((sum, s) => sum + (s.width + BOX_GAP) * (s.height + BOX_GAP), 0);
  const empty = problem.ids.length === 0;
  const corners = packComponents(sizes, empty ? aspect : Math.max(aspect, ((right - left) * (right - left)) / area), BOX_GAP);
  loose.ids.forEach((id, i) => {
    const cx = Math.round((empty ? 0 : left) + corners[i]!.x + sizes[i]!.width / 2);
    const cy = Math.round((empty ? 0 : bottom + LOOSE_GAP) + corners[i]!.y + sizes[i]!.height / 2);
    positions.set(id, { x: cx, y: cy });
  });
}

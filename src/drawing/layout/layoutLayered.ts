import dagre from '@dagrejs/dagre';
import { relationshipType, type Family, type Position, type Relationship } from '../../model';
import { layoutProblem } from './layoutProblem';
import type { LayoutRequest } from './layoutRequest';
import { packComponents } from './packComponents';
import { separate } from './separate';

const ROW_GAP = 70;
const BOX_GAP = 30;
const COMPONENT_GAP = 50;

/** Families in which one end stands above the other: who owns, who has a say. */
const RANKING: ReadonlySet<Family> = new Set<Family>(['ownership', 'venture']);

/**
 * The layout for holdings: owners above what they own, top down, in layers (Sugiyama's method in dagre's implementation).
 * Ownership and venture ties decide the layers; the others only keep their ends near each other, and decide where there
 * are none of the former. Parts that nothing ties are packed side by side to the aspect wanted. What is pinned stays and
 * the rest makes way. Whole chart units around (0, 0); no seed is needed, the same request gives the same picture.
 */
export function layoutLayered(request: LayoutRequest): Map<string, Position> {
  const problem = layoutProblem(request.part, request.detail);
  const size = new Map(problem.ids.map((id, i) => [id, { width: 2 * problem.halfWidth[i]!, height: 2 * problem.halfHeight[i]! }]));
  const parts = componentsByTies(request).map((part) => layered(part.ids, part.relationships, size));
  const corners = packComponents(parts, request.aspect, COMPONENT_GAP);
  const at = new Map<string, Position>();
  parts.forEach((part, i) => part.positions.forEach(({ x, y }, id) => at.set(id, { x: x + corners[i]!.x, y: y + corners[i]!.y })));
  return separated(request, problem, centred(at));
}

interface Part {
  ids: string[];
  relationships: Relationship[];
}

/** Entities and relationships by connected part, in the order of the dataset. */
function componentsByTies({ part }: LayoutRequest): Part[] {
  const near = new Map<string, Relationship[]>(part.entities.map((e) => [e.id, []]));
  for (const r of part.relationships) {
    if (!near.has(r.from) || !near.has(r.to) || r.from === r.to) continue;
    near.get(r.from)!.push(r);
    near.get(r.to)!.push(r);
  }
  const seen = new Set<string>();
  return part.entities.filter((e) => !seen.has(e.id)).flatMap((e) => (seen.has(e.id) ? [] : [reached(e.id, near, seen)]));
}

function reached(start: string, near: ReadonlyMap<string, Relationship[]>, seen: Set<string>): Part {
  const ids = [start];
  const relationships = new Set<Relationship>();
  seen.add(start);
  for (const id of ids) {
    for (const r of near.get(id)!) {
      relationships.add(r);
      const other = r.from === id ? r.to : r.from;
      if (seen.has(other)) continue;
      seen.add(other);
      ids.push(other);
    }
  }
  return { ids, relationships: [...relationships] };
}

interface Layered {
  positions: Map<string, Position>;
  width: number;
  height: number;
}

function layered(
  ids: readonly string[], relationships: readonly Relationship[], size: ReadonlyMap<string, { width: number; height: number }>,
): Layered {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: BOX_GAP, ranksep: ROW_GAP, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { ...size.get(id)! });
  for (const r of relationships) {
    const ranks = RANKING.has(relationshipType(r.type).family);
    graph.setEdge(r.from, r.to, { weight: ranks ? 6 : 1, minlen: 1 }, r.id);
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const positions = new Map(
    ids.map((id) => {
      const { x = 0, y = 0 } = graph.node(id);
      return [id, { x, y }];
    }),
  );
  return { positions, width, height };
}

function centred(at: ReadonlyMap<string, Position>): Map<string, Position> {
  const middle = (values: number[]) => (values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2);
  const [cx, cy] = [middle([...at.values()].map((p) => p.x)), middle([...at.values()].map((p) => p.y))];
  return new Map([...at].map(([id, { x, y }]) => [id, { x: Math.round(x - cx), y: Math.round(y - cy) }]));
}

/** Puts what is pinned in its place and lets the rest make way. */
function separated(
  request: LayoutRequest, problem: ReturnType<typeof layoutProblem>, at: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const { ids, halfWidth, halfHeight } = problem;
  const place = (id: string) => request.pinned?.get(id) ?? at.get(id)!;
  const boxes = { x: Float64Array.from(ids, (id) => place(id).x), y: Float64Array.from(ids, (id) => place(id).y), halfWidth, halfHeight };
  separate(
    boxes, 6, Uint8Array.from(ids, (id) => (request.pinned?.has(id) ? 1 : 0)),
  );
  return new Map(ids.map((id, i) => [id, { x: boxes.x[i]!, y: boxes.y[i]! }]));
}

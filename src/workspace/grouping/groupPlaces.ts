import { boxOf, countOverlaps, detailFor, groupBox, middleOf, withGroupPlaces, type Rect } from '../../drawing';
import type { ChartGroup, Entity, Position } from '../../model';
import type { CallOptions } from '../../store';
import { organic, partOnChart } from '../chart';
import { drawnPart } from '../selectors/chartView';
import type { Session } from '../session';
import type { ChartState, WorkspaceState } from '../state';

/** Between a box that is put somewhere and the others, in chart units. */
const GAP = 12;

/** Where the box of a group stands in a state in which it is closed: in the middle of its members, or in the nearest free place. */
export function closedPlace(state: WorkspaceState, id: string): Position | undefined {
  const { part, groups } = drawnPart(state);
  const box = groupBox({ id });
  const closing = groups?.get(box);
  if (!closing) return undefined;
  const positions = withGroupPlaces(state.chart.positions, groups);
  const middle = middleOf(closing.members.flatMap((m) => state.chart.positions.get(m) ?? []));
  if (!middle) return undefined;
  const others = rectangles(part.entities.filter((e) => e.id !== box), positions, part.entities.length);
  const [own] = rectangles(part.entities.filter((e) => e.id === box), new Map([[box, middle]]), part.entities.length);
  return own && nearestFree(own, others);
}

function rectangles(entities: readonly Entity[], positions: ReadonlyMap<string, Position>, count: number): Rect[] {
  const detail = detailFor(count);
  return entities.flatMap((e) => {
    const at = positions.get(e.id);
    const { width, height } = boxOf(e, detail);
    return at ? [{ ...at, width, height }] : [];
  });
}

const STEP = 20;
const RINGS = 40;

/** The nearest place on rings of squares around a rectangle where it covers no other; its own where there is none. O(rings² · others). */
function nearestFree(own: Rect, others: readonly Rect[]): Position {
  const covers = ({ x, y }: Position) => others.some(
    (o) => Math.abs(o.x - x) < (o.width + own.width) / 2 + GAP && Math.abs(o.y - y) < (o.height + own.height) / 2 + GAP,
  );
  for (let ring = 0; ring <= RINGS; ring++) {
    const found = ringAround(own, ring * STEP).filter((at) => !covers(at));
    const nearest = found.sort((a, b) => distance(a, own) - distance(b, own))[0];
    if (nearest) return nearest;
  }
  return { x: own.x, y: own.y };
}

function ringAround({ x, y }: Position, r: number): Position[] {
  if (r === 0) return [{ x, y }];
  const along = Array.from({ length: (2 * r) / STEP }, (_, i) => i * STEP - r);
  return along.flatMap((d) => [
    { x: x + d, y: y - r }, { x: x + r, y: y + d }, { x: x - d, y: y + r }, { x: x - r, y: y - d },
  ]);
}

const distance = (a: Position, b: Position) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/**
 * Where the members of a group come to stand that was opened on a chart: nothing moves where they cover nobody; else they are placed anew
 * among the others, which stand still, or all of it is where they are about as many.
 */
export async function openedPlaces(
  session: Session, chart: ChartState, group: ChartGroup, ask: CallOptions,
): Promise<ReadonlyMap<string, Position>> {
  const { records } = session.get();
  const part = partOnChart(records, chart);
  const members = new Set(group.members);
  const { part: { entities: drawn }, groups } = drawnPart({ ...session.get(), chart });
  const positions = withGroupPlaces(chart.positions, groups);
  const all = rectangles(drawn, positions, drawn.length);
  const others = rectangles(drawn.filter((e) => !members.has(e.id)), positions, drawn.length);
  if (all.length === drawn.length && countOverlaps(all) === countOverlaps(others)) return new Map();
  const still = new Map([...chart.positions].filter(([id]) => !members.has(id)));
  const many = members.size * 2 > drawn.length;
  const pinned = many ? chart.pinned : new Set([...still.keys(), ...(groups?.keys() ?? [])]);
  return organic(session, part, { ...chart, positions: still, pinned }, ask, { keep: many });
}

/** Where the boxes of a chart stand whose groups are others than before: laid out anew as a whole. */
export function laidOutInGroups(session: Session, chart: ChartState, ask: CallOptions): Promise<ReadonlyMap<string, Position>> {
  return organic(session, partOnChart(session.get().records, chart), chart, ask, { keep: false });
}

import type { DatasetPart, Position } from '../../model';
import { boxOf } from '../geometry';
import type { Detail } from '../scene';
import { drawnFaults } from './drawnFaults';
import { seeded, type Random } from './random';

/** What is polished, and how long: each try draws the whole picture. */
interface PolishRequest {
  readonly part: DatasetPart;
  readonly detail: Detail;
  readonly seed: number;
  readonly tries: number;
  readonly pinned?: ReadonlyMap<string, Position>;
}

const GAP = 8;
/** The farthest that one try moves an entity. */
const FARTHEST_X = 90;
const FARTHEST_Y = 56;

/**
 * Improves a picture by its faults as really drawn (see `drawnFaults`), which the organic layout only estimates: entities
 * with a part in a fault are moved, one at a time and within the rectangle of the picture, and stay where that is no worse.
 * For pictures that are made once and kept; a try costs a drawing, about 20 ms for 100 entities. Same seed, same picture.
 */
export function polishPicture(request: PolishRequest, positions: ReadonlyMap<string, Position>): Map<string, Position> {
  const random = seeded(request.seed);
  const size = new Map(request.part.entities.map((e) => [e.id, boxOf(e, request.detail)]));
  const frame = frameOf(positions, size);
  let best = new Map(positions);
  let faults = drawnFaults(request.part, request.detail, best);
  for (let i = 0; i < request.tries && faults.cost > 0; i++) {
    const moved = movedOne(request, best, size, frame, faults.entities, random);
    if (!moved) continue;
    const found = drawnFaults(request.part, request.detail, moved);
    if (found.cost <= faults.cost) [best, faults] = [moved, found];
  }
  return best;
}

interface Size {
  width: number;
  height: number;
}
type Frame = Record<'left' | 'right' | 'top' | 'bottom', number>;

function frameOf(positions: ReadonlyMap<string, Position>, size: ReadonlyMap<string, Size>): Frame {
  const all = [...positions].map(([id, { x, y }]) => ({ x, y, ...size.get(id)! }));
  return {
    left: Math.min(...all.map((b) => b.x - b.width / 2)),
    right: Math.max(...all.map((b) => b.x + b.width / 2)),
    top: Math.min(...all.map((b) => b.y - b.height / 2)),
    bottom: Math.max(...all.map((b) => b.y + b.height / 2)),
  };
}

/** The picture with one faulty entity (now and then any) moved to a free place nearby, or nothing where the place drawn is taken. */
function movedOne(
  request: PolishRequest, at: ReadonlyMap<string, Position>, size: ReadonlyMap<string, Size>, frame: Frame, faulty: readonly string[],
  random: Random,
): Map<string, Position> | undefined {
  const from = faulty.length > 0 && random() < 0.8 ? faulty : request.part.entities.map((e) => e.id);
  const id = from[Math.floor(random() * from.length)]!;
  const reach = random();
  const { x, y } = at.get(id)!;
  const to = { x: Math.round(x + (random() * 2 - 1) * reach * FARTHEST_X), y: Math.round(y + (random() * 2 - 1) * reach * FARTHEST_Y) };
  return request.pinned?.has(id) || !isFree(id, to, at, size, frame) ? undefined : new Map(at).set(id, to);
}

function isFree(id: string, { x, y }: Position, at: ReadonlyMap<string, Position>, size: ReadonlyMap<string, Size>, frame: Frame): boolean {
  const { width, height } = size.get(id)!;
  if (x - width / 2 < frame.left || x + width / 2 > frame.right || y - height / 2 < frame.top || y + height / 2 > frame.bottom)
    return false;
  return [...at].every(([other, p]) => {
    const box = size.get(other)!;
    return other === id || Math.abs(p.x - x) >= (box.width + width) / 2 + GAP || Math.abs(p.y - y) >= (box.height + height) / 2 + GAP;
  });
}

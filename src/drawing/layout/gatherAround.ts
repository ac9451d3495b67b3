import { ENCLOSURE_MARGIN } from '../scene/enclosures';
import { compareText, type Position } from '../../model';
import { boxOf } from '../geometry';
import type { LayoutRequest } from './layoutRequest';
import { separate } from './separate';

const GAP = 22;
/** Between the rows of a block: room for the shares on the lines. */
const ROW_GAP = 64;
/** Between boxes that make way, for the lines between them. */
const BETWEEN = 18;
/** Beyond an enclosure's outline nothing is nearer than this. */
const CLEAR = 14;

/** A venture and the partners to gather around it; the first to gather one keeps it. */
interface Gathering {
  readonly venture: string;
  readonly members: readonly string[];
}

/**
 * Brings the partners of ventures together around each venture's own box, so that an enclosure holds them and nobody
 * else, and lets the rest make way. What is pinned stays. The venture stays in the middle of where it and its partners
 * were. Gives the places of everything that moves, in whole chart units; `request.previous` is where all stands now.
 */
export function gatherAround(
  request: Pick<LayoutRequest, 'part' | 'detail' | 'pinned'> & { previous: ReadonlyMap<string, Position> },
  gatherings: readonly Gathering[],
): Map<string, Position> {
  const size = new Map(request.part.entities.map((e) => [e.id, boxOf(e, request.detail)]));
  const at = new Map([...request.previous].filter(([id]) => size.has(id)));
  const held = new Set<string>(request.pinned?.keys());
  const blocks: Block[] = [];
  for (const { venture, members } of gatherings) {
    const moving = members.filter((id) => at.has(id) && !held.has(id));
    if (!at.has(venture) || moving.length === 0) continue;
    const block = blockOf(venture, moving, at, size);
    for (const [id, position] of block.inside) if (!request.pinned?.has(id)) at.set(id, position);
    for (const id of block.inside.keys()) held.add(id);
    blocks.push(block);
  }
  makeWay(at, size, held, blocks, request.pinned ?? new Map());
  return new Map([...at].filter(([id, { x, y }]) => request.previous.get(id)!.x !== x || request.previous.get(id)!.y !== y));
}

interface Size {
  width: number;
  height: number;
}

/** A venture with its partners: a rectangle that nothing else may enter. */
interface Block extends Size, Position {
  inside: Map<string, Position>;
}

/** The venture's box between rows of its partners: whoever stood higher is above it, whoever stood further left is on the left. */
function blockOf(venture: string, members: readonly string[], at: ReadonlyMap<string, Position>, size: ReadonlyMap<string, Size>): Block {
  const all = rowsAround(venture, members, at);
  const widthOf = (row: readonly string[]) => row.reduce((sum, id) => sum + size.get(id)!.width, 0) + GAP * (row.length - 1);
  const heightOf = (row: readonly string[]) => Math.max(...row.map((id) => size.get(id)!.height));
  const width = Math.max(...all.map(widthOf));
  const height = all.reduce((sum, row) => sum + heightOf(row), 0) + ROW_GAP * (all.length - 1);
  const middle = at.get(venture)!;
  const inside = new Map<string, Position>();
  let y = middle.y - height / 2;
  for (const row of all) {
    let x = middle.x - widthOf(row) / 2;
    for (const id of row) {
      inside.set(id, { x: Math.round(x + size.get(id)!.width / 2), y: Math.round(y + heightOf(row) / 2) });
      x += size.get(id)!.width + GAP;
    }
    y += heightOf(row) + ROW_GAP;
  }
  return { ...middle, width, height, inside };
}

function rowsAround(venture: string, members: readonly string[], at: ReadonlyMap<string, Position>): string[][] {
  const along = (axis: 'x' | 'y') => (a: string, b: string) => at.get(a)![axis] - at.get(b)![axis] || compareText(a, b);
  const count = Math.ceil(members.length / (members.length > 6 ? 4 : 3));
  const each = Math.ceil(members.length / count);
  const down = [...members].sort(along('y'));
  const rows = Array.from({ length: count }, (_, i) => down.slice(i * each, (i + 1) * each).sort(along('x')));
  rows.splice(Math.floor(count / 2), 0, [venture]);
  return rows;
}

/** Moves blocks apart, then whatever stands in them away. */
function makeWay(
  at: Map<string, Position>, size: ReadonlyMap<string, Size>, held: ReadonlySet<string>, blocks: readonly Block[],
  stays: ReadonlyMap<string, Position>,
): void {
  const away = 2 * (ENCLOSURE_MARGIN + CLEAR);
  const free = [...at.keys()].filter((id) => !held.has(id));
  const pinned = [...at.keys()].filter((id) => held.has(id) && !blocks.some((b) => b.inside.has(id)));
  const things = [
    ...blocks.map((b) => ({ ...b, width: b.width + away, height: b.height + away })),
    ...[...free, ...pinned].map((id) => ({ ...at.get(id)!, ...size.get(id)! })),
  ];
  const boxes = {
    x: Float64Array.from(things, (t) => t.x), y: Float64Array.from(things, (t) => t.y),
    halfWidth: Float64Array.from(things, (t) => t.width / 2), halfHeight: Float64Array.from(things, (t) => t.height / 2),
  };
  separate(
    boxes, BETWEEN,
    Uint8Array.from(things, (_, i) => ((i < blocks.length && blocks.length === 1) || i >= blocks.length + free.length ? 1 : 0)),
  );
  blocks.forEach((b, i) => {
    const [dx, dy] = [boxes.x[i]! - b.x, boxes.y[i]! - b.y];
    for (const [id, { x, y }] of b.inside) if (!stays.has(id)) at.set(id, { x: Math.round(x + dx), y: Math.round(y + dy) });
  });
  free.forEach((id, i) => at.set(id, { x: boxes.x[blocks.length + i]!, y: boxes.y[blocks.length + i]! }));
}

import RBush from 'rbush';
import type { Position } from '../../model';
import type { SceneLabel } from '../scene';
import { fonts, measureText } from '../text';
import { chainInBox, flatten, inShortPieces, pointAt, segmentInRect } from './curve';
import type { PlacedBox } from './outline';
import type { RoutedLine } from './routeLines';

/** A line that wants a label, a mark (of a disputed or denied relationship) or both. */
export interface LabelRequest {
  readonly line: RoutedLine;
  /** What it may say, fullest first; empty where it needs a mark only. */
  readonly texts: readonly string[];
  readonly mark: boolean;
  /** Room to keep after the text, for footnote numbers, in chart units; with it, an empty text is worth placing. */
  readonly extra?: number;
}

/** What found room on a line. */
export interface LinePlacement {
  readonly label?: SceneLabel;
  readonly mark?: Position;
}

/** The side of the square that a mark takes, beside its label or alone. */
export const MARK_SIZE = 13;
const MARK_GAP = 2;
/** Paper left and right of a label's text, so that the line stops short of it. */
const PAD = 3;
/** Between labels, and between labels and boxes. */
const APART = 1;
/** How much of a line stays to be seen between its label and its arrow. */
const ARROW = 9;

/** Where along a line a label may stand, best first. */
const ALONG = [0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.26, 0.74, 0.22, 0.78, 0.18, 0.82, 0.14, 0.86];

interface Area { minX: number; minY: number; maxX: number; maxY: number }
interface Candidate extends Area { owner: number; cost: number; placement: LinePlacement }
interface Segment extends Area { owner: number; a: Position; b: Position }

const COST = { crossed: 10, along: 8, aside: 5, shorter: 7, outside: 12, wordless: 40 };

/**
 * Finds room for the labels and marks of lines: on the line itself or right beside it, so that none covers a box or
 * another label. Keyed by relationship; a line whose label found no room is there without one (its mark alone is tried
 * last). Among free places it takes the one that the fewest other lines run under, then the nearest to the middle. Lines
 * with the fewest free places choose first (ties: in the order given); then each in turn may move to a better place, and
 * one that was left out may push one other aside to a place of its own. Greedy, so not always the most labels possible.
 * Cost: O(m log(m + n)) for m lines and n boxes, with about 60 places tried a line.
 */
export function placeLabels(requests: readonly LabelRequest[], boxes: ReadonlyMap<string, PlacedBox>): Map<string, LinePlacement> {
  const free = freeCandidates(requests, boxes);
  const taken = new RBush<Candidate>();
  const chosen: (Candidate | undefined)[] = requests.map(() => undefined);
  const choose = (i: number, candidate: Candidate | undefined) => {
    if (chosen[i]) taken.remove(chosen[i]);
    chosen[i] = candidate;
    if (candidate) taken.insert(candidate);
  };
  const best = (i: number, except?: Candidate) => free[i]!.find((c) => !(except && overlap(c, except)) && taken.search(c).every((t) => t.owner === i || !overlap(t, c)));
  const order = requests.map((_, i) => i).sort((i, j) => free[i]!.length - free[j]!.length || i - j);
  for (const i of order) choose(i, best(i));
  for (let pass = 0; pass < 3; pass++) for (const i of order) choose(i, best(i) ?? pushAside(i, free, taken, choose, best));
  return new Map(requests.map(({ line }, i) => [line.relationship, chosen[i]?.placement ?? {}]));
}

/** A place for a label that has none, which one other label leaves for a place of its own. */
function pushAside(i: number, free: readonly Candidate[][], taken: RBush<Candidate>, choose: (i: number, c: Candidate) => void, best: (i: number, except?: Candidate) => Candidate | undefined): Candidate | undefined {
  for (const wanted of free[i]!) {
    const inTheWay = taken.search(wanted).filter((t) => overlap(t, wanted));
    if (inTheWay.length !== 1) continue;
    const other = inTheWay[0]!.owner;
    const elsewhere = best(other, wanted);
    if (!elsewhere) continue;
    choose(other, elsewhere);
    return wanted;
  }
  return undefined;
}

/** Each line's places that no box takes, best first. */
function freeCandidates(requests: readonly LabelRequest[], boxes: ReadonlyMap<string, PlacedBox>): Candidate[][] {
  const solid = new RBush<Area>();
  const areas = [...boxes.values()].map(({ x, y, width, height }) => ({ minX: x - width / 2 - APART, maxX: x + width / 2 + APART, minY: y - height / 2 - APART, maxY: y + height / 2 + APART }));
  solid.load(areas);
  const frame = areaAround(areas);
  const segments = new RBush<Segment>();
  segments.load(requests.flatMap(({ line }, owner) => segmentsOf(line, owner)));
  return requests.map((request, owner) =>
    candidatesOf(request, owner)
      .filter((c) => !solid.search(c).some((box) => overlap(box, c)))
      .map((c) => {
        c.cost += COST.crossed * linesUnder(c, segments) + (sticksOut(c, frame) ? COST.outside : 0);
        return c;
      })
      .sort((a, b) => a.cost - b.cost),
  );
}

function areaAround(areas: readonly Area[]): Area {
  const all = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const a of areas) {
    all.minX = Math.min(all.minX, a.minX);
    all.minY = Math.min(all.minY, a.minY);
    all.maxX = Math.max(all.maxX, a.maxX);
    all.maxY = Math.max(all.maxY, a.maxY);
  }
  return all;
}

/** Whether a place makes the picture bigger than its boxes do. */
function sticksOut(place: Area, frame: Area): boolean {
  return place.minX < frame.minX || place.maxX > frame.maxX || place.minY < frame.minY || place.maxY > frame.maxY;
}

function segmentsOf(line: RoutedLine, owner: number): Segment[] {
  const points = inShortPieces(flatten(line));
  return points.slice(1).map((b, i) => {
    const a = points[i]!;
    return { owner, a, b, minX: Math.min(a.x, b.x), maxX: Math.max(a.x, b.x), minY: Math.min(a.y, b.y), maxY: Math.max(a.y, b.y) };
  });
}

/** How many other lines run under a place. */
function linesUnder(place: Candidate, segments: RBush<Segment>): number {
  const owners: number[] = [];
  for (const s of segments.search(place)) {
    if (s.owner !== place.owner && !owners.includes(s.owner) && segmentInRect(s.a, s.b, place.minX, place.minY, place.maxX, place.maxY)) owners.push(s.owner);
  }
  return owners.length;
}

/** Every place that a line offers: each text, on the line and to both sides of it; its mark alone last. */
function candidatesOf({ line, texts, mark, extra = 0 }: LabelRequest, owner: number): Candidate[] {
  const worded = texts.flatMap((text, i) => placesFor(line, owner, text, mark, text === '' ? COST.wordless : i * COST.shorter, extra));
  return mark ? [...worded, ...placesFor(line, owner, undefined, true, COST.wordless, 0)] : worded;
}

function placesFor(line: RoutedLine, owner: number, text: string | undefined, mark: boolean, base: number, extra: number): Candidate[] {
  const words = text === undefined ? 0 : Math.ceil(measureText(text, 'label') + extra) + 2 * PAD;
  const width = words + (mark ? MARK_SIZE + (words > 0 ? MARK_GAP : 0) : 0);
  const height = fonts.label.lineHeight;
  const chain = flatten(line);
  return ALONG.flatMap((t) => {
    const cost = base + COST.along * Math.abs(t - 0.5);
    const { x, y } = pointAt(line, t);
    const aside = sideways(line, t, width, height);
    const at = (cx: number, cy: number, more: number) => candidate(owner, Math.round(cx), Math.round(cy), width, height, words, text, mark, cost + more);
    const on = at(x, y, 0);
    const beside = [at(x + aside.x, y + aside.y, COST.aside), at(x - aside.x, y - aside.y, COST.aside)]
      .filter((c) => !chainInBox(chain, { x: (c.minX + c.maxX) / 2, y: (c.minY + c.maxY) / 2, width: width - 2, height: height - 2 }));
    return hidesItsLine(on, line) ? beside : [on, ...beside];
  });
}

/** How far to the side a label has to stand to leave its own line free. */
function sideways(line: RoutedLine, t: number, width: number, height: number): Position {
  const [before, after] = [pointAt(line, t - 0.05), pointAt(line, t + 0.05)];
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const across = { x: -dy / length, y: dx / length };
  const by = (Math.abs(across.x) * width + Math.abs(across.y) * height) / 2 + 1;
  return { x: across.x * by, y: across.y * by };
}

/** Whether a label on a line would leave nothing of it at its start, or take its arrow. */
function hidesItsLine(place: Candidate, { start, end }: RoutedLine): boolean {
  const near = ({ x, y }: Position, by: number) => x > place.minX - by && x < place.maxX + by && y > place.minY - by && y < place.maxY + by;
  return near(start, 4) || near(end, ARROW);
}

function candidate(owner: number, x: number, y: number, width: number, height: number, words: number, text: string | undefined, mark: boolean, cost: number): Candidate {
  const left = x - width / 2;
  const placement = {
    ...(text === undefined ? {} : { label: { text, x: left + words / 2, y, width: words, height } }),
    ...(mark ? { mark: { x: left + width - MARK_SIZE / 2, y } } : {}),
  };
  return { owner, cost, placement, minX: left, maxX: left + width, minY: y - height / 2, maxY: y + height / 2 };
}

/** Whether two areas share more than a border, with the distance that labels keep. */
function overlap(a: Area, b: Area): boolean {
  return a.minX < b.maxX + APART && b.minX < a.maxX + APART && a.minY < b.maxY + APART && b.minY < a.maxY + APART;
}

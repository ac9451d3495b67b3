import { each, type Position, type Steps } from '../../model';
import type { SceneLabel } from '../scene';
import { fonts, measureText } from '../text';
import { AreaGrid, areaAround, coreOf, MOST_LOOKED, type Area } from './areaGrid';
import { flatten, pointAt, segmentCuts } from './curve';
import { LinePieces } from './linePieces';
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

const COST = { crossed: 10, along: 8, aside: 5, shorter: 7, outside: 12, wordless: 40 };

const HEIGHT = fonts.label.lineHeight;

/** What a line may say in one way: the width of its words with their margin, and of words and mark. */
interface Wording {
  readonly text: string | undefined;
  readonly mark: boolean;
  readonly words: number;
  readonly width: number;
  readonly cost: number;
}

/**
 * The places that lines offer to their labels and that no box takes, known by numbers, those of a line in a row. Columns
 * rather than objects, for a large chart has half a million. What a place costs is known for certain only once the lines
 * under it are counted, which is put off until no cheaper place is left (`next`): most lines take one of their first.
 */
export class LabelPlaces {
  private readonly wordings: Wording[] = [];
  private readonly x: number[] = [];
  private readonly y: number[] = [];
  private readonly wording: number[] = [];
  private readonly cost: number[] = [];
  private readonly ownerOf: number[] = [];
  private readonly first: number[] = [0];
  /** Of each line: places found to be next best, best first, and the others as a heap by what they cost at least. */
  private readonly ranked: number[][] = [];
  private readonly waiting: number[][] = [];
  /** Whether the lines under a place have been counted. */
  private readonly counted: boolean[] = [];

  private constructor(
    private readonly solid: AreaGrid, private readonly pieces: LinePieces, private readonly frame: Area, private readonly core: Area,
  ) {}

  /** The places of all lines, in the order given; a few steps a line. */
  static *of(requests: readonly LabelRequest[], boxes: ReadonlyMap<string, PlacedBox>): Steps<LabelPlaces> {
    const areas = [...boxes.values()].map(({ x, y, width, height }) => ({
      minX: x - width / 2 - APART, maxX: x + width / 2 + APART, minY: y - height / 2 - APART, maxY: y + height / 2 + APART,
    }));
    const frame = areaAround(areas);
    const core = coreOf(areas);
    const solid = new AreaGrid(core, areas.length);
    areas.forEach((a, i) => solid.add(i, a.minX, a.minY, a.maxX, a.maxY));
    const places = new LabelPlaces(
      solid,
      yield* LinePieces.of(
        requests.map((r) => r.line), core,
      ),
      frame,
      core,
    );
    yield* each(requests, (request, owner) => places.offer(request, owner));
    return places;
  }

  /** A grid for as many rectangles as there are lines, where these places are. */
  gridOfChosen(): AreaGrid {
    return new AreaGrid(this.core, this.ranked.length);
  }

  /** How many places a line has. */
  countOf(owner: number): number {
    return this.first[owner + 1]! - this.first[owner]!;
  }

  minX(place: number): number {
    return this.x[place]! - this.wordings[this.wording[place]!]!.width / 2;
  }

  maxX(place: number): number {
    const { width } = this.wordings[this.wording[place]!]!;
    return this.x[place]! - width / 2 + width;
  }

  minY(place: number): number {
    return this.y[place]! - HEIGHT / 2;
  }

  maxY(place: number): number {
    return this.y[place]! + HEIGHT / 2;
  }

  /**
   * The place of a line that is `nth` best, from 0; nothing after the last. Equally good ones are in the order in which they were offered.
   */
  nth(owner: number, nth: number): number | undefined {
    const ranked = this.ranked[owner]!;
    while (ranked.length <= nth) {
      const next = this.next(this.waiting[owner]!);
      if (next === undefined) return undefined;
      ranked.push(next);
    }
    return ranked[nth];
  }

  /** Whether two places share more than a border, with the distance that labels keep. */
  overlap(a: number, b: number): boolean {
    return (
      this.minX(a) < this.maxX(b) + APART
      && this.minX(b) < this.maxX(a) + APART
      && this.minY(a) < this.maxY(b) + APART
      && this.minY(b) < this.maxY(a) + APART
    );
  }

  placement(place: number): LinePlacement {
    const { text, mark, words, width } = this.wordings[this.wording[place]!]!;
    const [left, y] = [this.minX(place), this.y[place]!];
    return {
      ...(text === undefined ? {} : { label: { text, x: left + words / 2, y, width: words, height: HEIGHT } }),
      ...(mark ? { mark: { x: left + width - MARK_SIZE / 2, y } } : {}),
    };
  }

  /** Every place that a line offers: each text, on the line and to both sides of it; its mark alone last. */
  private offer({ line, texts, mark, extra = 0 }: LabelRequest, owner: number): void {
    const wordings = texts.map((text, i) => wordingOf(text, mark, text === '' ? COST.wordless : i * COST.shorter, extra));
    if (mark) wordings.push(wordingOf(undefined, true, COST.wordless, 0));
    const chain = flatten(line);
    const stations = ALONG.map((t) => ({ t, at: pointAt(line, t), across: acrossAt(line, t) }));
    for (const wording of wordings) {
      const number = this.wordings.push(wording) - 1;
      for (const { t, at, across } of stations) {
        const cost = wording.cost + COST.along * Math.abs(t - 0.5);
        const by = (Math.abs(across.x) * wording.width + Math.abs(across.y) * HEIGHT) / 2 + 1;
        const [asideX, asideY] = [across.x * by, across.y * by];
        this.offerOne(owner, number, Math.round(at.x), Math.round(at.y), cost, line, undefined);
        this.offerOne(owner, number, Math.round(at.x + asideX), Math.round(at.y + asideY), cost + COST.aside, line, chain);
        this.offerOne(owner, number, Math.round(at.x - asideX), Math.round(at.y - asideY), cost + COST.aside, line, chain);
      }
    }
    this.first.push(this.x.length);
    this.ranked.push([]);
    this.waiting.push(this.heapOf(owner));
  }

  /** Takes a place if no box has it and it leaves enough of its line; one beside its line (`chain`) has to be off it. */
  private offerOne(
    owner: number, number: number, x: number, y: number, cost: number, line: RoutedLine, chain: ReturnType<typeof flatten> | undefined,
  ): void {
    const { width } = this.wordings[number]!;
    const minX = x - width / 2;
    const maxX = minX + width;
    const [minY, maxY] = [y - HEIGHT / 2, y + HEIGHT / 2];
    if (this.solid.looked > MOST_LOOKED || this.solid.meeting(minX, minY, maxX, maxY, 1) > 0) return;
    if (chain ? liesOn(chain, minX, minY, maxX, maxY, width) : hides(line, minX, minY, maxX, maxY)) return;
    const { frame } = this;
    // Kept apart from the lines under it: see `next`.
    const outside = minX < frame.minX || maxX > frame.maxX || minY < frame.minY || maxY > frame.maxY ? COST.outside : 0;
    this.x.push(x);
    this.y.push(y);
    this.wording.push(number);
    this.ownerOf.push(owner);
    this.cost.push(cost + outside);
    this.counted.push(false);
  }

  private heapOf(owner: number): number[] {
    const heap = Array.from({ length: this.countOf(owner) }, (_, i) => this.first[owner]! + i);
    for (let i = (heap.length >> 1) - 1; i >= 0; i--) this.sink(heap, i);
    return heap;
  }

  /** The best of the places that wait, its lines counted; theirs are counted as far as is needed to tell. */
  private next(heap: number[]): number | undefined {
    while (heap.length > 0) {
      const place = heap[0]!;
      if (this.counted[place] || this.pieces.looked > MOST_LOOKED) {
        const last = heap.pop()!;
        if (heap.length > 0) heap[0] = last;
        this.sink(heap, 0);
        return place;
      }
      this.counted[place] = true;
      const lines = this.pieces.under(this.minX(place), this.minY(place), this.maxX(place), this.maxY(place), this.ownerOf[place]!);
      this.cost[place]! += COST.crossed * lines;
      if (lines > 0) this.sink(heap, 0);
    }
    return undefined;
  }

  private sink(heap: number[], from: number): void {
    for (let i = from; ;) {
      let least = i;
      for (let child = 2 * i + 1; child <= 2 * i + 2 && child < heap.length; child++)
        if (this.before(heap[child]!, heap[least]!)) least = child;
      if (least === i) return;
      const place = heap[i]!;
      heap[i] = heap[least]!;
      heap[least] = place;
      i = least;
    }
  }

  private before(a: number, b: number): boolean {
    return this.cost[a]! < this.cost[b]! || (this.cost[a] === this.cost[b] && a < b);
  }
}

function wordingOf(text: string | undefined, mark: boolean, cost: number, extra: number): Wording {
  const words = text === undefined ? 0 : Math.ceil(measureText(text, 'label') + extra) + 2 * PAD;
  return { text, mark, words, width: words + (mark ? MARK_SIZE + (words > 0 ? MARK_GAP : 0) : 0), cost };
}

/** The direction across a line, a unit long. */
function acrossAt(line: RoutedLine, t: number): { x: number; y: number } {
  const [before, after] = [pointAt(line, t - 0.05), pointAt(line, t + 0.05)];
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return { x: -dy / length, y: dx / length };
}

/** Whether a label that should stand beside its line has some of it under itself. */
function liesOn(chain: ReturnType<typeof flatten>, minX: number, minY: number, maxX: number, maxY: number, width: number): boolean {
  const [x, y, w, h] = [(minX + maxX) / 2, (minY + maxY) / 2, (width - 2) / 2, (HEIGHT - 2) / 2];
  for (let i = 1; i < chain.length; i++) {
    if (segmentCuts(chain[i - 1]!.x, chain[i - 1]!.y, chain[i]!.x, chain[i]!.y, x - w, y - h, x + w, y + h)) return true;
  }
  return false;
}

/** Whether a label on a line would leave nothing of it at its start, or take its arrow. */
function hides({ start, end }: RoutedLine, minX: number, minY: number, maxX: number, maxY: number): boolean {
  return (start.x > minX - 4 && start.x < maxX + 4 && start.y > minY - 4 && start.y < maxY + 4)
    || (end.x > minX - ARROW && end.x < maxX + ARROW && end.y > minY - ARROW && end.y < maxY + ARROW);
}

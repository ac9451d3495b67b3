import { each, type Position, type Steps } from '../../model';
import { AreaGrid, type Area } from './areaGrid';
import { flatten, inShortPieces, segmentCuts, type Curve } from './curve';

/** Where more lines or pieces than these run under a rectangle, it is as bad a place as any, and they are not counted further. */
const MOST_LINES = 64;
const MOST_PIECES = 1024;

/** The pieces of all lines where they are looked up by place: which lines run under a rectangle. */
export class LinePieces {
  private readonly grid: AreaGrid;
  private readonly ends: Float64Array;
  private readonly owners: Int32Array;
  private readonly counted: Int32Array;
  private known = 0;
  private questions = 0;

  private constructor(chains: readonly (readonly Position[])[], around: Area) {
    const pieces = chains.reduce((sum, chain) => sum + chain.length - 1, 0);
    this.grid = new AreaGrid(around, pieces);
    this.ends = new Float64Array(4 * pieces);
    this.owners = new Int32Array(pieces);
    this.counted = new Int32Array(chains.length);
  }

  /** All pieces of some lines; two steps a line. */
  static *of(lines: readonly Curve[], around: Area): Steps<LinePieces> {
    const chains = yield* each(lines, (line) => inShortPieces(flatten(line)));
    const all = new LinePieces(chains, around);
    yield* each(chains, (chain, owner) => all.add(chain, owner));
    return all;
  }

  private add(chain: readonly Position[], owner: number): void {
    for (let i = 1; i < chain.length; i++) {
      const [a, b] = [chain[i - 1]!, chain[i]!];
      const at = this.known++;
      this.owners[at] = owner;
      this.ends.set([a.x, a.y, b.x, b.y], 4 * at);
      this.grid.add(at, Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
    }
  }

  /** How many pieces all questions so far have looked at. */
  get looked(): number {
    return this.grid.looked;
  }

  /** How many lines except one run under a rectangle, as far as they are counted. */
  under(left: number, top: number, right: number, bottom: number, except: number): number {
    const { owners, counted, ends } = this;
    const question = ++this.questions;
    counted[except] = question;
    const near = this.grid.meeting(left, top, right, bottom, MOST_PIECES);
    let lines = 0;
    for (let k = 0; k < near && lines < MOST_LINES; k++) {
      const piece = this.grid.found[k]!;
      const owner = owners[piece]!;
      const e = 4 * piece;
      if (counted[owner] === question || !segmentCuts(ends[e]!, ends[e + 1]!, ends[e + 2]!, ends[e + 3]!, left, top, right, bottom))
        continue;
      counted[owner] = question;
      lines++;
    }
    return lines;
  }
}

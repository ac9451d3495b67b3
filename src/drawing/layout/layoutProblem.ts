import { statusOf, type BoxShape, type DatasetPart, type Relationship, type Source } from '../../model';
import { boxOf, labelTexts, MARK_SIZE } from '../geometry';
import type { Detail } from '../scene';
import { fonts, measureText } from '../text';

/**
 * A chart as numbers, for layouts: boxes by index, and between each two entities that are tied one bundle of all their
 * relationships, since parallel lines run side by side.
 */
export interface LayoutProblem {
  readonly ids: readonly string[];
  readonly shapes: readonly BoxShape[];
  /** Half the width and height of each box. */
  readonly halfWidth: Float64Array;
  readonly halfHeight: Float64Array;
  /** The two ends of each bundle (first < second), how many lines it has, and the room that its labels take together. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly lines: Float64Array;
  readonly labelWidth: Float64Array;
  readonly labelHeight: Float64Array;
  /** The bundles at each entity. */
  readonly bundlesAt: readonly Int32Array[];
}

const LABEL_PAD = 3;
/** Parallel lines run this far apart, labels included. */
const LINE_GAP = 17;

interface Bundle {
  first: number;
  second: number;
  lines: number;
  width: number;
}

/** Measures every box and label of a chart. A relationship of an entity with itself, or with one that is not there, is left out. */
export function layoutProblem({ entities, relationships, sources }: DatasetPart, detail: Detail): LayoutProblem {
  const boxes = entities.map((e) => boxOf(e, detail));
  const at = new Map(entities.map((e, i) => [e.id, i]));
  const sourceOf = new Map(sources.map((s) => [s.id, s]));
  const bundles = new Map<number, Bundle>();
  for (const r of relationships) {
    const [a, b] = [at.get(r.from), at.get(r.to)];
    if (a === undefined || b === undefined || a === b) continue;
    const [first, second] = a < b ? [a, b] : [b, a];
    const width = labelRoom(r, sourceOf);
    const bundle = bundles.get(first * entities.length + second);
    if (bundle) Object.assign(bundle, { lines: bundle.lines + 1, width: Math.max(bundle.width, width) });
    else bundles.set(first * entities.length + second, { first, second, lines: 1, width });
  }
  return problemOf(entities.map((e) => e.id), boxes, [...bundles.values()]);
}

/** The width of a relationship's label, and of its mark where it is disputed or denied. */
function labelRoom(r: Relationship, sourceOf: ReadonlyMap<string, Source>): number {
  const status = statusOf(r.claims, (id) => sourceOf.get(id));
  const mark = status === 'disputed' || status === 'denied' ? MARK_SIZE + LABEL_PAD : 0;
  return Math.ceil(measureText(labelTexts(r)[0]!, 'label')) + 2 * LABEL_PAD + mark;
}

export function problemOf(ids: string[], boxes: { width: number; height: number; shape: BoxShape }[], bundles: Bundle[]): LayoutProblem {
  const bundlesAt: number[][] = ids.map(() => []);
  bundles.forEach(({ first, second }, e) => {
    bundlesAt[first]!.push(e);
    bundlesAt[second]!.push(e);
  });
  return {
    ids,
    shapes: boxes.map((b) => b.shape),
    halfWidth: Float64Array.from(boxes, (b) => b.width / 2),
    halfHeight: Float64Array.from(boxes, (b) => b.height / 2),
    first: Int32Array.from(bundles, (b) => b.first),
    second: Int32Array.from(bundles, (b) => b.second),
    lines: Float64Array.from(bundles, (b) => b.lines),
    labelWidth: Float64Array.from(bundles, (b) => b.width),
    labelHeight: Float64Array.from(bundles, (b) => fonts.label.lineHeight + (b.lines - 1) * LINE_GAP),
    bundlesAt: bundlesAt.map((list) => Int32Array.from(list)),
  };
}

/** The entity at the other end of a bundle. */
export function otherEnd({ first, second }: LayoutProblem, bundle: number, entity: number): number {
  return first[bundle] === entity ? second[bundle]! : first[bundle]!;
}

import type { ChangeKind, ChangeMarks, DatasetPart, Position, Steps } from '../../model';
import { buildSceneStepwise, sceneInputOf, type ChartView, type Rect, type Scene, type SceneTitles } from '../../drawing';
import { plainText, sentencesOf } from '../../wording';
import type { Comparison } from './comparison';

/** Which of the two states. */
export type Side = 'before' | 'after';

/** What each side marks: what went is in the earlier, what came in the later, what changed in both. */
const MARKED: Readonly<Record<Side, readonly ChangeKind[]>> = { before: ['removed', 'changed'], after: ['added', 'changed'] };

/** The scene of one side, moved to the right by so much, in steps. */
export function* sideSteps(comparison: Comparison, side: Side, by = 0): Steps<Scene> {
  const { drawn, positions, filter = {}, marks } = comparison;
  const part = drawn[side];
  const view: ChartView = {
    part, positions: placed(part, positions, by), pinned: new Set(), joined: new Map(), ventures: new Map(), filter,
    changes: marksOf(marks, MARKED[side]),
  };
  const titles = sideTitles(comparison, side);
  const scene = yield* buildSceneStepwise(sceneInputOf(view));
  return {
    ...scene, boxes: scene.boxes.map((box) => ({ ...box, sentence: titles.entity(box.entity) })),
    lines: scene.lines.map((line) => ({ ...line, sentence: titles.relationship(line.relationship) })),
  };
}

function placed({ entities }: DatasetPart, positions: ReadonlyMap<string, Position>, by: number): ReadonlyMap<string, Position> {
  return new Map(entities.flatMap(({ id }) => {
    const at = positions.get(id);
    return at ? [[id, { x: at.x + by, y: at.y }] as const] : [];
  }));
}

function marksOf({ entities, relationships }: ChangeMarks, kinds: readonly ChangeKind[]): ChangeMarks {
  const of = (map: ReadonlyMap<string, ChangeKind>) => new Map([...map].filter(([, kind]) => kinds.includes(kind)));
  return { entities: of(entities), relationships: of(relationships) };
}

/** How what is drawn reads: as its state has it, and what became of it. */
function sideTitles({ drawn, changes, filter = {} }: Comparison, side: Side): SceneTitles {
  const words = sentencesOf(drawn[side], { filter });
  const became = new Map<string, string>(
    changes.flatMap(({ record, sentence }) => (record ? [[`${record.list}/${record.id}`, sentence] as const] : [])),
  );
  const told = (list: string, id: string, text: string) => [text, became.get(`${list}/${id}`)].filter(Boolean).join(' — ');
  return {
    entity: (id) => told('entities', id, words.nameOf(id)),
    relationship: (id) => told('relationships', id, plainText(words.relationship(id))),
  };
}

/** Between the two pictures. */
const BETWEEN = 120;

interface BothSides {
  readonly scene: Scene;
  /** Where each begins, and half-way between the two. */
  readonly left: Readonly<Record<Side, number>>;
  readonly middle: number;
}

/** Both sides as one scene, the earlier on the left. */
export function* bothSides(comparison: Comparison): Steps<BothSides> {
  const before = yield* sideSteps(comparison, 'before');
  const still = yield* sideSteps(comparison, 'after');
  const by = around(before.bounds, still.bounds);
  const right = by.x + by.width + BETWEEN;
  const after = yield* sideSteps(comparison, 'after', right - by.x);
  return {
    scene: {
      boxes: [...before.boxes, ...after.boxes], lines: [...before.lines, ...after.lines],
      bounds: { x: by.x, y: by.y, width: 2 * by.width + BETWEEN, height: by.height },
    },
    left: { before: by.x, after: right }, middle: right - BETWEEN / 2,
  };
}

/** The smallest rectangle around two. */
export function around(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

import type { Emphasis, Scene, SceneLine } from '../scene';
import { boxHighlightMark, boxMark, opacityOf } from './boxMarks';
import { lineHighlightMark, lineMarks, lineSignMarks } from './lineMarks';
import { group, type GroupMark, type Mark } from './mark';

/** How entities and relationships read, for tooltips and screen readers. */
export interface SceneTitles {
  entity(id: string): string;
  relationship(id: string): string;
}

const DEPTH: Readonly<Record<Emphasis, number>> = { dimmed: 0, plain: 1, route: 2 };

/** What stands out is drawn later; within one emphasis the scene's order holds, and what is selected comes last. */
function byDepth<T extends { emphasis: Emphasis; selected: boolean }>(things: readonly T[]): T[] {
  const depth = ({ emphasis, selected }: T) => DEPTH[emphasis] + (selected ? 4 : 0);
  return [...things].sort((a, b) => depth(a) - depth(b));
}

/** A scene's marks: highlighter, lines, boxes, then labels, so that none of them hides a label. */
export function sceneMarks(scene: Scene, titles?: SceneTitles): Mark[] {
  const lines = byDepth(scene.lines);
  const boxes = byDepth(scene.boxes);
  const route = <T extends { emphasis: Emphasis }>(things: readonly T[]) => things.filter((t) => t.emphasis === 'route');
  return [
    group([...route(lines).map(lineHighlightMark), ...route(boxes).map(boxHighlightMark)]),
    ...lines.map((l) => lineGroup(l, lineMarks(l), opacityOf(l), titles)),
    ...boxes.map((b) => boxMark(b, titles?.entity(b.entity))),
    ...lines.map((l) => lineGroup(l, lineSignMarks(l), 1, titles)).filter((g) => g.marks.length > 0),
  ];
}

function lineGroup(line: SceneLine, marks: readonly Mark[], opacity: number, titles?: SceneTitles): GroupMark {
  return group(marks, {
    of: { kind: 'relationship', id: line.relationship },
    ...(opacity === 1 || line.selected ? {} : { opacity }),
    ...(titles ? { title: titles.relationship(line.relationship) } : {}),
  });
}

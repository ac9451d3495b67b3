import { outlinePath } from '../geometry';
import type { Emphasis, Scene, SceneBox, SceneLine } from '../scene';
import { boxHighlightMark, boxMark, boxRingMark, opacityOf, veiled } from './boxMarks';
import { arrowMarks } from './arrowMarks';
import { enclosureMarks } from './enclosureMarks';
import { lineHighlightMark, lineMarks, lineSignMarks, wayPath } from './lineMarks';
import { group, type GroupMark, type Mark } from './mark';

/** How entities and relationships read, for tooltips and screen readers. */
export interface SceneTitles {
  entity(id: string): string;
  relationship(id: string): string;
}

const DEPTH: Readonly<Record<Emphasis, number>> = { dimmed: 0, plain: 1, route: 2 };

/** What stands out is drawn later; within one emphasis the scene's order holds, and what is selected comes last. */
export function byDepth<T extends { emphasis: Emphasis; selected: boolean }>(things: readonly T[]): T[] {
  const depth = ({ emphasis, selected }: T) => DEPTH[emphasis] + (selected ? 4 : 0);
  return [...things].sort((a, b) => depth(a) - depth(b));
}

interface SceneMarkOptions {
  titles?: SceneTitles;
  /** Adds a layer of wider paths of the class `hit` that a page can point at and light up. */
  pointable?: boolean;
}

/** A scene's marks: highlighter, lines, boxes, then labels, so that none of them hides a label. */
export function sceneMarks(scene: Scene, { titles, pointable = false }: SceneMarkOptions = {}): Mark[] {
  const lines = byDepth(scene.lines);
  const boxes = byDepth(scene.boxes);
  const route = <T extends { emphasis: Emphasis }>(things: readonly T[]) => things.filter((t) => t.emphasis === 'route');
  const highlighter = [...route(lines).map(lineHighlightMark), ...route(boxes).map(boxHighlightMark)];
  return [
    ...(scene.enclosures ?? []).flatMap(enclosureMarks),
    ...(pointable ? hitMarks(scene, titles) : []),
    ...(highlighter.length > 0 ? [group(highlighter)] : []),
    ...lines.map((l) => lineGroup(l, [strokes(l)], titles)),
    ...boxes.map((b) => boxMark(b, boxTitle(b, titles).title)),
    ...lines.map((l) => lineGroup(l, lineSignMarks(l), titles)).filter((g) => g.marks.length > 0),
    ...boxes.filter((b) => b.ring).map(boxRingMark),
    ...(scene.arrows ?? []).map((arrow) =>
      group(arrowMarks(arrow), { title: `Arrow drawn by hand, no evidence${arrow.text === undefined ? '' : `: ${arrow.text}`}` })),
  ];
}

function strokes(line: SceneLine): GroupMark {
  return veiled(lineMarks(line), line.selected ? 1 : opacityOf(line));
}

/** A layer beneath everything, so that what is lit up there covers no arrow. Boxes first, each in the scene's order. */
function hitMarks({ boxes, lines }: Scene, titles?: SceneTitles): GroupMark[] {
  return [
    ...boxes.map((b) =>
      group([{ kind: 'path', d: outlinePath(b), styled: 'hit' }], {
        of: b.standsFor ?? { kind: 'entity', id: b.entity }, ...boxTitle(b, titles),
      }),
    ),
    ...lines.map((l) => lineGroup(l, [{ kind: 'path', d: wayPath(l), styled: 'hit' }], titles)),
  ];
}

function lineGroup(line: SceneLine, marks: readonly Mark[], titles?: SceneTitles): GroupMark {
  const title = titles && (line.sentence ?? titles.relationship(line.relationship));
  return group(marks, { of: line.standsFor ?? { kind: 'relationship', id: line.relationship }, ...(title === undefined ? {} : { title }) });
}

function boxTitle({ entity, sentence }: SceneBox, titles?: SceneTitles): { title?: string } {
  return titles ? { title: sentence ?? titles.entity(entity) } : {};
}

import type { Position } from '../../model';
import { pointAt } from '../geometry';
import type { Scene, SceneBox, SceneLabel, SceneLine } from '../scene';
import { boxHighlightMark, boxMark, boxRingMark, opacityOf, veiled } from './boxMarks';
import { enclosureMarks } from './enclosureMarks';
import { lineHighlightMark, lineMarks, lineSignMarks, wayPath } from './lineMarks';
import { group, type GroupMark, type Mark } from './mark';
import type { SceneTitles } from './sceneMarks';

/**
 * A scene's marks for somebody who goes on drawing: a layer each for enclosures, ties and entities; one group for each entity, with its
 * highlighter, outline, icon and texts; one for each tie, with its line, arrow head, label and sign. Groups have readable ids
 * (`entity-huawei`, `tie-huawei-supplies-koryolink`), and a line says which two it joins, so that a drawing program that knows connectors
 * keeps it at its boxes when they are moved. Ties whose line runs under another's label come first, as far as that can be. O(lines²).
 */
export function layeredMarks(scene: Scene, titles?: SceneTitles): Mark[] {
  const ids = new ReadableIds();
  const boxIds = new Map(scene.boxes.map((box) => [box.entity, ids.of(`entity-${box.entity}`)]));
  const entities = scene.boxes.map((box) => entityGroup(box, boxIds.get(box.entity)!, titles));
  const ties = inOrderOfCrossing(scene.lines).map((line) => tieGroup(line, ids.of(`tie-${line.relationship}`), boxIds, titles));
  const enclosures = (scene.enclosures ?? []).map((one) => group(enclosureMarks(one), { id: ids.of(`venture-${one.venture}`) }));
  return [layer('Ventures', enclosures), layer('Ties', ties), layer('Entities', entities)].filter((l) => l.marks.length > 0);
}

/** A group that a drawing program shows as a layer. */
export function layer(name: string, marks: readonly Mark[]): GroupMark {
  return group(marks, { id: `layer-${name.toLowerCase()}`, layer: name });
}

function entityGroup(box: SceneBox, id: string, titles: SceneTitles | undefined): GroupMark {
  const title = titles && (box.sentence ?? titles.entity(box.entity));
  const marks = [...(box.emphasis === 'route' ? [boxHighlightMark(box)] : []), boxMark(box), ...(box.ring ? [boxRingMark(box)] : [])];
  return group(marks, { id, ...(title === undefined ? {} : { title }) });
}

function tieGroup(line: SceneLine, id: string, boxIds: ReadonlyMap<string, string>, titles: SceneTitles | undefined): GroupMark {
  const title = titles && (line.sentence ?? titles.relationship(line.relationship));
  const [from, to] = [boxIds.get(line.from), boxIds.get(line.to)];
  const joins = from !== undefined && to !== undefined ? { from, to } : undefined;
  const [first, ...rest] = lineMarks(line);
  // The line itself is joined to its boxes; what is drawn along it is not.
  const drawn = joins && rest.length <= 1 && first!.kind === 'path'
    ? [{ ...first!, d: line.arrow ? wayPath(line) : first!.d, joins: { ...joins, ...(line.arrow ? { arrow: line.width } : {}) } }]
    : [first!, ...rest];
  const marks = [
    ...(line.emphasis === 'route' ? [lineHighlightMark(line)] : []), veiled(drawn, line.selected ? 1 : opacityOf(line)),
    ...lineSignMarks(line),
  ];
  return group(marks, { id, ...(title === undefined ? {} : { title }) });
}

/** Letters, digits, points and hyphens; no two are the same. */
class ReadableIds {
  private readonly taken = new Set<string>();

  of(text: string): string {
    const stem = text.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/-+$/, '');
    let id = stem;
    for (let n = 2; this.taken.has(id); n++) id = `${stem}-${n}`;
    this.taken.add(id);
    return id;
  }
}

/** How many points of a line are looked at. */
const POINTS = 24;

/** Lines so that one which runs under another's label is drawn before it; in a circle the one with the fewest before it goes first. */
function inOrderOfCrossing(lines: readonly SceneLine[]): SceneLine[] {
  const points = lines.map((line) => Array.from({ length: POINTS + 1 }, (_, i) => pointAt(line, i / POINTS)));
  const over = lines.map(({ label }, j) =>
    new Set(label ? lines.flatMap((_, i) => (i !== j && points[i]!.some((p) => within(p, label)) ? [i] : [])) : []));
  const left = new Set(lines.keys());
  const ordered: SceneLine[] = [];
  while (left.size > 0) {
    const waiting = (j: number) => [...over[j]!].filter((i) => left.has(i)).length;
    const next = [...left].reduce((best, j) => (waiting(j) < waiting(best) ? j : best));
    left.delete(next);
    ordered.push(lines[next]!);
  }
  return ordered;
}

function within({ x, y }: Position, label: SceneLabel): boolean {
  return Math.abs(x - label.x) <= label.width / 2 && Math.abs(y - label.y) <= label.height / 2;
}

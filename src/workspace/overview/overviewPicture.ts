import type { DatasetPart, Position } from '../../model';
import { buildScene, type DrawnPart, type Scene } from '../../drawing';
import type { OverviewAnswer } from '../../store';
import { groupName, groupText, tiesLabel, tiesText } from '../../wording';

/** How many ties between groups are drawn, those of most relationships, besides the largest of each group; all of them are listed. */
export const MOST_DRAWN = 30;

const idOf = (group: number) => `group ${group}`;

/** Groups as boxes, named after them and of their main type, and the largest ties between them, each marked as counted. */
function drawnGroups({ by, groups, ties }: OverviewAnswer): Pick<DrawnPart, 'part' | 'derived'> {
  const drawn = drawnTies(ties).map((tie) => ({ tie, id: `ties ${tie.groups.join(' ')}` }));
  const name = (group: number) => groupName(groups[group]!, by);
  const entities = groups.map((group, i) => ({ id: idOf(i), type: group.types[0]!.type, name: name(i) }));
  const relationships = drawn.map(({ tie: { groups: [a, b], ...tie }, id }) => ({
    id, type: 'linkedTo' as const, from: idOf(a), to: idOf(b), label: tiesLabel(tie), claims: [],
  }));
  const sentences = [
    ...groups.map((group, i) => [idOf(i), `${name(i)}: ${groupText(group)}`] as const),
    ...drawn.map(({ tie, id }) => [id, `${name(tie.groups[0])} and ${name(tie.groups[1])}: ${tiesText(tie)}`] as const),
  ];
  return {
    part: { entities, relationships, sources: [] },
    derived: new Map(sentences.map(([id, sentence]) => [id, { standsFor: { kind: 'entity' as const, id }, sentence }])),
  };
}

function drawnTies(ties: OverviewAnswer['ties']): OverviewAnswer['ties'] {
  const tied = new Set<number>();
  return ties.filter(({ groups }, i) => {
    const largest = groups.some((group) => !tied.has(group));
    for (const group of groups) tied.add(group);
    return i < MOST_DRAWN || largest;
  });
}

/** What is laid out for an overview. */
export function overviewPart(answer: OverviewAnswer): DatasetPart {
  return drawnGroups(answer).part;
}

/**
 * An overview as a scene: the box of each group grows with the number of its members, which it shows; what ties two groups is a double line
 * marked Σ, since it is counted and no fact, and has no arrow. `here`: the place of the group that one is in.
 */
export function overviewScene(answer: OverviewAnswer, positions: ReadonlyMap<string, Position>, here?: number): Scene {
  const { part, derived } = drawnGroups(answer);
  const scene = buildScene({
    part, positions, derived, detail: 'compact',
    shown: { figure: 'degree', as: 'size', values: Object.fromEntries(answer.groups.map((g, i) => [idOf(i), g.entities])) },
  });
  return {
    ...scene,
    boxes: scene.boxes.map((box) => (here !== undefined && box.entity === idOf(here) ? { ...box, selected: true } : box)),
    lines: scene.lines.map((line) => ({ ...line, arrow: false })),
  };
}

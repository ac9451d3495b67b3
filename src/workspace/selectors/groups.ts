import { inGroups } from '../../drawing';
import { groupByMember, type ChartGroup, type Selection } from '../../model';
import { headOf } from '../chart/joining';
import type { WorkspaceState } from '../state';
import { drawnPart, joinedPart } from './chartView';
import { memoised } from './memoised';
import { selectedEntities } from './selectedEntities';

/** The group whose members are what is selected, all of those that could be drawn and nobody else: keys and panel mean it. */
export const selectedGroup = memoised(
  [selectedEntities, (s) => s.selection, (s) => s.chart.groups, joinedPart],
  (state): ChartGroup | undefined => {
    const { selection, chart: { groups } } = state;
    const [first, ...others] = selectedEntities(state);
    if (!groups || selection || first === undefined) return undefined;
    const membership = groupByMember(groups);
    const group = membership.get(first);
    if (!group || others.some((id) => membership.get(id) !== group)) return undefined;
    const there = joinedPart(state).part.entities.filter((e) => membership.get(e.id) === group);
    return there.length === others.length + 1 ? group : undefined;
  },
);

/** In which box an entity is drawn, or a group itself: the box of its closed group, else its own or that of whom it is one with. */
export function drawnBox(state: WorkspaceState, id: string): string {
  const head = headOf(state.chart, id);
  for (const [box, { members }] of drawnPart(state).groups ?? []) if (members.includes(head)) return box;
  return head;
}

/** The entities that a box stands for: the members of a closed group, else the entity alone. */
export function inDrawnBox(state: WorkspaceState, box: string): readonly string[] {
  return drawnPart(state).groups?.get(box)?.members ?? [box];
}

/** The boxes of what is selected. */
export const selectedBoxes = memoised([selectedEntities, (s) => drawnPart(s).groups], (state): ReadonlySet<string> => {
  const selected = selectedEntities(state);
  return drawnPart(state).groups ? new Set([...selected].map((id) => drawnBox(state, id))) : selected;
});

/** What of the picture stands for an entity or a tie: itself, the box of its group, or the line that several ties are drawn as. */
export function asDrawn(state: WorkspaceState, selection: Selection): Selection {
  return inGroups({ selection }, drawnPart(state)).selection!;
}

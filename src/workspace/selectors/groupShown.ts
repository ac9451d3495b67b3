import type { GroupPlace, WorkspaceState } from '../state';

/** The group of the overview that the chart was begun with, while any of its members told of is drawn. */
export function groupShown({ chart }: WorkspaceState): GroupPlace | undefined {
  return chart.group?.members.some((id) => chart.entities.has(id) && !chart.hidden.has(id)) ? chart.group : undefined;
}

import type { GroupPlace, WorkspaceState } from '../state';

/** The group of the overview that the chart shows: the one that was opened last, while any of its members told of is drawn. */
export function groupShown({ overview, chart }: WorkspaceState): GroupPlace | undefined {
  return overview?.at?.members.some((id) => chart.entities.has(id) && !chart.hidden.has(id)) ? overview.at : undefined;
}

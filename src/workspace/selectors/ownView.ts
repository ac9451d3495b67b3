import type { WorkspaceState } from '../state';

/** Whether somebody added, removed, hid or moved something since the named view was drawn. */
export function isOwnView({ dataset, chart }: Pick<WorkspaceState, 'dataset' | 'chart'>): boolean {
  const view = dataset?.perspectives?.find((p) => p.id === chart.perspective);
  if (!view || chart.hidden.size > 0) return true;
  const given = Object.keys(view.positions).length;
  const positions = chart.before ?? chart.positions;
  return (
    chart.entities.size !== given
    || [...chart.entities.keys()].some(
      (id) => view.positions[id]?.x !== positions.get(id)?.x || view.positions[id]?.y !== positions.get(id)?.y,
    )
  );
}

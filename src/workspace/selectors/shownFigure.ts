import type { ShownFigure } from '../../model';
import { memoised } from './memoised';
import { visiblePart } from './visiblePart';

/** The figure on the boxes with its values for what is drawn; nothing while it is being computed for the first time. */
export const shownFigure = memoised([(s) => s.chart.shown, (s) => s.structure?.rows, visiblePart], (state): ShownFigure | undefined => {
  const { chart: { shown }, structure } = state;
  if (!shown || !structure || structure.rows.size === 0) return undefined;
  const values = visiblePart(state).entities.flatMap(({ id }) => {
    const value = structure.rows.get(id)?.[shown.figure];
    return value === undefined ? [] : [[id, value] as const];
  });
  return { ...shown, values: Object.fromEntries(values) };
});

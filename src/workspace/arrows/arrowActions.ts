import type { ArrowEnd, ChartArrow } from '../../model';
import { selectedEntities } from '../selectors/selectedEntities';
import type { Session } from '../session';
import type { ChartState } from '../state';

function withArrows(chart: ChartState, arrows: readonly ChartArrow[]): ChartState {
  const { arrows: _before, ...rest } = chart;
  return arrows.length > 0 ? { ...rest, arrows: [...arrows] } : rest;
}

/** Draws an arrow, between the two that are selected where no ends are given, and asks for its text, which may stay empty. */
export function drawArrow(session: Session, ends: { readonly from: ArrowEnd; readonly to: ArrowEnd } | undefined): void {
  const state = session.get();
  const [first, second] = [...selectedEntities(state)];
  const between = ends ?? (first !== undefined && second !== undefined ? { from: { entity: first }, to: { entity: second } } : undefined);
  if (!between) return;
  const arrows = state.chart.arrows ?? [];
  let n = 1;
  while (arrows.some((a) => a.id === `arrow-${n}`)) n += 1;
  const id = `arrow-${n}`;
  session.change('Draw an arrow', { chart: withArrows(state.chart, [...arrows, { id, ...between }]) });
  session.set({ editing: { kind: 'arrow', id } });
}

/** An empty text takes the text away. */
export function textArrow(session: Session, id: string, text: string): void {
  const { chart } = session.get();
  const words = text.trim().slice(0, 200);
  const arrows = (chart.arrows ?? []).map(({ text: before, ...arrow }) => {
    const now = arrow.id === id ? words : (before ?? '');
    return now === '' ? arrow : { ...arrow, text: now };
  });
  session.change(words === '' ? 'Take the text off an arrow' : `Write “${words}” on an arrow`, { chart: withArrows(chart, arrows) });
}

export function removeArrow(session: Session, id: string): void {
  const { chart } = session.get();
  session.change('Take an arrow away', { chart: withArrows(chart, (chart.arrows ?? []).filter((a) => a.id !== id)) });
}

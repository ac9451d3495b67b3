import { ALL_PANELS, isInFront, type Panel } from '../panels';
import { askStructure } from '../queries';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';

/**
 * Keeps the answers of panels in step with the filter under which they hold, while they are looked at, and asks for what is left to check
 * once it is.
 * Returns how to stop.
 */
export function keepAsked(session: Session): () => void {
  return session.state.subscribe((now, before) => {
    if (!now.dataset || !session.store) return;
    if (now.view.mode === 'table' && now.view.table === 'claims' && !now.checkSheet) void beginCheckSheet(session);
    // Who came to the chart, and is not waited for by an answer that is on its way, stands somewhere too.
    if (now.structure && now.chart.entities !== before.chart.entities && now.chart.filter === before.chart.filter)
      void askStructure(session);
    const turned = now.chart.filter !== before.chart.filter || now.dataset !== before.dataset || now.view.asking !== before.view.asking;
    for (const [id, panel] of ALL_PANELS)
      if ((turned || isMoved(panel, now, before)) && panel.wants?.(now, isInFront(id, now), session)) void panel.ask?.(session);
  });
}

/** Whether something else is another object that a panel hangs on. */
function isMoved({ hangsOn }: Panel, now: WorkspaceState, before: WorkspaceState): boolean {
  const was = hangsOn?.(before);
  return hangsOn !== undefined && hangsOn(now).some((part, i) => part !== was![i]);
}

async function beginCheckSheet(session: Session): Promise<void> {
  await (await import('../queries/panelQueries')).beginChecks(session, 'checkSheet');
}

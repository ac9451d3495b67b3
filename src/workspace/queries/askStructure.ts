import { CancelledError, type Session } from '../session';
import { messageOf } from './message';

/** Asks where every entity stands in the whole network under the chart's filter; what was computed under another is computed again. */
export async function askStructure(session: Session): Promise<void> {
  const { chart: { filter }, structure } = session.get();
  if (structure?.filter === filter && structure.phase !== 'failed') return;
  session.set({ structure: { phase: 'asking', filter, rows: structure?.rows ?? new Map() } });
  try {
    const rows = await session.job('structure', 'Computing network measures', (ask) => session.opened().structure({ filter }, ask));
    session.set({ structure: { phase: 'answered', filter, rows: new Map(rows.map((r) => [r.entity, r])) } });
  } catch (error) {
    if (session.get().structure?.filter !== filter) return;
    if (error instanceof CancelledError) session.set({ structure: undefined });
    else session.set({ structure: { phase: 'failed', filter, rows: new Map(), message: messageOf(error) } });
  }
}

/** The same, where the screen shows it. */
export async function keepStructure(session: Session): Promise<void> {
  const { chart, view, structure } = session.get();
  const inTable = view.mode === 'table' && view.table === 'entities';
  if (chart.shown || inTable || structure) await askStructure(session);
}

import { CancelledError, type Session } from '../session';
import type { StructureState, WorkspaceState } from '../state';
import { messageOf } from './message';

/**
 * Asks where the entities of the chart stand in the whole network under the chart's filter. What was computed under another filter, or for
 * fewer entities, is asked again; what is shown stays until the answer is there.
 */
export async function askStructure(session: Session): Promise<void> {
  const { chart, structure } = session.get();
  const { filter, entities } = chart;
  if (structure && structure.phase !== 'failed' && isAbout(structure, chart)) return;
  const grown = structure?.phase === 'answered' && structure.filter === filter;
  const asked: StructureState = { phase: grown ? 'answered' : 'asking', filter, about: entities, rows: structure?.rows ?? new Map() };
  session.set({ structure: asked });
  try {
    const rows = await session.job('structure', 'Computing network measures', (ask) =>
      session.opened().structure({ filter, entities: [...entities] }, ask),
    );
    session.set({ structure: { ...asked, phase: 'answered', rows: new Map(rows.map((r) => [r.entity, r])) } });
  } catch (error) {
    if (session.get().structure?.about !== entities || session.get().structure?.filter !== filter) return;
    if (error instanceof CancelledError) session.set({ structure: undefined });
    else session.set({ structure: { ...asked, phase: 'failed', rows: new Map(), message: messageOf(error) } });
  }
}

/** Whether it says where all entities of a chart stand, under its filter. */
function isAbout({ filter, about }: StructureState, chart: WorkspaceState['chart']): boolean {
  return filter === chart.filter && (about === chart.entities || [...chart.entities].every((id) => about.has(id)));
}

/** The same, where the screen shows it. */
export async function keepStructure(session: Session): Promise<void> {
  const { chart, view, structure } = session.get();
  const inTable = view.mode === 'table' && view.table === 'entities';
  if (chart.shown || inTable || structure) await askStructure(session);
}

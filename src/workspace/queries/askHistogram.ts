import type { Session } from '../session';

/** Asks how many relationships start and end in each year; what the period leaves out is counted too, so that it can be chosen. */
export async function askHistogram(session: Session): Promise<void> {
  const { period: _period, certainly: _certainly, ...filter } = session.get().chart.filter;
  const histogram = await session.job('histogram', 'Counting years', (ask) => session.opened().histogram({ filter }, ask));
  session.set({ histogram });
}

import { applyView, readChart, readView, viewOf, type Arrival } from '../address';
import { goToWork, openBundled } from '../loading';
import { keptRecord, keyOf, type KeptWork } from '../persistence';
import type { Session } from '../session';
import { showInPlace } from './showInPlace';
import { showLinked } from './linkedView';
import type { VisitedPlaces } from './visitedPlaces';

/** Shows where Back, Forward or a link of the same page leads: a place that was left as it was left, anything else as its address says. */
export async function arrive(session: Session, places: VisitedPlaces, { query, fragment, entry }: Arrival): Promise<void> {
  if (fragment !== '') return followHere(session, query, fragment);
  const visited = entry && places.at(entry.key);
  if (visited?.stamp === session.stamp) return showVisited(session, places, visited);
  const left =
    visited ?? (entry && entry.stamp !== session.stamp ? (await keptRecord(session, keyOf(session.tab, entry)))?.work : undefined);
  if (left && (await goToWork(session, left)) && (query === '' || query === left.query)) return;
  await show(session, query);
}

async function showVisited(session: Session, places: VisitedPlaces, work: KeptWork): Promise<void> {
  const { changed } = places;
  const asked = viewOf(work.query).view;
  await showInPlace(session, { ...work, view: { ...work.view, ...(asked ? { asking: asked.asking ?? 'trace' } : {}) } }, 'Back or Forward');
  if (changed)
    session.notify('info', 'This is the view as you left it. What you changed on the chart since is kept: Forward or Undo brings it back.');
}

async function followHere(session: Session, query: string, fragment: string): Promise<void> {
  const chart = await readChart(session, fragment);
  const view = chart && readView(session, query);
  if (chart && view && session.deps.bundled.some((b) => b.name === view.case)) return showLinked(session, view, chart);
  await show(session, query);
}

async function show(session: Session, query: string): Promise<void> {
  const view = readView(session, query);
  if (!view) return;
  if (session.get().dataset?.bundled !== view.case) await openBundled(session, view.case);
  await applyView(session, view);
}

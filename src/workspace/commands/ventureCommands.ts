import { partnersOf, stakesByVenture } from '../../drawing';
import type { VentureWay } from '../../model';
import { coVenturesCsv } from '../ventures/coVenturesCsv';
import { drawnInWays } from '../ventures/drawnInWays';
import { chartRecords } from '../selectors/chartRecords';
import { lookup } from '../selectors/lookup';
import { ventureSentence, venturesApart, WAYS } from '../selectors/ventureSentence';
import { visiblePart } from '../selectors/visiblePart';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { addToChart } from './chartCommands';
import { command, undoable } from './command';
import { selectedEntity } from '../selectors/selectedEntity';

/** A venture and how to draw it. */
interface VentureDrawn {
  readonly venture: string;
  readonly way: 'hub' | VentureWay;
}

/** Draws a venture in a way; one that is not on the chart comes with its partners. Each way is one step that undo takes back. */
async function drawVenture(session: Session, { venture, way }: VentureDrawn): Promise<void> {
  await ensureDrawn(session, venture);
  const state = session.get();
  const ventures = new Map(state.chart.ventures);
  if (way === 'hub') ventures.delete(venture);
  else ventures.set(venture, way);
  session.change(`Draw ${lookup(state).name(venture)} as ${WAYS[way]}`, { chart: drawnInWays(state, ventures) });
  const text = ventureSentence(session.get(), venture);
  // A notice is heard as well as seen: it says why the picture is not what was asked for.
  if (venturesApart(session.get()).has(venture)) session.notify('info', text);
  else session.events.emit('announce', { text });
}

async function ensureDrawn(session: Session, venture: string): Promise<void> {
  const { chart, ventures } = session.get();
  const partners = ventures?.answer?.ventures.find((v) => v.venture === venture)?.partners.map((p) => p.partner) ?? [];
  const missing = [venture, ...partners].filter((id) => !chart.entities.has(id) || chart.hidden.has(id));
  if (missing.length > 0) await addToChart(session, missing);
}

const ORDER = ['hub', 'compound', 'ties'] as const;

/** Whether a venture is selected: a joint venture, or what has two holders or partners on the chart. */
function selectedVenture(state: WorkspaceState): string | undefined {
  const id = selectedEntity(state);
  if (id === undefined || !state.chart.entities.has(id)) return undefined;
  const partners = partnersOf(stakesByVenture([...chartRecords(state).relationships.values()]).get(id) ?? []);
  return state.records.entities.get(id)!.type === 'jointVenture' || partners.length >= 2 ? id : undefined;
}

async function nextWay(session: Session): Promise<void> {
  const venture = selectedVenture(session.get());
  if (venture === undefined) return;
  const now = session.get().chart.ventures.get(venture) ?? 'hub';
  await drawVenture(session, { venture, way: ORDER[(ORDER.indexOf(now) + 1) % ORDER.length]! });
}

/** All ventures of the chart in one way, one step. */
async function drawAll(session: Session, way: VentureDrawn['way']): Promise<void> {
  const state = session.get();
  const part = visiblePart(state);
  const stakes = stakesByVenture(part.relationships);
  const wanted = part.entities.filter((e) => e.type === 'jointVenture' && stakes.has(e.id)).map((e) => e.id);
  const ventures = new Map(way === 'hub' ? [] : wanted.map((id) => [id, way] as const));
  session.change(`Draw joint ventures as ${WAYS[way]}`, { chart: drawnInWays(state, ventures) });
}

async function saveCoVentures(session: Session): Promise<void> {
  const { ventures, dataset, records } = session.get();
  if (!ventures?.answer) return;
  const { slug } = await import('../snapshot');
  const csv = await coVenturesCsv(ventures.answer, (id) => records.entities.get(id)?.name ?? id);
  const name = `${await slug(`${dataset?.description.title ?? 'ventures'} co-ventures`)}.csv`;
  session.deps.page.save({ name, blob: new Blob([csv], { type: 'text/csv' }) });
  session.notify('info', `Saved ${name}.`);
}

const isOpen = (s: WorkspaceState) => s.dataset !== undefined;

export const ventureCommands = {
  drawVenture: undoable<VentureDrawn>({ label: 'Choose how a venture is drawn', group: 'ventures', run: drawVenture }),
  nextVentureWay: undoable({
    label: 'Draw the selected venture as hub, enclosure or ties', group: 'ventures', shortcut: ['W'], listed: true,
    enabled: (s) => selectedVenture(s) !== undefined, run: nextWay,
  }),
  drawVenturesAsHubs: undoable({
    label: 'Draw all ventures as hubs', group: 'ventures', listed: true, enabled: (s) => s.chart.ventures.size > 0,
    run: (session) => drawAll(session, 'hub'),
  }),
  drawVenturesAsTies: undoable({
    label: 'Draw all joint ventures as ties between partners', group: 'ventures', listed: true, enabled: isOpen,
    run: (session) => drawAll(session, 'ties'),
  }),
  saveCoVentures: command({
    label: 'Save shared ventures as a table', group: 'ventures', listed: true,
    enabled: (s) => (s.ventures?.answer?.coVentures.length ?? 0) > 0, run: saveCoVentures,
  }),
};


import type { Selection } from '../../model';
import { edit, placeBeside } from '../editing';
import { withHidden, withPart } from '../chart';
import { partWith } from '../queries';
import type { Session } from '../session';
import type { ChartState } from '../state';
import { outcomeOf, previewOf } from './preview';
import { readWhole, stopReading } from './readLine';

/**
 * Enters the line as it stands: source, entities, tie and claim as one step of undo, shown on the chart. The first name stays in the line,
 * for the next claim. A line with doubts asks once; one that says no claim, or cites nothing, says what it wants.
 */
export async function enterLine(session: Session, text: string): Promise<void> {
  stopReading(session);
  const ask = {};
  const line = await readWhole(session, text, ask);
  const { entry } = session.get();
  const shown = { ...entry, text, line, completions: [], preview: await previewOf(session, line, ask) };
  if (text.trim() === '') return;
  if (!line.claim) return session.set({ entry: { ...shown, confirm: false } });
  if (!entry.source) {
    session.notify('info', 'Name the source first (N): a claim cites it. The line is kept.');
    return session.set({ entry: shown });
  }
  if (line.doubts.length > 0 && !(entry.confirm && entry.text === text)) return session.set({ entry: { ...shown, confirm: true } });
  const outcome = await outcomeOf(session, line.claim, entry.source, ask);
  const { entered } = outcome;
  if (entered.repeated) return session.notify('info', 'This very claim is there already; nothing was changed.');
  const chart = await shownOnChart(
    session, entered.ends, entered.edits.flatMap((e) => (e.list === 'entities' && e.record ? [e.record.id] : [])),
  );
  const selection: Selection = { kind: entered.about.list === 'entities' ? 'entity' : 'relationship', id: entered.about.id };
  const { sentence } = shown.preview ?? { sentence: text };
  const next = chart(session.get().chart);
  edit(session, `Enter: ${sentence}`, entered.edits, { chart: placed(next, entered.ends, entered.edits), selection });
  const { writtenName } = await import('../../entry');
  const subject = `${line.claim.subject.known ? writtenName(line.claim.subject.known.name) : writtenName(line.claim.subject.name)} `;
  session.set({ entry: { ...session.get().entry, text: subject, line: undefined, preview: undefined, completions: [], confirm: false } });
  session.events.emit('announce', { text: `Entered: ${sentence}` });
  bringIntoView(session, selection);
}

/** A function that brings known ends with their ties to the chart, shown where they were hidden. */
async function shownOnChart(session: Session, ends: readonly string[], fresh: readonly string[]): Promise<(now: ChartState) => ChartState> {
  const { chart } = session.get();
  const missing = ends.filter((id) => !chart.entities.has(id) && !fresh.includes(id));
  const part = missing.length > 0 ? await partWith(session, missing, {}) : undefined;
  return (now) => {
    if (part) session.addRecords(part);
    const on = part
      ? withPart(
          now,
          part,
          placeBeside(
            now.positions.values(), anchorOf(now, ends), missing.filter((id) => part.entities.some((e) => e.id === id)),
          ),
        )
      : now;
    return withHidden(on, ends, false);
  };
}

function anchorOf(chart: ChartState, ends: readonly string[]) {
  return ends.map((id) => chart.positions.get(id)).find((at) => at !== undefined) ?? [...chart.positions.values()].at(-1);
}

/** The chart with those on it that are new, each beside the other end. */
function placed(
  chart: ChartState, ends: readonly string[], edits: readonly { readonly list: string; readonly id: string; readonly record: unknown }[],
): ChartState {
  const made = new Set(edits.filter((e) => e.list === 'entities' && e.record !== null && !chart.entities.has(e.id)).map((e) => e.id));
  const fresh = ends.filter((id, i) => made.has(id) && ends.indexOf(id) === i);
  if (fresh.length === 0) return chart;
  const positions = placeBeside(chart.positions.values(), anchorOf(chart, ends), fresh);
  return { ...chart, entities: new Set([...chart.entities, ...fresh]), positions: new Map([...chart.positions, ...positions]) };
}

/** A chart of more entities than this is not fitted at each claim: the eye would lose its place. */
const FITTED_UP_TO = 60;

function bringIntoView(session: Session, selection: Selection): void {
  if (session.get().chart.entities.size <= FITTED_UP_TO) session.events.emit('fit', {});
  else session.events.emit('center', selection);
}


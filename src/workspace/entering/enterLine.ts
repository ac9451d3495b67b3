import type { ClaimRead } from '../../entry';
import { OneAtATime, type Selection, type Source } from '../../model';
import { edit, placeBeside } from '../editing';
import { withHidden, withPart } from '../chart';
import { partWith } from '../queries';
import type { Session } from '../session';
import type { ChartState, EntryState } from '../state';
import type { Entering } from './freeLine';
import { readWhole } from './readLine';
import { typeLine } from './typeLine';

const turnsOf = new WeakMap<Session, OneAtATime>();

/** Enters a line of which the field was freed (`freeLine`). */
export function enterFreed(session: Session, entering: Entering): Promise<void> {
  return oneAfterAnother(session, async () => {
    try {
      await entered(session, entering);
    } catch (error) {
      comeBack(session, entering, {});
      throw error;
    }
  });
}

/** Runs work that enters claims when all is entered that came before it. */
export function oneAfterAnother<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const turns = turnsOf.get(session) ?? new OneAtATime();
  turnsOf.set(session, turns);
  return turns.run(work);
}

async function entered(session: Session, entering: Entering): Promise<void> {
  const { text, confirmed } = entering;
  const line = await readWhole(session, text, {});
  const preview = await (await import('./preview')).previewOf(session, line, {});
  const { source } = session.get().entry;
  if (!line.claim) comeBack(session, entering, { line, preview });
  else if (session.get().elsewhere) {
    comeBack(session, entering, { line, preview });
    session.notify('info', 'This case is worked on in another tab. Press “Work here” to go on in this one. The line is kept.');
  } else if (!source) {
    comeBack(session, entering, { line, preview });
    session.notify('info', 'Name the source first (N): a claim cites it. The line is kept.');
  } else if (line.doubts.length > 0 && !confirmed) comeBack(session, entering, { line, preview, confirm: true });
  else await enter(session, entering, line.claim, source, preview?.sentence ?? text);
}

/** Puts a line that was not entered back before what was typed since; where another field is open by now, it is told. */
function comeBack(session: Session, { text, left }: Entering, read: Partial<Pick<EntryState, 'line' | 'preview' | 'confirm'>>): void {
  const { entry } = session.get();
  if (entry.open !== 'claim') session.notify('info', `This line was not entered: ${text}`);
  else session.set({ entry: { ...entry, ...read, text: entry.text === left ? text : text + entry.text } });
}

async function enter(session: Session, { left }: Entering, claim: ClaimRead, source: Source, sentence: string): Promise<void> {
  if (!(await enterRead(session, claim, source, { label: `Enter: ${sentence}`, says: `Entered: ${sentence}` }))) return;
  const { entry } = session.get();
  // What was typed meanwhile was read without whom this line brought.
  if (entry.open === 'claim' && entry.text !== left) await typeLine(session, entry.text, entry.text.length);
}

/** The names of a step: as history lists it, and as it is announced. */
interface StepWords {
  readonly label: string;
  readonly says: string;
}

/** Enters a claim as one step of undo, and shows it. False, and told, where the very claim is there. */
export async function enterRead(session: Session, claim: ClaimRead, source: Source, { label, says }: StepWords): Promise<boolean> {
  const { entered: made } = await (await import('./preview')).outcomeOf(session, claim, source, {});
  if (made.repeated) {
    session.notify('info', 'This very claim is there already; nothing was changed.');
    return false;
  }
  const fresh = made.edits.flatMap((e) => (e.list === 'entities' && e.record ? [e.record.id] : []));
  const chart = await shownOnChart(session, made.ends, fresh);
  const selection: Selection = { kind: made.about.list === 'entities' ? 'entity' : 'relationship', id: made.about.id };
  const before = session.get().chart;
  edit(session, label, made.edits, { chart: placed(chart(before), made.ends, made.edits), selection });
  session.events.emit('announce', { text: says });
  const isDrawn = (id: string) => before.entities.has(id) && !before.hidden.has(id);
  bringIntoView(session, selection, made.ends.every(isDrawn));
  return true;
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

/** Whom a claim brings is shown with all others; between those that were drawn the camera moves no more than it must. */
function bringIntoView(session: Session, selection: Selection, drawn: boolean): void {
  if (!drawn && session.get().chart.entities.size <= FITTED_UP_TO) session.events.emit('fit', {});
  else session.events.emit('center', selection);
}

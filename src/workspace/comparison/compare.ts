import {
  DATASET_FORMAT, partAmong, partOf, recordsOf, sameContent, withRecords, type Dataset, type DatasetPart, type Position,
} from '../../model';
import type { CallOptions } from '../../store';
import { organic } from '../chart/placing';
import { messageOf } from '../queries/message';
import { partOnChart } from '../chart/chart';
import { lookedChange } from '../selectors/comparison';
import type { UserSource } from '../platform';
import { CancelledError, type Session } from '../session';
import type { ComparisonState } from '../state';

/** How many entities that are not on the chart are drawn beside it at most; the sentences tell of all. */
const MOST_BESIDE = 400;

/**
 * Holds what is open against a file, and draws both in place of the chart, which stays as it is. What differs and is not on the chart finds
 * a place beside it; what is on it keeps its own.
 */
export async function compareWith(session: Session, file: UserSource, fileIs: ComparisonState['fileIs'] = 'earlier'): Promise<void> {
  const { camera, selection, selected, comparison: before } = session.get();
  session.compared = file;
  const asking: ComparisonState = {
    file: file.name, fileIs, phase: 'asking', part: NOTHING, positions: new Map(), changes: [], beside: 0,
    left: before?.left ?? { camera, selection, selected },
  };
  session.set({ comparison: asking });
  const stillAsked = () => session.get().comparison === asking;
  try {
    const found = await session.job('compare', `Comparing with ${file.name}`, (ask) => compared(session, file, asking, ask));
    if (stillAsked()) session.set({ comparison: found, selection: undefined, selected: new Set() });
  } catch (error) {
    if (!stillAsked()) return;
    const message = error instanceof CancelledError ? 'It was cancelled.' : messageOf(error);
    session.set({ comparison: { ...asking, phase: 'failed', message } });
  }
}

/**
 * Compares again with the same file: what is open was edited, or the file is the other one of the two. After an edit what is drawn stays
 * until the answer is there, everything keeps its place, and the change that was looked at is looked at still.
 */
export async function compareAgain(session: Session, fileIs = session.get().comparison?.fileIs): Promise<void> {
  const { compared: file } = session;
  const { comparison: shown } = session.get();
  if (!file || !shown) return;
  if (shown.phase !== 'answered' || shown.fileIs !== fileIs) return compareWith(session, file, fileIs);
  const found = await session.job('compare', `Comparing with ${file.name}`, (ask) => compared(session, file, shown, ask));
  const now = session.get().comparison;
  if (now?.file !== shown.file || now.fileIs !== shown.fileIs || now.phase !== 'answered') return;
  const looked = now.at === undefined ? undefined : now.changes[now.at];
  const same = looked ? found.changes.findIndex(({ sentence }) => sentence === looked.sentence) : -1;
  const at = same < 0 && looked ? found.changes.findIndex(({ record }) => sameContent(record, looked.record)) : same;
  const { at: _before, ...rest } = found;
  session.set({ comparison: { ...rest, left: now.left, ...(at < 0 ? {} : { at }) } });
}

const NOTHING: DatasetPart = { entities: [], relationships: [], sources: [] };

async function compared(session: Session, file: UserSource, asked: ComparisonState, ask: CallOptions): Promise<ComparisonState> {
  const { story } = session.get().chart;
  const task = { file, open: await wholeOf(session, ask), fileIs: asked.fileIs, story };
  const { answer, report } = await session.deps.files.compare(task, ask);
  if (!answer) return { ...asked, phase: 'failed', message: report.issues[0]?.message ?? 'It cannot be read.' };
  const { chart } = session.get();
  const fresh = answer.part.entities.filter((e) => !chart.entities.has(e.id));
  const left = new Set(fresh.slice(MOST_BESIDE).map((e) => e.id));
  const part = partAmong(answer.part, (id) => !left.has(id), ({ from, to }) => !left.has(from) && !left.has(to));
  const positions = await placesFor(session, part, asked.positions, ask);
  const { marks, changes, remarks, story: told } = answer;
  return {
    ...asked, phase: 'answered', part, marks, changes, remarks, ...(told ? { story: told } : {}), positions, beside: left.size,
  };
}

/** All that is open, edits and all. */
export async function wholeOf(session: Session, ask: CallOptions): Promise<Dataset> {
  const [{ id, title, summary, licence }, part] = await Promise.all([
    session.opened().describe({}, ask), session.opened().part({ ids: 'all' }, ask),
  ]);
  const notes = [...session.get().notes.values()];
  return {
    format: DATASET_FORMAT, id, title, ...(summary === undefined ? {} : { summary }), ...(licence === undefined ? {} : { licence }),
    ...part, ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Where everything stands: what is on the chart, or was placed before, where it is, the rest near what ties it. */
async function placesFor(
  session: Session, part: DatasetPart, before: ReadonlyMap<string, Position>, ask: CallOptions,
): Promise<ReadonlyMap<string, Position>> {
  const { chart, records } = session.get();
  const own = new Map([...before, ...(chart.before ?? chart.positions)]);
  if (part.entities.every(({ id }) => own.has(id))) return own;
  const all = partOf(withRecords(recordsOf(part), recordsOf(partOnChart(records, chart))));
  const still = { ...chart, joined: new Map<string, string>(), pinned: new Set(own.keys()) };
  return new Map([...(await organic(session, all, still, ask)), ...own]);
}

/** Leaves the comparison: chart, place and selection are as they were. */
export function leaveComparison(session: Session): void {
  const { comparison } = session.get();
  if (!comparison) return;
  session.cancel('compare');
  session.compared = undefined;
  session.set({ comparison: undefined, ...comparison.left });
  if (session.get().view.asking === 'comparison') session.setView({ asking: 'trace' });
  session.events.emit('announce', { text: 'The comparison is left. The chart is as it was.' });
}

/** Looks at a change, from 0: its record comes into view, and its sentence is told. */
export function showChange(session: Session, at: number): void {
  const { comparison } = session.get();
  const change = comparison?.changes[at];
  if (!comparison || !change) return;
  session.set({ comparison: { ...comparison, at } });
  session.set({ selection: undefined, selected: new Set() });
  const looked = lookedChange(session.get());
  if (looked) session.events.emit('center', looked);
  session.events.emit('announce', { text: `${at + 1} of ${comparison.changes.length}: ${change.sentence}` });
}

/** The next change, or the one before; after the last comes the first. */
export function stepChange(session: Session, by: 1 | -1): void {
  const { comparison } = session.get();
  const count = comparison?.changes.length ?? 0;
  if (count === 0) return;
  const { at } = comparison!;
  showChange(session, at === undefined ? (by === 1 ? 0 : count - 1) : (at + by + count) % count);
}

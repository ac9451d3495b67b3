import { queryOf } from '../address/viewQuery';
import { askHistogram, askNotes, askTrace, NO_ROUTE } from '../queries';
import { IDLE_ENTRY } from '../initialState';
import { withPart } from '../chart';
import { organic } from '../chart/placing';
import { EMPTY_CHART } from '../chart/document';
import { keepOpened, workOf } from '../persistence';
import { recordsOf, withRecords, type DatasetPart, type Position } from '../../model';
import type { CallOptions } from '../../store';
import type { CombinedSource, SingleSource, UserSource } from '../platform';
import { openProposals } from '../selectors/openProposals';
import type { Session } from '../session';
import type { ChartState } from '../state';
import { citedPart, PART_SIZE } from './firstPart';
import { datasetOf, openSource, type OpenedSource, type OpenOptions, type Shown } from './openSource';

/** An added file of more entities than this comes to the chart with its best connected only. */
const ADDS_WHOLE = 150;
/** Between what was on the chart and what came, in chart units. */
const APART = 160;

/**
 * Opens a file of the user's beside what is open. What is on the chart stays as it is, and what came is drawn next to it.
 * Then those who may be the same are looked for; nothing is merged. Gives whether it was opened.
 */
export async function addSource(session: Session, added: UserSource, options: Pick<OpenOptions, 'doubtful'> = {}): Promise<boolean> {
  if (session.source?.kind === 'server') {
    session.notify(
      'error', `“${session.source.name}” is on the server of this page, and no file is opened beside it. Open “${added.name}” alone.`,
    );
    return false;
  }
  const before = workOf(session, queryOf(session.get()));
  const parts = [...(await partsOf(session, `Opening ${added.name}`)), added];
  const source: CombinedSource = { kind: 'combined', name: parts.map((p) => p.name).join(' + '), parts };
  const show = (opened: OpenedSource, ask: Required<CallOptions>) => beside(session, source, opened, ask);
  if (!(await openSource(session, source, { ...options, show }))) return false;
  await Promise.all([keepOpened(session, before), askHistogram(session), askNotes(session), again(session), lookForMatches(session)]);
  tell(session, added.name);
  return true;
}

/**
 * What is open, as parts of a dataset with more. What was edited is in no file, and what comes may have the ids that were given then;
 * so it is written as one part, which has the edits in it.
 */
async function partsOf(session: Session, label: string): Promise<readonly SingleSource[]> {
  const { source } = session;
  if (!source || source.kind === 'server') return [];
  if (session.get().edits.size === 0) return source.kind === 'combined' ? source.parts : [source];
  await session.settled();
  const { blob } = await session.job('open', label, (ask) => session.opened().write({ format: 'throughline-case' }, ask));
  return [{ kind: 'file', name: source.name, blob }];
}

async function beside(session: Session, source: CombinedSource, opened: OpenedSource, ask: Required<CallOptions>): Promise<Shown> {
  const { chart, records, trace, selection, ownership, entry } = session.get();
  const dataset = datasetOf(source, opened);
  const came = await broughtBy(opened, ask);
  return {
    dataset, records: withRecords(records, recordsOf(came)), chart: await grown(session, chart, came, ask), trace, ownership,
    entry: { ...IDLE_ENTRY, ...(entry.source ? { source: entry.source } : {}) }, ...(selection ? { selection } : {}),
  };
}

/** What an added file brings to the chart; a large one its best connected. */
async function broughtBy({ store, part, starts = [0] }: OpenedSource, ask: Required<CallOptions>): Promise<DatasetPart> {
  const came = part && citedPart(part, new Set(part.entities.slice(starts.at(-1)).map((e) => e.id)));
  return came && came.entities.length <= ADDS_WHOLE ? came : store.bestConnected({ limit: PART_SIZE, lastFile: true }, ask);
}

/** The chart with more beside it. */
async function grown(session: Session, chart: ChartState, shown: DatasetPart, ask: Required<CallOptions>): Promise<ChartState> {
  if (shown.entities.length === 0) return chart;
  const positions = await organic(session, shown, EMPTY_CHART, ask);
  const { before: _before, perspective: _perspective, ...rest } = chart;
  return withPart(
    { ...rest, positions: chart.before ?? chart.positions, layout: 'organic' }, shown,
    nextTo(chart.before ?? chart.positions, positions, session.aspect),
  );
}

/**
 * A picture moved to the right of another, or below it, whichever lets the whole be drawn larger in the room that there is (its width over
 * its height).
 */
function nextTo(there: ReadonlyMap<string, Position>, picture: ReadonlyMap<string, Position>, aspect: number): Map<string, Position> {
  if (there.size === 0) return new Map(picture);
  const [a, b] = [extent(there), extent(picture)];
  const scale = (width: number, height: number) => Math.min(aspect / width, 1 / height);
  const right =
    scale(a.width + APART + b.width, Math.max(a.height, b.height)) >= scale(Math.max(a.width, b.width), a.height + APART + b.height);
  const by = right ? { x: a.right + APART - b.left, y: a.top - b.top } : { x: a.left - b.left, y: a.bottom + APART - b.top };
  return new Map([...picture].map(([id, { x, y }]) => [id, { x: Math.round(x + by.x), y: Math.round(y + by.y) }]));
}

function extent(positions: ReadonlyMap<string, Position>) {
  const all = [...positions.values()];
  const [xs, ys] = [all.map((p) => p.x), all.map((p) => p.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { left, right, top, bottom, width: right - left || 1, height: bottom - top || 1 };
}

async function lookForMatches(session: Session): Promise<void> {
  await (await import('../queries/panelQueries')).askMatches(session);
}

/** What was asked is asked again of everything that is open now. */
async function again(session: Session): Promise<void> {
  const { phase, active } = session.get().trace;
  if (phase === 'answered') await askTrace(session, { active: active ?? NO_ROUTE });
}

/** Says that the file is open, and how many pairs may be the same as far as that was found out. */
function tell(session: Session, name: string): void {
  const count = openProposals(session.get()).length;
  if (count > 0) session.setView({ left: true, asking: 'matches' });
  const found =
    session.get().matches?.phase !== 'answered'
      ? ''
      : count === 0
        ? ' No entity of it looks like one of those.'
        : count === 1
          ? ' One pair of entities may be the same.'
          : ` ${count} pairs of entities may be the same.`;
  session.notify('info', `“${name}” is open beside what was there.${found}`);
}

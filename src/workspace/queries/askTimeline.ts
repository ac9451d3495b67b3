import type { TimelineKind } from '../../publish';
import { citedSources, NO_IDS, partOf, type TimelineAnswer, type TimelineQuestion } from '../../model';
import type { CallOptions } from '../../store';
import { timelineRecords } from '../selectors/chartRecords';
import { selectedEntities } from '../selectors/selectedEntities';
import { CancelledError, type Session } from '../session';
import type { TimelineSet } from '../timelineState';
import { messageOf } from './message';
import { timelineQuestionOf } from './timelineQuestion';

/** In which form a timeline is saved, and the days that are looked at. */
export interface TimelineSaving {
  readonly kind: TimelineKind;
  readonly theme: 'light' | 'dark';
  readonly window?: { readonly from: number; readonly to: number } | undefined;
}

/** Opens the timeline of an entity, of what is selected, or of the chart. */
export async function openTimeline(session: Session, about: string | undefined): Promise<void> {
  const { timeline } = session.get();
  const some = about !== undefined || selectedEntities(session.get()).size > 0;
  await askTimeline(session, timeline && !some ? timeline.of : some ? 'selection' : 'chart');
}

/** Asks what happened when, to a set. An empty set rests. What is shown stays until the answer is there. */
export async function askTimeline(session: Session, of: TimelineSet = session.get().timeline?.of ?? 'chart'): Promise<void> {
  session.cancel('timeline');
  const question = timelineQuestionOf(session.get(), of);
  const before = session.get().timeline;
  const shown = question && before?.answer ? { answer: before.answer, named: before.named } : { named: NO_IDS };
  session.set({ timeline: { of, question, phase: question ? 'asking' : 'answered', ...shown } });
  if (!question) return;
  try {
    const found = await session.job('timeline', 'Putting dates in order', (ask) => answered(session, question, ask));
    if (session.get().timeline?.question !== question) return;
    session.addRecords(found.records);
    session.set({ timeline: { of, question, phase: 'answered', answer: found.answer, named: found.named } });
  } catch (error) {
    if (session.get().timeline?.question !== question) return;
    const message = error instanceof CancelledError ? 'It was cancelled.' : messageOf(error);
    session.set({ timeline: { of, question, phase: 'failed', named: NO_IDS, message } });
  }
}

async function answered(session: Session, question: TimelineQuestion, ask: Required<CallOptions>) {
  const store = session.opened();
  const answer = await store.timeline(question, ask);
  const ids = namedBy(answer, question);
  const [entities, relationships] = await Promise.all([
    store.entities({ ids: ids.entities }, ask), store.relationships({ ids: ids.relationships }, ask),
  ]);
  const sources = await store.sources({ ids: [...citedSources([...entities, ...relationships])] }, ask);
  return { answer, records: { entities, relationships, sources }, named: { ...ids, sources: sources.map((s) => s.id) } };
}

function namedBy({ rows, undated }: TimelineAnswer, { entities }: TimelineQuestion) {
  const bars = rows.flatMap((row) => row.bars);
  return {
    entities: [...new Set([...entities, ...bars.map((bar) => bar.other)])],
    relationships: [...bars.map((bar) => bar.relationship), ...undated.relationships],
  };
}

/** Saves the timeline as a picture, page or table. */
export async function saveTimeline(session: Session, { kind, theme, window }: TimelineSaving): Promise<void> {
  const { timeline, dataset, chart } = session.get();
  if (!timeline?.answer) return;
  const title = `Timeline: ${dataset?.description.title ?? 'what is drawn'}`;
  const part = partOf(timelineRecords(session.get()));
  const input = {
    answer: timeline.answer, part, title, ...(window ? { window } : {}), ...(chart.filter.period ? { period: chart.filter.period } : {}),
  };
  const blob = await session.job('snapshot', 'Drawing the timeline', (ask) => session.deps.renderTimeline(input, kind, theme, ask));
  const { slug } = await import('../snapshot');
  const name = `${await slug(title)}.${kind}`;
  session.deps.page.save({ name, blob });
  session.notify('info', `Saved ${name}.`);
}

import { chartAmong, type ChartDocument, type DatasetPart } from '../../model';
import { list } from '../../wording';
import type { CallOptions } from '../../store';
import { chartOf, organic, recordedJoins, withinBudget, withMoved } from '../chart';
import { acceptedPart, withDecisions } from '../matching/decision';
import type { Session } from '../session';
import type { ChartState } from '../state';
import { openedPart } from './firstPart';
import type { OpenedSource } from './openSource';

/** How many ids of what is gone are named. */
const NAMED = 5;

/**
 * The chart of a document: kept work, a link, or a place that Back leads to. The records are read anew, since the data may
 * have changed: what is gone is told and left out, what moved is where it was. Two are drawn as one only where a tie says so.
 */
export async function chartAsLeft(
  session: Session, document: ChartDocument, opened: OpenedSource, ask: Required<CallOptions>,
): Promise<{ chart: ChartState; part: DatasetPart }> {
  const part = await openedPart(opened, [...document.entities], ask);
  const there = new Set(part.entities.map((e) => e.id));
  const { perspective, ...left } = chartAmong(document, there);
  const chart = chartOf({ ...left, ...(opened.perspectives?.some((p) => p.id === perspective) ? { perspective } : {}) }, part);
  const fits = await withinBudget(session, chart, part.entities);
  const placed = left.positions.size === part.entities.length ? fits : withMoved(fits, await organic(session, part, fits, ask));
  const decided = withDecisions(placed, document.decided);
  tellGone(
    session, [...document.entities].filter((id) => !there.has(id)), opened.description.title,
  );
  return { chart: { ...decided, joined: joinsTold(session, decided, part) }, part };
}

function tellGone(session: Session, gone: readonly string[], title: string): void {
  if (gone.length === 0) return;
  const named = gone.length > NAMED ? [...gone.slice(0, NAMED), `${gone.length - NAMED} more`] : gone;
  session.notify(
    'error',
    `“${title}” no longer has ${gone.length === 1 ? 'an entity that was' : `${gone.length} entities that were`} on this chart: `
    + `${list(named)}. ${gone.length === 1 ? 'It was' : 'They were'} left out.`,
  );
}

function joinsTold(session: Session, chart: ChartState, { entities, relationships }: DatasetPart): ChartState['joined'] {
  const names = new Map(entities.map((e) => [e.id, e.name]));
  const joined = recordedJoins(
    chart.joined, [...relationships, ...acceptedPart(chart.decided).relationships].filter((r) => chart.relationships.has(r.id)),
  );
  const apart = [...chart.joined.keys()].filter((id) => !joined.has(id)).map((id) => names.get(id) ?? id);
  if (apart.length > 0)
    session.notify(
      'error',
      `Nothing in this data says that ${list(apart)} ${apart.length === 1 ? 'is' : 'are'} the same as another. `
      + `${apart.length === 1 ? 'It is' : 'They are'} drawn separately.`,
    );
  return joined;
}

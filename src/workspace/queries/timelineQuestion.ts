import { MOST_TIMELINE_ROWS, type Route, type TimelineQuestion } from '../../model';
import { selectedEntities } from '../selectors/selectedEntities';
import { activeRoute } from '../selectors/visiblePart';
import type { WorkspaceState } from '../state';
import type { TimelineSet } from '../timelineState';

const MOST_TIES = 10_000;

type Members = Pick<TimelineQuestion, 'entities'> & Partial<Pick<TimelineQuestion, 'relationships' | 'ties'>>;

/** Who is in each set that there is, in the order in which they are offered. */
const MEMBERS: Readonly<Record<TimelineSet, (state: WorkspaceState) => Members | undefined>> = {
  chart: (s) => ({ entities: [...s.chart.entities], ties: 'among' }),
  selection: selected,
  route: (s) => ofHops(activeRoute(s)),
  connect: (s) => ofHops(s.connect?.answer?.connections[0]),
  crosscheck: ({ crosscheck }) => crosscheck?.ties && { entities: crosscheck.ties.parties, ties: 'among' },
};

/** The sets whose timeline can be asked for now. */
export function timelineSets(state: WorkspaceState): TimelineSet[] {
  return (Object.keys(MEMBERS) as TimelineSet[]).filter((of) => of === 'chart' || of === 'selection' || MEMBERS[of](state));
}

function selected(state: WorkspaceState): Members | undefined {
  const { selection, records } = state;
  if (selection?.kind === 'relationship') {
    const tie = records.relationships.get(selection.id);
    return tie && { entities: [...new Set([tie.from, tie.to])], ties: 'among' };
  }
  const entities = [...selectedEntities(state)];
  return entities.length === 0 ? undefined : { entities };
}

function ofHops(found: Pick<Route, 'entities' | 'hops'> | undefined): Members | undefined {
  const relationships = found?.hops.flatMap((hop) => hop.relationships.map((r) => r.id));
  return found && relationships && { entities: found.entities, relationships, ties: 'among' };
}

/** The question of a set under the chart's filter. Its period leaves nothing out: what did not hold then is drawn pale. */
export function timelineQuestionOf(state: WorkspaceState, of: TimelineSet = state.timeline?.of ?? 'chart'): TimelineQuestion | undefined {
  const members = MEMBERS[of](state);
  if (!members || members.entities.length === 0) return undefined;
  const { period: _period, certainly: _certainly, ...filter } = state.chart.filter;
  return { ...members, entities: members.entities.slice(0, MOST_TIMELINE_ROWS), filter, limit: MOST_TIES };
}

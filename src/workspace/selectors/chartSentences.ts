import { entityTypes, tieWords, withFullStop, type Relationship } from '../../model';
import type { WorkspaceState } from '../state';
import { drawnTies } from './neighbours';
import { hiddenSummary } from './hiddenSummary';
import { drawnPart, joinedPart } from './chartView';
import { comparisonSentences, drawnComparison } from './comparison';
import { drawnOwnership } from './spokenUnder';
import { memoised } from './memoised';
import { proofSentences } from './proofSentences';
import { readingOrder } from './readingOrder';
import { ventureSentence, venturesApart } from './ventureSentence';
import { activeRoute, visiblePart } from './visiblePart';

/** The chart as a screen reader hears it. */
export interface ChartSentences {
  /** How much is drawn, what is highlighted, what is hidden. */
  readonly summary: string;
  /** Entities in reading order, each with what ties it. */
  readonly entities: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly ties: readonly { readonly id: string; readonly sentence: string }[];
  }[];
}

export const chartSentences = memoised(
  [
    drawnPart, joinedPart, visiblePart, readingOrder, hiddenSummary, activeRoute, (s) => s.chart.pinned, (s) => s.chart.ventures,
    venturesApart,    (s) => s.ownership, (s) => drawnComparison(s)?.part,
  ],
  (state): ChartSentences => {
    if (drawnOwnership(state)) return proofSentences(state);
    if (drawnComparison(state)) return comparisonSentences(state, readingOrder(state));
    const part = visiblePart(state);
    const names = new Map(part.entities.map((e) => [e.id, e.name]));
    const byId = new Map(part.entities.map((e) => [e.id, e]));
    const entities = readingOrder(state).map((id) => {
      if (!byId.has(id)) return groupSentences(state, id, names);
      const { name, type, jurisdiction } = byId.get(id)!;
      const ties = drawnTies(state).get(id) ?? [];
      const others = joinedPart(state)
        .within.get(id)
        ?.map((e) => e.name);
      const said = [
        name, others && `drawn as one with ${others.join(' and ')}`, entityTypes[type].label, jurisdiction, tiesText(ties.length),
        state.chart.pinned.has(id) ? 'pinned' : undefined,
        activeRoute(state)?.entities.includes(id) ? 'on the highlighted route' : undefined,
      ];
      return {
        id, sentence: `${said.filter((s) => s !== undefined).join(', ')}.`,
        ties: ties.map((r) => ({ id: r.id, sentence: tieSentence(r, id, state, names) })),
      };
    });
    return { summary: summaryOf(state), entities };
  },
);

/** A closed group, with the lines that lead to its box: those of several ties say how many. */
function groupSentences(state: WorkspaceState, box: string, names: ReadonlyMap<string, string>): ChartSentences['entities'][number] {
  const { part, derived, bundles } = drawnPart(state);
  const { relationships } = state.records;
  const lines = part.relationships.filter((r) => r.from === box || r.to === box);
  const said = (id: string) => {
    const record = relationships.get(id);
    return record && !bundles?.has(id) ? tieSentence(record, record.from, state, names) : derived.get(id)!.sentence;
  };
  return { id: box, sentence: derived.get(box)!.sentence, ties: lines.map(({ id }) => ({ id, sentence: said(id) })) };
}

function tieSentence(r: Relationship, from: string, state: WorkspaceState, names: ReadonlyMap<string, string>): string {
  const part = visiblePart(state);
  const forward = r.from === from;
  const status = part.statuses.get(r.id)!;
  const words = tieWords(r, forward, status, (id) => names.get(id)!, state.chart.filter.period);
  return withFullStop(part.possibly.has(r.id) ? `${words} may not have held then` : words);
}

function summaryOf(state: WorkspaceState): string {
  const { entities, relationships, possibly } = visiblePart(state);
  const route = activeRoute(state);
  const { active, answer } = state.trace;
  const { text } = hiddenSummary(state);
  return [
    `${entities.length} ${entities.length === 1 ? 'entity' : 'entities'} and ${relationships.length} `
    + `${relationships.length === 1 ? 'relationship' : 'relationships'} are drawn.`,
    possibly.size === 0 ? '' : `${possibly.size} of them may not have held then.`,
    route ? `Route ${active! + 1} of ${answer!.routes.length} is highlighted.` : '',
    ...groupsOf(state),
    ...waysOf(state),
    text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}.`,
  ]
    .filter((s) => s !== '')
    .join(' ');
}

function tiesText(count: number): string {
  return count === 1 ? '1 tie' : `${count} ties`;
}

/** How many of them are drawn as the boxes of closed groups. */
function groupsOf(state: WorkspaceState): string[] {
  const groups = [...(drawnPart(state).groups?.values() ?? [])];
  if (groups.length === 0) return [];
  const inside = groups.reduce((sum, g) => sum + g.members.length, 0);
  return [`${inside} of the entities are in ${groups.length === 1 ? 'a group that is' : `${groups.length} groups that are`} closed.`];
}

/** How ventures are drawn, where not as hubs; their partners are told with the ties as they are recorded. */
function waysOf(state: WorkspaceState): string[] {
  return [...state.chart.ventures.keys()].filter((id) => state.chart.entities.has(id)).map((id) => ventureSentence(state, id));
}

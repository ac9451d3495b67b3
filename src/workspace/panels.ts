import type { LintAnswer, VenturesAnswer } from '../analysis';
import type { CheckRow, VenturesQuestion } from '../model';
import type { CommandGroup } from './commands/command';
import { connectSelected } from './commands/connectCommands';
import type { CrosscheckState } from './crosscheckState';
import { IDLE_OWNERSHIP } from './initialState';
import type { GroupState } from './groupState';
import type { LeadsState } from './leadsState';
import { ownersQuestionOf, stakesFilter } from './queries/ownersQuestion';
import { selectedEntities } from './selectors/selectedEntities';
import type { ProposalsState } from './proposalsState';
import { timelineQuestionOf } from './queries/timelineQuestion';
import type { Session } from './session';
import type { TimelineState } from './timelineState';
import type { Asked, ComparisonState, ConnectState, MatchesState, OwnershipState, PatternState, SourceText, WorkspaceState } from './state';

/** What panels keep in the state. A field is absent until it is asked for. */
export interface PanelStates {
  /** What is open held against a file. */
  comparison?: ComparisonState | undefined;
  /** What holds a group together. */
  group?: GroupState | undefined;
  /** What deserves a second look. */
  leads?: LeadsState | undefined;
  /** A list of names that is checked against the data. */
  crosscheck?: CrosscheckState | undefined;
  /** What happened when, to a set that is chosen. */
  timeline?: TimelineState | undefined;
  /** Which routes follow a pattern. */
  pattern?: PatternState | undefined;
  /** How several parties hang together. */
  connect?: ConnectState | undefined;
  /** What is left to check, by the lint, and every claim in a row. */
  lint?: Asked<LintAnswer> | undefined;
  checkSheet?: Asked<readonly CheckRow[]> | undefined;
  /** A review tray of what programs propose. */
  proposals?: ProposalsState | undefined;
  /** The text of a source that is read beside the chart. */
  sourceText?: SourceText | undefined;
  /** The ventures of the dataset as a filter admits them. */
  ventures?: (Asked<VenturesAnswer> & { question: VenturesQuestion }) | undefined;
  ownership: OwnershipState;
  /** Who of the files that were added may be whom. */
  matches?: MatchesState | undefined;
}

/** A panel: its tab, its command, what it keeps and when it asks. */
export interface Panel {
  /** What its tab says. */
  readonly title: string;
  /** The file of its component below `ui`, a default export that is loaded when the panel is first shown. */
  readonly component: `${string}Panel`;
  /** It stands below the chart, not at the left. */
  readonly place?: 'below';
  /** Whether its tab is there always, wherever it can be shown, or once it was asked (of those one alone). */
  readonly tab: 'always' | 'possible' | 'asked';
  /** Its command `show…`, which brings it to the front and then does `run`: in palette, help and by its keys. */
  readonly command: PanelCommand;
  /** Whether there is something that it can show; whenever a dataset is open if left out. */
  readonly needs?: (state: WorkspaceState) => boolean;
  /** The fields of the state that are its own, as another dataset finds them. */
  readonly clears?: Partial<PanelStates>;
  /** Whether it was asked; if left out, whether a field of its own is set. */
  readonly asked?: (state: WorkspaceState) => boolean;
  /** Whether it is to ask, since filter, dataset or front panel have changed: answers hold under the chart's filter. */
  readonly wants?: (state: WorkspaceState, inFront: boolean, session: Session) => boolean;
  /** What else of the state has it look at `wants` again where it is another object. */
  readonly hangsOn?: (state: WorkspaceState) => readonly unknown[];
  readonly ask?: (session: Session) => Promise<void>;
  /** Asks again over other data, where a field of its own is set; `ask` if left out. */
  readonly askAgain?: (session: Session) => Promise<void>;
}

interface PanelCommand {
  readonly label: string;
  readonly group: CommandGroup;
  readonly shortcut?: readonly string[];
  /** Other words by which the palette finds it. */
  readonly words?: string;
  /** Whether the view that it leads to is a new step for the browser's Back; it is if left out. */
  readonly step?: 'replace';
  /** `about`: the entity that it is asked about; what is selected if left out. */
  readonly run?: (session: Session, about?: string) => void | Promise<void>;
}

/** The questions of panels are loaded when the first is put. */
export const fetchPanelQueries = () => import('./queries/panelQueries');

/** What rests on the data asks again by itself where it must. */
const NOT_AGAIN = async () => undefined;

/** Every panel, by its id, in the order of tabs; of those that were asked the first has the tab while none is in front. */
export const PANELS = {
  trace: {
    title: 'Trace', component: 'trace/TracePanel', tab: 'always',
    command: {
      label: 'Trace: how are two connected?', group: 'view', shortcut: ['T'], step: 'replace',
      run: (session) => session.events.emit('focusTraceFrom'),
    },
  },
  filter: {
    title: 'Filter', component: 'filters/FilterPanel', tab: 'always',
    command: { label: 'Filter what is drawn', group: 'view', step: 'replace' },
  },
  ventures: {
    title: 'Ventures', component: 'ventures/VenturesPanel', tab: 'always',
    command: { label: 'Ventures: who holds what together?', group: 'ventures', shortcut: ['Shift+V'] },
    clears: { ventures: undefined },
    wants: (s, inFront) => inFront && isOther(s.ventures?.question.filter, stakesFilter(s.chart.filter)),
    ask: async (session) => (await fetchPanelQueries()).askVentures(session),
  },
  owners: {
    title: 'Owners', component: 'ownership/OwnersPanel', tab: 'always',
    command: {
      label: 'Owners: who owns what is selected?', group: 'ownership', shortcut: ['Shift+O'],
      run: async (session, about) => (await fetchPanelQueries()).askOwnersOf(session, about),
    },
    clears: { ownership: IDLE_OWNERSHIP },
    wants: ({ ownership }, _inFront, session) =>
      ownership.entity !== undefined && ownership.question !== undefined
      && isOther(ownership.question, ownersQuestionOf(session, ownership)),
    ask: async (session) => (await fetchPanelQueries()).askOwners(session),
  },
  comparison: {
    title: 'Compare', component: 'comparison/ComparisonPanel', tab: 'asked',
    command: { label: 'Compare with a file…', group: 'history', shortcut: ['D'], run: (session) => session.setView({ mode: 'chart' }) },
    clears: { comparison: undefined },
    askAgain: NOT_AGAIN,
  },
  leads: {
    title: 'Leads', component: 'leads/LeadsPanel', tab: 'asked',
    command: {
      label: 'Leads: what deserves a second look?', group: 'trace', shortcut: ['Shift+L'],
      run: async (session) => (await fetchPanelQueries()).askLeads(session),
    },
    clears: { leads: undefined },
    wants: (s, inFront) => inFront && s.leads !== undefined && isOther(s.leads.question.filter, s.chart.filter),
    ask: async (session) => (await fetchPanelQueries()).askLeads(session),
  },
  crosscheck: {
    title: 'List', component: 'crosscheck/CrosscheckPanel', tab: 'asked',
    command: { label: 'Cross-check a list of names', group: 'trace', shortcut: ['Shift+X'] },
    clears: { crosscheck: undefined },
    wants: (s, inFront) => inFront && s.crosscheck?.question !== undefined && isOther(s.crosscheck.question.filter, s.chart.filter),
    ask: async (session) => (await fetchPanelQueries()).askTies(session),
    askAgain: async (session) => (await fetchPanelQueries()).matchNames(session),
  },
  timeline: {
    title: 'Timeline', component: 'timeline/TimelinePanel', tab: 'asked', place: 'below',
    command: {
      label: 'Timeline: what happened when?', group: 'trace', shortcut: ['Shift+Y'], words: 'dates chronology history when bars',
      run: async (session, about) => (await fetchPanelQueries()).openTimeline(session, about),
    },
    clears: { timeline: undefined },
    wants: (s, inFront) => inFront && s.timeline !== undefined && isOther(s.timeline.question, timelineQuestionOf(s)),
    hangsOn: (s) => [s.chart.entities, s.selection, s.selected, s.trace.active, s.trace.answer, s.connect, s.crosscheck],
    ask: async (session) => (await fetchPanelQueries()).askTimeline(session),
  },
  pattern: {
    title: 'Pattern', component: 'pattern/PatternPanel', tab: 'asked',
    command: {
      label: 'Routes that follow a pattern', group: 'trace', shortcut: ['Shift+R'],
      run: async (session) => {
        const [from, to] = [...selectedEntities(session.get())];
        await (await fetchPanelQueries()).askPattern(session, {
          ...(from === undefined ? {} : { from: { ids: [from] } }), ...(to === undefined ? {} : { to: { ids: [to] } }),
        });
      },
    },
    clears: { pattern: undefined },
    wants: (s, inFront) => inFront && s.pattern?.question !== undefined && isOther(s.pattern.question.filter, s.chart.filter),
    ask: async (session) => (await fetchPanelQueries()).askPattern(session),
  },
  connect: {
    title: 'Connect', component: 'connect/ConnectPanel', tab: 'asked',
    command: { label: 'Connect several: how do they hang together?', group: 'trace', shortcut: ['Shift+C'], run: connectSelected },
    clears: { connect: undefined },
    wants: (s, inFront) => inFront && s.connect !== undefined && isOther(s.connect.question.filter, s.chart.filter),
    ask: async (session) => (await fetchPanelQueries()).askConnect(session),
  },
  group: {
    title: 'Group', component: 'group/GroupPanel', tab: 'asked',
    command: {
      label: 'What holds these together?', group: 'trace', shortcut: ['Shift+W'],
      run: async (session) => (await fetchPanelQueries()).askGroup(session),
    },
    clears: { group: undefined },
    wants: (s, inFront) => inFront && s.group !== undefined && isOther(s.group.question.filter, s.chart.filter),
    ask: async (session) => (await fetchPanelQueries()).askGroupAgain(session),
  },
  proposals: {
    title: 'Proposals', component: 'proposals/ProposalsPanel', tab: 'asked',
    command: { label: 'Review what programs propose', group: 'entry', shortcut: ['Shift+I'] },
    clears: { proposals: undefined },
  },
  checks: {
    title: 'Checks', component: 'checks/ChecksPanel', tab: 'asked',
    command: { label: 'Show the checks: which evidence is thin or contradicts itself', group: 'entry', shortcut: ['Shift+E'] },
    clears: { lint: undefined, checkSheet: undefined },
    asked: (s) => s.lint !== undefined,
    wants: (s, inFront) => inFront && s.lint === undefined,
    ask: async (session) => (await fetchPanelQueries()).beginChecks(session, 'lint'),
    askAgain: async (session) => (await fetchPanelQueries()).askChecks(session),
  },
  story: {
    title: 'Story', component: 'story/StoryPanel', tab: 'asked',
    command: { label: 'Tell a story', group: 'view' },
    asked: (s) => (s.chart.story?.steps.length ?? 0) > 0,
  },
  history: {
    title: 'History', component: 'history/HistoryPanel', tab: 'asked',
    command: { label: 'Show the history of what was entered', group: 'history', shortcut: ['Shift+U'] },
  },
  text: {
    title: 'Text', component: 'sourceText/SourceTextPanel', tab: 'asked',
    command: { label: 'Read a text or a PDF beside the chart', group: 'entry', shortcut: ['B'] },
    clears: { sourceText: undefined },
  },
  matches: {
    title: 'Matches', component: 'matching/MatchesPanel', tab: 'possible',
    command: {
      label: 'Find matching entities in the open files', group: 'file', step: 'replace',
      run: async (session) => (await fetchPanelQueries()).askMatches(session),
    },
    needs: (s) => (s.dataset?.files?.length ?? 0) > 1,
    clears: { matches: undefined },
    wants: (s, inFront) => inFront && s.dataset?.files !== undefined && s.matches === undefined,
    ask: async (session) => (await fetchPanelQueries()).askMatches(session),
    askAgain: NOT_AGAIN,
  },
} as const satisfies Readonly<Record<string, Panel>>;

export type PanelId = keyof typeof PANELS;

/** The panels in the order of their tabs. */
export const ALL_PANELS = Object.entries(PANELS) as unknown as readonly (readonly [PanelId, Panel])[];

/** Whether a panel was asked something that it shows. */
function isAsked({ asked, clears }: Panel, state: WorkspaceState): boolean {
  return asked ? asked(state) : hasOwn(clears, state);
}

/** Whether a field of its own is set. */
export function hasOwn(clears: Panel['clears'] = {}, state: WorkspaceState): boolean {
  return Object.entries(clears).some(([field, empty]) => state[field as keyof PanelStates] !== empty);
}

export function canShow({ needs }: Panel, state: WorkspaceState): boolean {
  return state.dataset !== undefined && (needs?.(state) ?? true);
}

/** The fields of all panels, as another dataset finds them. */
export function clearedPanels(): Partial<WorkspaceState> {
  return Object.assign({}, ...ALL_PANELS.map(([, { clears }]) => clears)) as Partial<PanelStates>;
}

/** Whether a panel is looked at: at the left or below. */
export function isInFront(id: PanelId, { view }: WorkspaceState): boolean {
  return view.asking === id || view.below === id;
}

/** Which panels have a tab: those that always have, those that can be shown, of those that are asked the one in front, else the first. */
export function panelsWithTab(state: WorkspaceState): readonly PanelId[] {
  const { asking } = state.view;
  const atLeft = ALL_PANELS.filter(([, panel]) => panel.place !== 'below');
  const further = PANELS[asking].tab === 'asked' ? asking : atLeft.find(([, p]) => p.tab === 'asked' && isAsked(p, state))?.[0];
  return atLeft.filter(
    ([id, panel]) => panel.tab === 'always' || id === further || id === asking || (panel.tab === 'possible' && canShow(panel, state)),
  ).map(([id]) => id);
}

function isOther(asked: unknown, wanted: unknown): boolean {
  return asked !== wanted && JSON.stringify(asked) !== JSON.stringify(wanted);
}

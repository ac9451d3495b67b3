import type { z } from 'zod';
import type { pictureChoice } from './persistence/pictureChoice';
import type {
  CapturedFile, CaseChart, ChangeMarks, ChartDocument, ChartExtent, ConnectAnswer, ConnectQuestion, DatasetPart,
  Edits, EditStep, Filter, IntermediaryAnswer,
  MatchAnswer, NoRouteAnswer, Note, OverviewWay, OwnershipAnswer, OwnersQuestion, PatternAnswer, PatternEnds,
  PatternQuestion, Period, PerspectiveChart, Position, RecordIds, Records, Replacement, Replacing, RouteAnswer, RouteQuestion,
  Selection, SetAside, ShownFigure, WorkDetail,
} from '../model';
import type { EditingState, EntryState } from './entryState';
import type { MarkedCells } from './editing/fillDown';
import type { OpenReport, OwnFileState, SavedReport, TableReading } from './fileState';
import type { PanelId, PanelStates } from './panels';
import type { StandsOn } from './platform';
import type { EntityStructure } from '../analysis';
import type { RegisterAnswer, RegisterField } from '../registers';
import type { DatasetDescription, OverviewAnswer, SearchHit, TieKind, YearCount } from '../store';
import type { SaidChange, StoryChanges } from '../wording';

export type { EditingState, EntryPreview, EntryState } from './entryState';
export type { OpenReport, OwnFileState, TableReading } from './fileState';

/** Everything that the screen shows, as plain data. Only commands change it; undo takes back `chart`, `edits` and `selection`. */
export interface WorkspaceState extends PanelStates {
  dataset?: OpenDataset | undefined;
  /** Every record of the dataset that the page was told: chart, questions and answers hold ids alone. */
  records: Records;
  chart: ChartState;
  /**
   * What of the chart is seen, where a hand moved the camera; it is fitted if absent. It is part of the chart's document, and stands beside
   * the chart here, since looking around is no change: what follows from `chart` is not computed anew for it, and undo leaves it.
   */
  camera?: ChartExtent | undefined;
  /** What was done to the data since it was opened. */
  edits: Edits;
  /** The steps in which that was done, the last one last. */
  log: readonly EditStep[];
  /** The notes of what is open, edits and all, by id. */
  notes: ReadonlyMap<string, Note>;
  /** What is being entered: the line that is typed, and the source that every claim cites. */
  entry: EntryState;
  /** Whether the work in hand is kept in this browser; absent until something of it was. */
  kept?: KeptState | undefined;
  /** The work in hand is worked on in another tab: here it can be looked at, and is changed nowhere but there. */
  elsewhere?: true | undefined;
  /** Whether it is saved in the user's own file; absent where it has none. */
  ownFile?: OwnFileState | undefined;
  /** What is being edited, or is about to be taken away, as a dialog asks about it. */
  editing?: EditingState | undefined;
  /** What is looked at. */
  selection?: Selection | undefined;
  /**
   * The entities that keys act on, where they are several or one alone;
   * read by `selectedEntities`, which holds it together with `selection`.
   */
  selected: ReadonlySet<string>;
  /** What the pointer or the keyboard rests on; never undone, never kept. */
  hover?: Selection | undefined;
  trace: TraceState;
  /** Cells of one column of a table that are marked, to be filled with what the first of them says. */
  cells?: MarkedCells | undefined;
  /** What is looked for to be replaced, and every change that it would be. */
  replacing?: { readonly asked: Replacing; readonly found: readonly Replacement[]; readonly asking: boolean } | undefined;
  search: { text: string; hits: SearchHit[]; asking: boolean };
  /** All ties of the entity looked at, those off the chart included; absent until the store has told. */
  looking?: Looking | undefined;
  histogram: YearCount[];
  /** Where every entity stands in the whole network; absent until it was asked for. */
  structure?: StructureState | undefined;
  /** A set that is pointed at: ringed in place of the trace's while it is. */
  pointedRing?: readonly string[] | undefined;
  /** Whom expanding would bring, by type and direction, while it is asked what is wanted. */
  expanding?: ExpandingChoice | undefined;
  view: ViewState;
  /** The whole dataset in groups; absent until it was asked for. */
  overview?: OverviewState | undefined;
  /** Long work under way, by name; `done` is 0–1, absent where it cannot be told. */
  jobs: ReadonlyMap<string, Job>;
  notices: readonly Notice[];
  /** What the last file that was opened, or was not, had to say; shown as a dialog until dismissed. */
  report?: OpenReport | undefined;
  /** What is asked of a register, while its dialog is open. */
  register?: RegisterState | undefined;
  /** The same, to be shown again. */
  lastReport?: OpenReport | undefined;
  /** A file of tables that waits to be opened; shown as a dialog until then. */
  reading?: TableReading | undefined;
  /** What the last file that was written could not hold; shown as a dialog until dismissed. */
  saved?: SavedReport | undefined;
  history: { undo: string[]; redo: string[] };
}

/** A question to a register about some entities: what would leave, and what came back. Nothing leaves before it is `asking`. */
export interface RegisterState {
  readonly phase: 'choosing' | 'asking' | 'answered' | 'failed';
  /** The addresses of the services; absent until the page's server has told. */
  readonly services?: readonly string[] | undefined;
  readonly service?: string | undefined;
  readonly entities: readonly string[];
  /** What leaves besides names. */
  readonly fields: readonly RegisterField[];
  /** This service was said yes to for all questions of this browser. */
  readonly allowed: boolean;
  readonly answer?: RegisterAnswer | undefined;
  /** Whom the answer is about, in the order of its candidates. */
  readonly asked: readonly string[];
  /** Why nothing came. */
  readonly message?: string | undefined;
}

/** Many neighbours could come: what is asked before they do. */
export interface ExpandingChoice {
  readonly entities: readonly string[];
  /** How many neighbours that are not drawn are tied so, most first; one that is tied in two ways counts in both. */
  readonly kinds: readonly TieKind[];
  /** How many neighbours that are not drawn there are, each counted once. */
  readonly total: number;
}

/** What is open held against a file: both are drawn in place of the chart, which stays as it is. */
export interface ComparisonState {
  readonly file: string;
  /** Whether the file is the earlier of the two, or the later. */
  readonly fileIs: 'earlier' | 'later';
  readonly phase: 'asking' | 'answered' | 'failed';
  /** What differs, as far as it is drawn; `beside` more entities are told of and not drawn. */
  readonly part: DatasetPart;
  readonly marks?: ChangeMarks;
  readonly beside: number;
  /** Where everything stands that is drawn. */
  readonly positions: ReadonlyMap<string, Position>;
  /** What became of every record, a sentence each. */
  readonly changes: readonly SaidChange[];
  /** What is not compared, in sentences, and what became of the sentences of a story. */
  readonly remarks?: readonly string[];
  readonly story?: StoryChanges;
  /** The change that is looked at, from 0. */
  readonly at?: number;
  readonly message?: string;
  /** What was looked at before, and is again afterwards. */
  readonly left: Pick<WorkspaceState, 'camera' | 'selection' | 'selected'>;
}

/** The whole dataset in groups, as a filter, edits and accepted matches left it, and where their boxes stand. */
interface OverviewState {
  readonly phase: 'asking' | 'answered' | 'failed';
  readonly by: OverviewWay;
  readonly filter: Filter;
  readonly edits: Edits;
  readonly decided: ChartState['decided'];
  readonly answer?: OverviewAnswer | undefined;
  readonly positions?: ReadonlyMap<string, Position> | undefined;
  readonly message?: string | undefined;
}

/** A group of an overview, and its members that are told of. */
export interface GroupPlace {
  readonly name: string;
  readonly by: OverviewWay;
  /** From 0. */
  readonly place: number;
  readonly of: number;
  readonly members: readonly string[];
}

/** How several parties hang together, as the chart's filter admits it. With fewer than two parties nothing is asked. */
export interface ConnectState {
  phase: 'idle' | 'asking' | 'answered' | 'failed';
  question: ConnectQuestion;
  answer?: ConnectAnswer | undefined;
  /** The records that question and answer name. */
  named: RecordIds;
  message?: string | undefined;
}

/**
 * Which routes follow a pattern, as the chart's filter admits them. With an end or the pattern missing nothing is asked.
 */
export interface PatternState {
  phase: 'idle' | 'asking' | 'answered' | 'failed';
  from?: PatternEnds | undefined;
  to?: PatternEnds | undefined;
  /** As it is typed. */
  pattern: string;
  /** The question as it was put. */
  question?: PatternQuestion | undefined;
  answer?: PatternAnswer | undefined;
  /** The records that ends and answer name. */
  named: RecordIds;
  message?: string | undefined;
}

/** The text of a source, page by page; of a text without pages as one. */
export interface SourceText {
  readonly name: string;
  readonly pages: readonly string[];
  /** Its pages have numbers by which claims may say where. */
  readonly numbered: boolean;
  /** The file that it was read from; absent of what was pasted. */
  readonly file?: CapturedFile | undefined;
  /** Its bytes, to be kept with the case if that is wanted. */
  readonly blob?: Blob | undefined;
}

/** What was asked of the store: the answer, which may be of before while it is asked again, or why there is none. */
export interface Asked<Answer> {
  phase: 'asking' | 'answered' | 'failed';
  answer?: Answer | undefined;
  message?: string | undefined;
}

export interface MatchesState {
  phase: 'asking' | 'answered' | 'failed';
  answer?: MatchAnswer | undefined;
  message?: string | undefined;
}

/** Who owns an entity: what the panel asks, and what was answered to which question. */
export interface OwnershipState {
  /** Absent: nothing is asked. */
  entity?: string | undefined;
  /** A date of its own; absent: the end of the time shown, else today. */
  asOf?: Period | undefined;
  /** The parties of the 50 per cent rule. */
  listed: readonly string[];
  phase: 'idle' | 'asking' | 'answered' | 'failed';
  /** The question as it was put. */
  question?: OwnersQuestion | undefined;
  answer?: OwnershipAnswer | undefined;
  message?: string | undefined;
  /** The records that the answer speaks of, and where the proof's boxes stand. */
  named: RecordIds;
  positions: ReadonlyMap<string, Position>;
  /** Its proof is drawn in place of the chart. */
  drawn: boolean;
}

export interface OpenDataset {
  description: DatasetDescription;
  /** The name of a bundled case, if it is one: only then does the address bar carry the view. */
  bundled?: string | undefined;
  /** The names of the files that are open side by side, in the order in which they came; absent where it is one. */
  files?: readonly string[] | undefined;
  /** The data stay on the server of the page, which is asked every question. */
  onServer?: true;
  /** Its named views, the first the one that it opens with; a file of the user's has none. */
  perspectives?: readonly PerspectiveChart[] | undefined;
  /** The charts of a case by name, the first the one that is in hand; absent of what is no case. */
  charts?: readonly CaseChart[] | undefined;
  /** What the case stands on. */
  base?: StandsOn;
  /** A snapshot was opened: its routes were found in a dataset that is not here. `hidden` is what it had left out. */
  fromSnapshot?: { title: string | undefined; origin: string; hidden?: string };
}

/** The chart in hand: its document, whose camera stands beside it in the state, and what is of this visit alone. */
export interface ChartState extends Frozen<Omit<ChartDocument, 'camera'>> {
  /** The ties between its entities, in the order in which they came. */
  readonly relationships: ReadonlySet<string>;
  /** What an enclosure moved, from where and to where, so that it goes back with it. */
  readonly gathered: ReadonlyMap<string, { readonly from: Position; readonly to: Position }>;
  /** The group of the overview that it was begun with. */
  readonly group?: GroupPlace | undefined;
  /** Positions as they were before "only this route" laid it out. */
  readonly before?: ReadonlyMap<string, Position> | undefined;
}

/** Collections that nobody changes in place. */
type Frozen<T> = {
  readonly [K in keyof T]: T[K] extends Map<string, infer V>
    ? ReadonlyMap<string, V extends (infer E)[] ? readonly E[] : V>
    : T[K] extends Set<infer V>
      ? ReadonlySet<V>
      : T[K];
};

export interface TraceState {
  question: RouteQuestion;
  phase: 'idle' | 'asking' | 'answered' | 'failed';
  answer?: RouteAnswer | undefined;
  noRoute?: NoRouteAnswer | undefined;
  /** The highlighted route, from 0. */
  active?: number | undefined;
  /** Only the active route is drawn, left to right. */
  only: boolean;
  message?: string | undefined;
  /** Who stands between the two ends. */
  between?: BetweenState | undefined;
  /** Entities with a ring around them: a smallest set whose removal leaves no route. */
  ringed?: readonly string[] | undefined;
  /** Chains of entities that are highlighted in place of the active route. */
  chains?: readonly (readonly string[])[] | undefined;
  /** What the entities and sources set aside took away; absent where nothing is, or not yet computed. */
  setAside?: SetAside | undefined;
  /** The records that question and answer speak of, drawn or not. */
  named: RecordIds;
}

/** The answer to who stands between, or what has become of the question. */
type BetweenState =
  { phase: 'asking' | 'cancelled' } | { phase: 'answered'; answer: IntermediaryAnswer } | { phase: 'failed'; message: string };

export type ShownBy = Pick<ShownFigure, 'figure' | 'as'>;

/** Figures of every entity, as the filter that they were computed under leaves the network. */
export interface StructureState {
  phase: 'asking' | 'answered' | 'failed';
  filter: Filter;
  /** The entities that it was asked of. */
  about: ReadonlySet<string>;
  rows: ReadonlyMap<string, EntityStructure>;
  message?: string | undefined;
}

/** The ties of one entity in the whole dataset; `more` neighbours are beyond what was asked for. */
interface Looking {
  readonly entity: string;
  readonly relationships: readonly string[];
  readonly more: number;
}

/** Kept at this time (ms since 1970), being kept, or why it is not. */
type KeptState =
  { readonly phase: 'kept'; readonly at: number } | { readonly phase: 'keeping' } | { readonly phase: 'failed'; readonly message: string };

export type Theme = 'light' | 'dark' | 'system';
export type Dialog =
  | 'palette' | 'help' | 'share' | 'snapshot' | 'status' | 'datasets' | 'export' | 'paste' | 'replace' | 'notes' | 'overview' | 'ownFile'
  | 'fillDown';

export interface ViewState {
  mode: 'chart' | 'table';
  table: 'entities' | 'relationships' | 'claims';
  /** Whether tables list what is drawn, or all that the data hold under the filter. */
  rows: 'drawn' | 'all';
  theme: Theme;
  left: boolean;
  right: boolean;
  bottom: boolean;
  /** The panel in front at the left. */
  asking: PanelId;
  /** The panel below the chart, where one is open. */
  below?: PanelId | undefined;
  /** What becomes of entities that the filter leaves without a tie while a period is shown: gone, or drawn pale. */
  untied: 'gone' | 'pale';
  /** Years a second when time plays, 0.5–4. */
  speed: number;
  dialog?: Dialog | undefined;
  /** Who is working, as claims say that are checked; absent until the user has said so. */
  editor?: string | undefined;
  /** How snapshots are to look that are chosen in the dialog. */
  picture: PictureChoice;
}

export type PictureChoice = z.infer<typeof pictureChoice>;

export interface Job {
  label: string;
  done?: number | undefined;
  /** What it is at, where it tells. */
  detail?: WorkDetail | undefined;
  /** How long it will take, in seconds, once that can be told. */
  secondsLeft?: number | undefined;
  cancel?: () => void;
}

export interface Notice {
  id: number;
  tone: 'info' | 'error';
  text: string;
  /** Something to do about it, worded for a button: a command that takes no argument. */
  action?: { label: string | undefined; command: string };
}

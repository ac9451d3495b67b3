import type { CaseBase, CaseChart, Dataset, DatasetHead, DatasetPart, Issue, PerspectiveChart, Position, Snapshot, Story } from '../model';
import type { CheckSheetReading, Report, TableMapping, TablePreview } from '../formats';
import type { GivenLayoutRequest, LayoutRequest, RouteLayoutRequest } from '../drawing';
import type {
  ComparisonInput, ComparisonKind, PictureOptions, RenderedPicture, RenderOptions, ReportKind, SnapshotKind as PublishedKind,
  StoryKind, TimelineInput, TimelineKind,
} from '../publish';
import type { RegisterReply } from '../registers';
import type { CallOptions, DatasetDescription, GraphStore } from '../store';
import type { FileComparison, FileComparisonTask } from './comparison/compareFile';
import type { FileMerge, FileMergeTask } from './ownFile/mergeFile';

/** How a file is read, where that is not left to its content: as a format of this id, its tables by this mapping. */
export interface ReadAs {
  format?: string;
  mapping?: TableMapping;
}

/** Where data comes from. A snapshot taken in this session is a file as well. */
export type DataSource = SingleSource | ServerSource | CombinedSource;

/** One file or folder, or a case that comes along. */
export type SingleSource = { kind: 'bundled'; name: string } | UserSource;

/** What the page's own server has and answers questions about; nothing of it is on the page but what answers bring. */
export interface ServerSource {
  kind: 'server';
  name: string;
}

/** Several, side by side in one dataset, in the order in which they came. */
export interface CombinedSource {
  kind: 'combined';
  name: string;
  parts: readonly SingleSource[];
}

/**
 * A file of the user's, or several that belong together and are read as one dataset. `served`:
 * the page's own server was given it, and has it at the next visit too.
 */
export type UserSource = (
  | { kind: 'file'; name: string; blob: Blob; base?: BaseFile; packed?: string }
  | { kind: 'folder'; name: string; files: readonly FolderFile[] }
)
  & ReadAs & { served?: true };

/** The packed file on which a case stands; `sha256`: see `CaseBase`. A packed file that is opened alone has its own in `packed`. */
export interface BaseFile {
  readonly name: string;
  readonly blob: Blob;
  readonly sha256: string;
}

/** What a case stands on, and whether that is open with it. */
export type StandsOn = CaseBase & { readonly there: boolean };

/** What the page's own server was given to be opened. */
export interface ServedData {
  readonly name: string;
  /** How long the server may take to answer a question about them, in ms; absent where it does not say. */
  readonly patience?: number;
  /** Its files as they are now. Rejects where the server does not answer. */
  fetch(signal?: AbortSignal): Promise<UserSource | ServerSource>;
}

/** A file of a folder: its name with the path to it. Its bytes stay where they are until they are read. */
export interface FolderFile {
  readonly name: string;
  readonly blob: Blob;
  /** Where the browser lets the page write into it: how. It stays on the page. */
  readonly handle?: unknown;
}

/** How much there is to read of it, in bytes. */
export function sizeOf(source: UserSource): number {
  return source.kind === 'folder' ? source.files.reduce((n, { blob }) => n + blob.size, 0) : source.blob.size;
}

/** What a file is by its content, before it is opened. */
export interface FileLook {
  /** The id of the likeliest format; of several files of one that is published as a folder. Absent where none claims it. */
  format?: string;
  /** Of several files: the one among them that is of any format, where it is only one. */
  only?: FolderFile;
  /** Of several files: the names of those that are of no format. */
  unknown?: readonly string[];
  /** Another format is nearly as likely, or this one is not very. */
  doubtful: boolean;
  /** Of tables: what they hold and what they seem to mean. */
  preview?: TablePreview;
  /** How much of the file was looked at, 0–1. */
  seen: number;
}

/** What a file holds, without its head; of a case its charts as well. */
export interface FileRead {
  part: DatasetPart;
  report: Report;
  charts?: readonly CaseChart[];
}

/** Looks at files before they are opened, off the page's own thread. */
export interface FileService {
  /** What a file is; read as the format and by the mapping that it brings, if it brings any. */
  look(source: UserSource, ask?: CallOptions): Promise<FileLook>;
  /** Reads it to the end for its report alone. */
  count(source: UserSource, ask?: CallOptions): Promise<Report>;
  /** Reads it to the end: what it holds, without its head. */
  read(source: UserSource, ask?: CallOptions): Promise<FileRead>;
  /** Reads it to the end, and says what differs from what is open. */
  compare(task: FileComparisonTask, ask?: CallOptions): Promise<FileComparison>;
  /** Brings what is open and what was done to its file meanwhile together. */
  merge(task: FileMergeTask, ask?: CallOptions): Promise<FileMerge>;
  /** The ticks of a check sheet. */
  ticks(source: UserSource, ask?: CallOptions): Promise<CheckSheetReading>;
}

/** What is to be written, and as what. */
export interface WriteTask {
  /** The id of a format that can be written. */
  format: string;
  /** A part in place of everything that is open. */
  dataset?: Dataset;
  /** Where entities are drawn, for formats that have positions. */
  positions?: ReadonlyMap<string, Position>;
  /** The charts of a case, for the format that has them. */
  charts?: readonly CaseChart[];
  /** The captured files that are at hand, by SHA-256, for the case with its files. */
  files?: ReadonlyMap<string, Blob>;
  /** Title and the like, where they are others than those of what was opened. */
  head?: DatasetHead;
}

/** A file as it was written, and what its format could not hold. */
export interface WrittenFile {
  blob: Blob;
  issues: Issue[];
}

/** The store of what is open, which writes it as well, off the page's own thread. */
export type OpenStore = GraphStore & { write(task: WriteTask, ask?: CallOptions): Promise<WrittenFile> };

/** What came of opening a source. Without `opened` nothing was replaced, and `report` says why. */
export interface StoreOpening {
  opened?: {
    store: OpenStore;
    description: DatasetDescription;
    /** Everything in it, where it is small enough to come along at once. */
    part?: DatasetPart;
    /** Of several files: where the entities of each after the first begin in the dataset. */
    starts?: readonly number[];
    /** Of a bundled case: its named views, laid out. */
    perspectives?: readonly PerspectiveChart[];
    /** Of a file of another tool: the views that it draws, in its own units. */
    views?: readonly PerspectiveChart[];
    /** The file was a snapshot: the chart as it was frozen. */
    snapshot?: Snapshot;
    /** The file was a case that stands on a base. */
    base?: StandsOn;
    /** The file was a packed one, which is known again by this. */
    packed?: string;
    /** The file was a case: its charts. */
    charts?: readonly CaseChart[];
    /** The captured files that it carries, by SHA-256. */
    files?: ReadonlyMap<string, Blob>;
  };
  report: Report;
}

/** The layouts of `drawing`, off the page's own thread. A cancelled one rejects with the signal's reason. */
export interface LayoutService {
  organic(request: Omit<LayoutRequest, 'onProgress'>, ask?: CallOptions): Promise<ReadonlyMap<string, Position>>;
  /** One route: A left, B right, hops in columns. */
  route(request: Omit<RouteLayoutRequest, 'onProgress'>, ask?: CallOptions): Promise<ReadonlyMap<string, Position>>;
  /** Holdings, owners above what they own. */
  layered(request: Omit<LayoutRequest, 'onProgress'>, ask?: CallOptions): Promise<ReadonlyMap<string, Position>>;
  /** A picture that a file of another tool draws, with our boxes. */
  asGiven(request: Omit<GivenLayoutRequest, 'onProgress'>, ask?: CallOptions): Promise<ReadonlyMap<string, Position>>;
  dispose(): void;
}

/** What is kept between visits, by key; values are what structured cloning takes. */
export interface Keep {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** The keys of everything that is kept, in no order. */
  keys(): Promise<string[]>;
}

/** Small settings that must be there before the first paint (theme, panels); null where none was kept. */
export interface Settings {
  get(key: string): string | null;
  set(key: string, value: string): void;
  delete(key: string): void;
  keys(): string[];
}

/** The tabs of the browser that show this page. They share `Keep` and `Settings`. */
export interface Tabs {
  /** The name of this tab, the same after a reload. A duplicated tab has a name of its own; `from` is the tab that it was copied from. */
  own(): Promise<{ id: string; from?: string }>;
  /** The names of all tabs that are open now; nothing where the browser does not tell. */
  open(): Promise<ReadonlySet<string> | undefined>;
  /**
   * Holds the work of an opening (its stamp) for this tab alone, until `release` or the end of the page. False where another has it;
   * `seize` takes it from one that does not answer. True for all where the browser has no such locks.
   */
  hold(stamp: string, seize?: boolean): Promise<boolean>;
  release(stamp: string): void;
  /** Says something to all other tabs. */
  say(message: TabMessage): void;
  /** Hears what other tabs say, and which work was seized from this one. Returns how to stop. */
  onSaid(listener: (message: TabMessage) => void): () => void;
}

/**
 * What tabs say to one another of the work of an opening: a tab works on it from now on (`holds`); it wants it (`wants`); it has kept all
 * of it under this key and let go of it (`gives`).
 */
export interface TabMessage {
  readonly stamp: string;
  readonly says: 'holds' | 'wants' | 'gives';
  readonly key?: string;
}

/** What the browser remembers of a place among those that Back and Forward go to, over a reload as well. */
export interface HistoryEntry {
  /** The name of the place, in this tab. */
  readonly key: string;
  /** The opening whose view it shows: the name by which its data is kept. */
  readonly stamp: string;
}

/** The address bar. `query` is what follows the "?", `fragment` what follows the "#", without either. */
export interface Address {
  query(): string;
  fragment(): string;
  /** What is remembered of the place; nothing where it was come to by a link. */
  entry(): HistoryEntry | undefined;
  /** The whole link, to copy. */
  link(query: string, fragment: string): string;
  /** A new place after this one, or another address for this one; neither has a fragment. */
  push(query: string, entry: HistoryEntry): void;
  replace(query: string, entry: HistoryEntry): void;
  /** Told when the user has gone back or forward, or to another link. Returns how to stop listening. */
  onMove(listener: () => void): () => void;
}

/** How a picture is to look, and which picture of the snapshot it is. */
export type SnapshotOptions = PictureOptions & Pick<RenderOptions, 'leaf'>;

/** A picture as it will be saved, to be looked at. */
export interface PicturePreview extends Pick<RenderedPicture, 'width' | 'height' | 'scale'> {
  readonly blob: Blob;
}

/** What is saved of what is seen: a snapshot in one of its forms, or a report as a document. */
export type SnapshotKind = PublishedKind | `report.${ReportKind}`;

/** What will be saved, to be looked at: pictures, or the beginning of a text; neither where there is nothing to see. */
export interface SnapshotPreview {
  readonly pictures: readonly PicturePreview[];
  readonly text?: string;
}

/** A file to hand to the user. */
export interface OutputFile {
  name: string;
  blob: Blob;
}

/** What tells one state of a file on disk from another: when it was written last, in ms since 1970, and its size in bytes. */
export interface FileState {
  readonly lastModified: number;
  readonly size: number;
}

/** A file of the user's that the page may read and write where it lies. */
export interface OwnFile {
  readonly name: string;
  /** As the browser hands it over; `Keep` keeps it over a reload. */
  readonly handle: unknown;
  /** Whether it may be written; `ask`: the user is asked, which browsers allow only at a click or a key. */
  allowed(ask: boolean): Promise<boolean>;
  /** As it is now. Rejects where it was moved or deleted. */
  read(): Promise<Blob & FileState>;
  /** Writes all of it and gives its state; where it was changed since `seen`, nothing is written and nothing given. */
  write(blob: Blob, seen?: FileState): Promise<FileState | undefined>;
}

/** How the page is let into files of the user's. */
export interface OwnFiles {
  /** The user says where to save under this name, or lets it be. Browsers allow it only at a click or a key. */
  choose(name: string): Promise<OwnFile | undefined>;
  /** The user picks a case file to work in, or lets it be. */
  pick(): Promise<OwnFile | undefined>;
  /** What was kept of one, or came with a file that was dropped; nothing where it cannot be written. */
  kept(handle: unknown): Promise<OwnFile | undefined>;
}

/** The page around the application. */
export interface Page {
  copy(text: string): Promise<void>;
  save(file: OutputFile): void;
  /** Told when the page may not come back: hidden, closed, moved away from. Returns how to stop listening. */
  onLeave(listener: () => void): () => void;
}

/** Registers of others that may be asked, by the page's own server. Nothing of this asks a register before `post` is called. */
export interface Registers {
  /** Their addresses; none where the page's server asks none. */
  services(signal?: AbortSignal): Promise<readonly string[]>;
  /** Sends a form to one of them, an empty one for its manifest. */
  post(service: string, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RegisterReply>;
}

/** Everything that the application takes from outside, so that it runs in a browser and in a test alike. */
export interface WorkspaceDeps {
  /**
   * Each opening gives a store of its own, which the caller closes. Rejects only when cancelled or where a bundled case cannot be fetched.
   */
  openStore(source: DataSource, ask: CallOptions): Promise<StoreOpening>;
  files: FileService;
  layout: LayoutService;
  renderSnapshot(snapshot: Snapshot, kind: SnapshotKind, options: SnapshotOptions, ask: CallOptions): Promise<Blob>;
  /** A story as its page or its slides. */
  renderStory(dataset: Dataset, story: Story, kind: StoryKind, ask: CallOptions): Promise<Blob>;
  /** Two states side by side, as a page or a picture. */
  renderComparison(input: ComparisonInput, kind: ComparisonKind, ask: CallOptions): Promise<Blob>;
  /** A timeline as a picture, page or table. */
  renderTimeline(input: TimelineInput, kind: TimelineKind, theme: 'light' | 'dark', ask: CallOptions): Promise<Blob>;
  /** What pictures a snapshot will be written as, none wider than so many pixels where they are painted. */
  previewPictures(
    snapshot: Snapshot, kind: 'png' | 'svg', widest: number, options: SnapshotOptions, ask: CallOptions,
  ): Promise<PicturePreview[]>;
  keep: Keep;
  settings: Settings;
  tabs: Tabs;
  registers: Registers;
  address: Address;
  page: Page;
  /** Absent where the browser lets no page write into files of the user's. */
  ownFiles?: OwnFiles;
  /** Opens in place of the first bundled case. */
  served?: ServedData;
  /** The page was loaded again, not come to by a link. */
  reloaded: boolean;
  /** Milliseconds since the beginning of 1970, UTC. */
  now(): number;
  /** Resolves after that many milliseconds; rejects with the signal's reason when cancelled. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** The bundled cases, the one that opens by itself first. */
  bundled: readonly BundledCase[];
}

export interface BundledCase {
  readonly name: string;
  readonly title: string;
}

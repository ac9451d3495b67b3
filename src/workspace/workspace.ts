import type { Entity } from '../model';
import type { StoreApi } from 'zustand/vanilla';
import type { RowsAnswer, RowsQuestion, SearchHit } from '../store';
import type { commands, CommandArguments, CommandId } from './commands';
import type { WorkspaceEvents } from './events';
import type { ViewLink } from './address';
import type { EarlierWork } from './persistence';
import type { BundledCase, SnapshotPreview } from './platform';
import type { KeyPress, Where } from './shortcuts/matchShortcut';
import type { SnapshotRequest, WithheldTexts } from './snapshot';
import type { WorkspaceState } from './state';

/** The application without a framework: what is shown, what can be done, and what the views are asked for. */
export interface Workspace {
  readonly state: StoreApi<WorkspaceState>;
  readonly events: WorkspaceEvents;
  readonly commands: typeof commands;
  readonly bundledCases: readonly BundledCase[];
  /** Whether the browser lets the page write into files of the user's. */
  readonly ownFiles: boolean;
  /**
   * Does a command. Resolves when it is done; what goes wrong is told as a notice and does not reject. Without an
   * argument a command that is not enabled does nothing.
   */
  run<Id extends CommandId>(id: Id, ...argument: CommandArguments<Id>): Promise<void>;
  /** Does what a key press means; false where it means nothing here. */
  press(key: KeyPress, where: Where): boolean;
  /** Finds entities by name, for a field of its own. A cancelled or failing search finds nothing. */
  search(text: string, signal?: AbortSignal): Promise<SearchHit[]>;
  /** A page of the rows of all the data. Rejects with the signal's reason, and where the data cannot be asked. */
  rows(question: RowsQuestion, signal: AbortSignal): Promise<RowsAnswer>;
  /** Who is hidden and named all the same in the words of what a snapshot would hold. */
  hiddenAndNamed(): Promise<readonly Entity[]>;
  /** What a snapshot of what is seen will be. Rejects with the signal's reason, and where it cannot be drawn so. */
  previewSnapshot(request: SnapshotRequest, signal: AbortSignal): Promise<SnapshotPreview>;
  /** The texts of a snapshot that name what is withheld, those of them that nobody decided on, and what could still give it away. */
  withheldTexts(request: SnapshotRequest): Promise<WithheldTexts>;
  /** The work that is kept in this browser besides what is in hand here, of all its tabs, the latest first; `reopen` opens one by key. */
  earlierWork(): Promise<EarlierWork[]>;
  /** A file that a source was read from, by its SHA-256, where this browser keeps it. */
  capturedFile(sha256: string): Promise<Blob | undefined>;
  /** The link to what is shown, its chart included; nothing unless an included case is open. */
  viewLink(): Promise<ViewLink | undefined>;
  /** Told by the canvas: width over height of its room, for layouts to come. */
  setAspect(aspect: number): void;
  /** Resolves when the first dataset is on screen, or could not be brought there and the user was told. */
  readonly ready: Promise<void>;
  dispose(): void;
}

export * from './state';
export * from './platform';
export { CancelledError, NothingOpenError } from './session';
export type { Workspace } from './workspace';
export type { EarlierWork } from './persistence';
export { createWorkspace } from './createWorkspace';
export { browserPlatform, type BrowserParts } from './browserPlatform';
export {
  commandGroups, commandIds, commands, EXPANDS_BY, figureNames, shownConnection, SPEEDS,
  type Command, type CommandArguments, type CommandGroup, type CommandId, type FilterList, type Judgement, type Moves,
} from './commands';
export { matchShortcut, type KeyPress, type Where } from './shortcuts/matchShortcut';
export type { WorkspaceEvent, WorkspaceEventMap, WorkspaceEvents } from './events';
export * from './selectors';
export { notesAt, type Removal } from './editing';
export type { SourceFields } from './entering';
export type { ClaimRef, RecordRef } from './commands';
export { messageOf, setsAside, UnknownPerspectiveError } from './queries';
export { publishedAnswer, publishedPart, snapshotOf, titleOf, type SnapshotRequest } from './snapshot';
export { LARGEST_WRITTEN, NotWritableError, TooMuchToWriteError, type ExportRequest } from './exporting';
export { asRole, missingIn, withDetail, withMeaning, type ColumnDetail, withTable, withValue, type Reshaping } from './mapping';
export { inBoxOf } from './chart';
export { isLinkable, LONGEST_LINK, queryOf, viewOf, type AddressedView, type ViewLink } from './address';
export { UnknownCaseError, type OpenableFile } from './loading';

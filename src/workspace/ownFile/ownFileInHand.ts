import type { DatasetHead } from '../../model';
import type { FileState, OwnFile } from '../platform';
import type { WorkspaceState } from '../state';

/** The user's own file that the work is saved in. */
export interface OwnFileInHand {
  readonly file: OwnFile;
  /** What it held when the work was saved in it or opened from it last: what both sides went on from. Absent before the first time. */
  base?: Blob;
  /** Its state on disk then. */
  seen?: FileState;
  /** Title and the like that were taken from the file since it was opened. */
  head?: DatasetHead;
  /** What of the work was written then: where it is still the same, there is nothing to save. */
  written?: Pick<WorkspaceState, 'edits' | 'chart'>;
  /** The saving under way, after which the next begins. */
  under?: Promise<void>;
}

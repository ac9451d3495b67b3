import type { WorkspaceState } from '../state';

/** Whether what is open is the user's own: a case, or data with edits. Anything else is looked at. */
export function isOwnWork({ edits, dataset }: Pick<WorkspaceState, 'edits' | 'dataset'>): boolean {
  return edits.size > 0 || dataset?.charts !== undefined;
}

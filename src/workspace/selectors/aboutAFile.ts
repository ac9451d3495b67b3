import type { WorkspaceState } from '../state';

/** Whether there is something to be said or asked about a file, in a dialog before everything else. */
export function aboutAFile({ report, reading, saved }: WorkspaceState): boolean {
  return report !== undefined || reading !== undefined || saved !== undefined;
}

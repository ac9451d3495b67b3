import type { WorkspaceState } from '../state';

/** The entity that commands like "trace from here" mean. */
export function selectedEntity({ selection }: WorkspaceState): string | undefined {
  return selection?.kind === 'entity' ? selection.id : undefined;
}

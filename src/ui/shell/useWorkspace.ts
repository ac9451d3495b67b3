import { createContext, useCallback, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { sentencesOf, type Sentences } from '../../drawing';
import type { Records, Workspace, WorkspaceState } from '../../workspace';

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('The screen was drawn outside of a workspace.');
  return workspace;
}

/** A piece of what is shown. Select narrowly: a component draws again when its piece is another object. */
export function useShown<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().store, select);
}

/** Does a command, by its name. */
export function useRun(): Workspace['run'] {
  return useWorkspace().run;
}

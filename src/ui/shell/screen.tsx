import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Workspace } from '../../workspace';
import { App } from './App';
import { WorkspaceContext } from './useWorkspace';

/** Draws the screen of a workspace in place of the skeleton that the page came with. */
export function drawScreen(root: HTMLElement, workspace: Workspace): void {
  createRoot(root).render(
    <StrictMode>
      <WorkspaceContext value={workspace}>
        <App />
      </WorkspaceContext>
    </StrictMode>,
  );
}

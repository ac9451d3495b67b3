import { afterEach } from 'vitest';
import { createWorkspace, type Workspace } from '..';
import { testPlatform, type TestPlatform } from './testPlatform';

const open: Workspace[] = [];
afterEach(() => open.splice(0).forEach((w) => w.dispose()));

/** A workspace that is ready, on a platform for tests; let go of after the test. */
export async function begin(platform: TestPlatform = testPlatform()) {
  const workspace = createWorkspace(platform);
  open.push(workspace);
  await workspace.ready;
  return { workspace, platform, state: () => workspace.state.getState() };
}

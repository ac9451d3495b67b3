import type { Workspace } from '../../workspace';

type Shade = 'light' | 'dark';

/**
 * Says the chosen theme on the page, and the one that results from it to the chart: now, and whenever the user or the system changes it.
 */
export function followTheme(workspace: Workspace, begin: (theme: Shade) => (theme: Shade) => void): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => workspace.state.getState().view.theme;
  const resulting = (): Shade => {
    const theme = chosen();
    return theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
  };
  const say = () => {
    const theme = chosen();
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  say();
  const change = begin(resulting());
  const follow = () => {
    say();
    change(resulting());
  };
  system.addEventListener('change', follow);
  workspace.state.subscribe((now, before) => now.view.theme !== before.view.theme && follow());
}

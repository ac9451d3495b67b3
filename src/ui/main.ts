import { mountChart, type MountedChart } from '../canvas';
import { browserPlatform, createWorkspace } from '../workspace';
import { chartFrame, chartHost } from './chart/chartHost';

const workspace = createWorkspace(
  browserPlatform({
    assets: async () => (await import('./browserAssets')).browserAssets(),
    canvas: async (...size) => (await import('./browserCanvas')).browserCanvas(...size),
  }),
);

document.getElementById('chart-start')!.append(chartFrame());
let chart: MountedChart;
followTheme((theme) => {
  chart = mountChart(chartHost(), workspace, { label: 'Chart', theme, padding: { top: 8, right: 20, bottom: 16, left: 20 } });
  return (next) => chart.setTheme(next);
});

// In a narrow window panels lie over the chart, so that it begins without them.
if (matchMedia('(width < 860px)').matches) void workspace.run('toggleLeft', false);

// The case comes first: the panels around it are fetched and drawn after its first frame, or when it takes long.
const LONG = 2500;
const firstFrame = workspace.ready.then(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
const late = new Promise((resolve) => setTimeout(resolve, LONG));
void Promise.race([firstFrame, late])
  .then(() => import('./shell/screen'))
  .then(({ drawScreen }) => drawScreen(document.getElementById('root')!, workspace))
  .then(() => import('./look/scriptFonts'))
  .then(({ addScriptFonts }) => {
    addScriptFonts();
    chart.refresh();
  })
  .then(() => workspace.ready)
  .then(async () => {
    if (workspace.state.getState().dataset?.onServer) await (await import('./shell/everyPanel')).fetchEveryPanel();
  });

type Shade = 'light' | 'dark';

/**
 * Says the chosen theme on the page, and the one that results from it to the chart: now, and whenever the user or the system changes it.
 */
function followTheme(begin: (theme: Shade) => (theme: Shade) => void): void {
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

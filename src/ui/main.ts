import { mountChart, type MountedChart } from '../canvas';
import { browserPlatform, createWorkspace } from '../workspace';
import { chartFrame, chartHost } from './chart/chartHost';
import { followTheme } from './shell/followTheme';

const workspace = createWorkspace(
  browserPlatform({
    assets: async () => (await import('./browserAssets')).browserAssets(),
    canvas: async (...size) => (await import('./browserCanvas')).browserCanvas(...size),
  }),
);

document.getElementById('chart-start')!.append(chartFrame());
let chart: MountedChart;
followTheme(workspace, (theme) => {
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
  });

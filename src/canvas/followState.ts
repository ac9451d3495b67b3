import type { Scene, SceneInput } from '../drawing';
import {
  activeRoute, asDrawn, drawnComparison, drawnOwnership, emphasis, sceneInput, selectedBoxes, type Workspace, type WorkspaceState,
} from '../workspace';
import type { Chart } from './chart';
import type { Projection } from './projection';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Keeps a chart in step with the workspace's state, from now on. One that was sketched leaves the performance mark
 * `throughline:placed` once it is placed. Returns how to stop.
 */
export function followState(workspace: Workspace, chart: Chart, projection: Projection): () => void {
  let shown: SceneInput | undefined;
  let before: WorkspaceState | undefined;
  let ringed: ReadonlySet<string> = NOTHING;
  let notes: WorkspaceState['notes'] | undefined;
  const refine = (scene: Scene) => {
    chart.refine(scene);
    performance.mark('throughline:placed');
  };
  const show = (state: WorkspaceState) => {
    const input = sceneInput(state);
    if (input !== shown) chart.show(projection.scene(input, refine));
    const noted = drawnOwnership(state) ? undefined : state.notes;
    if (noted !== notes) chart.showNotes([...((notes = noted)?.values() ?? [])]);
    if (state.hover !== before?.hover) chart.hover(state.hover && asDrawn(state, state.hover));
    const selected = selectedBoxes(state);
    if (selected !== ringed && selected.size + ringed.size > 0) chart.showSelected((ringed = selected));
    const earlier = before;
    // Where the camera goes is told to the workspace, whose next state is compared with this one.
    shown = input;
    before = state;
    look(chart, state, earlier);
  };
  show(workspace.state.getState());
  const stop = workspace.state.subscribe(show);
  return () => {
    stop();
    projection.stop();
  };
}

/**
 * Where the camera goes: to the part of the chart that a link, a file or kept work was left at;
 * another dataset, view or layout is fitted, what is newly unfolded, highlighted or selected comes into view.
 */
function look(chart: Chart, state: WorkspaceState, before: WorkspaceState | undefined): void {
  const [drawn, drewBefore] = [state.chart.positions.size > 0, (before?.chart.positions.size ?? 0) > 0];
  const opened = drawn && (!drewBefore || state.dataset?.description.id !== before?.dataset?.description.id);
  const { camera } = state;
  if (opened) return camera ? chart.lookAt(camera) : chart.fit(undefined, false);
  if (!before) return;
  if (camera !== before.camera && !chart.isAt(camera)) return camera ? chart.lookAt(camera) : chart.fit();
  const { layout, perspective } = state.chart;
  const compared = drawnComparison(state)?.part !== drawnComparison(before)?.part;
  const turned = compared || drawnOwnership(state) !== drawnOwnership(before);
  const another = turned || layout !== before.chart.layout || (perspective !== undefined && perspective !== before.chart.perspective);
  if (another) return chart.fit();
  const unfolded = [...state.chart.expanded].find(([id]) => !before.chart.expanded.has(id));
  if (unfolded) return chart.reveal([unfolded[0], ...unfolded[1]].map((id) => asDrawn(state, { kind: 'entity', id })));
  const { route } = emphasis(state);
  if (route && activeRoute(state) !== activeRoute(before)) chart.reveal(route.entities.map((id) => ({ kind: 'entity', id })));
  else if (state.selection && state.selection !== before.selection) chart.reveal([asDrawn(state, state.selection)]);
}

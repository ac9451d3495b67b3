import { useRun, useShown } from './useWorkspace';

/** In narrow windows: which sheet lies over the chart. */
export function PanelSwitch() {
  const left = useShown((s) => s.view.left);
  const right = useShown((s) => s.view.right && s.selection !== undefined);
  const selected = useShown((s) => s.selection !== undefined);
  const run = useRun();
  return (
    <nav className="panel-switch" aria-label="Panels">
      <button type="button" className="panel-tab" aria-pressed={left} onClick={() => run('toggleLeft')}>Ask</button>
      <button type="button" className="panel-tab" aria-pressed={!left && !right} onClick={() => run('closePanels')}>Chart</button>
      <button type="button" className="panel-tab" aria-pressed={right} disabled={!selected} onClick={() => run('toggleRight')}>Look</button>
    </nav>
  );
}

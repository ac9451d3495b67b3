import { useEffect } from 'react';
import { useRun, useShown, useWorkspace } from './useWorkspace';

/** Where panels lie over the chart; look/shell.css says the same. */
const NARROW = '(width < 860px)';

/** In narrow windows: which sheet lies over the chart. What is newly selected brings its sheet. */
export function PanelSwitch() {
  const left = useShown((s) => s.view.left);
  const right = useShown((s) => s.view.right && s.selection !== undefined);
  const selected = useShown((s) => s.selection !== undefined);
  const run = useRun();
  const { state } = useWorkspace();
  useEffect(
    () =>
      state.subscribe((now, before) => {
        if (!now.selection || now.selection === before.selection || !matchMedia(NARROW).matches) return;
        void run('toggleLeft', false);
        void run('toggleRight', true);
      }),
    [state, run],
  );
  const show = (asking: boolean, looking: boolean) => {
    void run('toggleLeft', asking);
    void run('toggleRight', looking);
  };
  return (
    <nav className="panel-switch" aria-label="Panels">
      <button type="button" className="panel-tab" aria-pressed={left && !right} onClick={() => show(!left || right, false)}>Ask</button>
      <button type="button" className="panel-tab" aria-pressed={!left && !right} onClick={() => show(false, false)}>Chart</button>
      <button type="button" className="panel-tab" aria-pressed={right} disabled={!selected} onClick={() => show(false, !right)}>
        Details
      </button>
    </nav>
  );
}

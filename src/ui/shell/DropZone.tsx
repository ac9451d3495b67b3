import { useEffect, useState } from 'react';
import { droppedFiles } from './droppedFiles';
import { useRun, useShown } from './useWorkspace';

type Zone = 'instead' | 'beside';

/** How much of the window's width, from the right, opens a file beside what is open. */
const BESIDE = 1 / 3;

/** Takes files and folders that are dropped on the window: most of it opens them, the right third adds them to the chart. */
export function DropZone() {
  const run = useRun();
  const [over, setOver] = useState<Zone>();
  const open = useShown((s) => s.dataset !== undefined);
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const zoneAt = ({ clientX }: DragEvent): Zone => (open && clientX > window.innerWidth * (1 - BESIDE) ? 'beside' : 'instead');
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(zoneAt(event));
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(undefined);
    };
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(zoneAt(event));
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(undefined);
      const zone = zoneAt(event);
      void droppedFiles(event.dataTransfer!).then((files) => run(zone === 'beside' ? 'addFiles' : 'openFiles', files));
    };
    const handlers = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name as 'drop', handler);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name as 'drop', handler);
    };
  }, [run, open]);
  if (!over) return null;
  return (
    <div className="drop-shade">
      <p className="drop-text" data-over={over === 'instead' || undefined}>
        <b>Drop to open</b> a dataset, a snapshot, or a file or folder of another tool, in place of what is open. It stays on this machine.
      </p>
      {open && (
        <p className="drop-text drop-beside" data-over={over === 'beside' || undefined}>
          <b>Add to this chart</b> and see who may be the same.
        </p>
      )}
    </div>
  );
}

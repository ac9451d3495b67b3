import { useEffect, useMemo, useRef } from 'react';
import { paintPicture, paintStyle, palettes, sceneMarks, type Rect, type Scene, type SceneBox } from '../../drawing';
import type { Position } from '../../model';
import { overviewScene } from '../../workspace';
import { useRun } from '../shell/useWorkspace';
import { useShade } from './useShade';
import type { OverviewAnswer } from './GroupList';
import { useHere } from './useHere';

/** The least size at which names can be read; a map that is larger then is scrolled. */
const SMALLEST = 0.75;

interface Props {
  answer: OverviewAnswer;
  positions: ReadonlyMap<string, Position>;
}

/** The groups as boxes, and the largest ties between them. A press on a box opens its group; the list beside it does the same by keys. */
export function OverviewMap({ answer, positions }: Props) {
  const here = useHere(answer.by);
  const scene = useMemo(() => overviewScene(answer, positions, here), [answer, positions, here]);
  const { width, height } = scene.bounds;
  const shade = useShade();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const paint = () => paintOn(canvas.current!, scene, shade);
    paint();
    // Names in other scripts are drawn again when their fonts have come.
    document.fonts.addEventListener('loadingdone', paint);
    return () => document.fonts.removeEventListener('loadingdone', paint);
  }, [scene, shade]);
  return (
    <div className="overview-map" tabIndex={0} role="region" aria-label="Map of the groups">
      <div className="overview-paper" style={{ width: width * SMALLEST, aspectRatio: `${width} / ${height}` }}>
        <canvas ref={canvas} className="overview-canvas" aria-hidden />
        {scene.boxes.map((box, i) => <BoxButton key={box.entity} box={box} bounds={scene.bounds} group={i} />)}
      </div>
    </div>
  );
}

/** Pixels to a chart unit on the canvas, whatever the screen. */
const SHARPNESS = 2;

function paintOn(canvas: HTMLCanvasElement, scene: Scene, shade: 'light' | 'dark'): void {
  canvas.width = Math.ceil(scene.bounds.width * SHARPNESS);
  canvas.height = Math.ceil(scene.bounds.height * SHARPNESS);
  paintPicture(canvas.getContext('2d')!, sceneMarks(scene), scene.bounds, paintStyle(palettes[shade], Path2D), SHARPNESS);
}

/** What is pressed where a box is drawn. The list beside the map is what keys and screen readers go through. */
function BoxButton({ box, bounds, group }: { box: SceneBox; bounds: Rect; group: number }) {
  const run = useRun();
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  const at = {
    left: percent(box.x - box.width / 2 - bounds.x, bounds.width), top: percent(box.y - box.height / 2 - bounds.y, bounds.height),
    width: percent(box.width, bounds.width), height: percent(box.height, bounds.height),
  };
  return (
    <button
      type="button" className="overview-box" style={at} title={box.sentence} tabIndex={-1} aria-hidden
      onClick={() => void run('openGroup', group)}
    />
  );
}

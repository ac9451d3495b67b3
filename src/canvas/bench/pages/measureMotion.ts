import type { Rect, Scene } from '../../../drawing';

export type Motion = 'pan' | 'zoom' | 'drag';

const FRAMES = 120;
/** A painter that needs longer than this for its frames has shown enough of them, in ms. */
const ENOUGH = 8000;
/** Long enough for every painter to come to rest after a motion. */
const REST = 1200;

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, REST));

/** What is seen now, in chart units, and how to see everything again. */
export interface Camera {
  extent(): Rect;
  fit(): void;
}

/** The times between frames, in ms, while one pointer event a frame pans, zooms and drags as a hand would. */
export async function measureMotion(scene: Scene, { extent, fit }: Camera): Promise<Record<Motion, number[]>> {
  const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
  const mouse = (type: string, x: number, y: number) =>
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, buttons: type === 'mouseup' ? 0 : 1, view: window }),
    );
  const settled = () => {
    fit();
    return rest();
  };
  const drawn = async (from: { x: number; y: number }) => {
    mouse('mousedown', from.x, from.y);
    const times = await timed((i) => mouse('mousemove', from.x + 150 * Math.sin(i / 18), from.y + i));
    mouse('mouseup', from.x, from.y + FRAMES);
    await settled();
    return times;
  };
  await settled();
  const pan = await drawn(onScreen({ x: scene.bounds.x, y: scene.bounds.y }, extent()));
  const zoom = await timed((i) =>
    target.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true, cancelable: true, clientX: innerWidth / 2, clientY: innerHeight / 2, deltaY: i < FRAMES / 2 ? -20.5 : 20.5,
        view: window,
      }),
    ),
  );
  await settled();
  const drag = await drawn(onScreen(scene.boxes[Math.floor(scene.boxes.length / 2)]!, extent()));
  return { pan, zoom, drag };
}

async function timed(step: (i: number) => void): Promise<number[]> {
  const times: number[] = [];
  let last = await frame();
  const began = last;
  for (let i = 0; i < FRAMES && last - began < ENOUGH; i++) {
    step(i);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}

/** A point of the chart in px. The corner of a scene's bounds is empty: they have a margin. */
function onScreen({ x, y }: { x: number; y: number }, extent: Rect): { x: number; y: number } {
  return { x: ((x - extent.x) / extent.width) * innerWidth, y: ((y - extent.y) / extent.height) * innerHeight };
}

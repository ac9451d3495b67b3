import { createCanvas, Path2D } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import {
  buildScene, byDepth, dark, light, paintPicture, paintStyle, sceneMarks, withEmphasis,
  type Palette, type Scene,
} from '../../drawing';
import { testAnswer, testDataset, testPositions } from '../../drawing/testing/testChart';
import { levelOfDetail } from './levelOfDetail';
import { paintEnclosures, paintParts } from './paintParts';
import type { StageStyle } from './stageStyle';

const enclosures = [{ venture: 'cheo', members: ['otmt', 'kptc'] }];
const plain = buildScene({ part: testDataset, positions: new Map(Object.entries(testPositions)), pinned: new Set(['cheo']), enclosures });
const route = testAnswer.routes[1]!;
const traced = withEmphasis(plain, {
  selection: { kind: 'entity', id: 'panda' }, ringed: ['otmt'],
  route: { entities: route.entities, relationships: route.hops.flatMap((h) => h.relationships.map((r) => r.id)) },
});

/** A picture lays paper under every box, the screen under pale ones alone: smoothed edges differ by up to so much of 255. */
const SMOOTHING = 8;

/** The pixels of a scene on paper. */
function pixels({ bounds }: Scene, palette: Palette, paint: (context: CanvasRenderingContext2D) => void): Uint8ClampedArray {
  const context = createCanvas(bounds.width, bounds.height).getContext('2d') as unknown as CanvasRenderingContext2D;
  context.translate(-bounds.x, -bounds.y);
  context.fillStyle = palette.paper;
  context.fillRect(bounds.x, bounds.y, bounds.width, bounds.height);
  paint(context);
  return context.getImageData(0, 0, bounds.width, bounds.height).data;
}

test.each([
  ['plain', plain], ['with a route, a ring and a selection', traced],
] as const)('a chart %s has on the screen the pixels that it has in a picture, in both themes', (_, scene) => {
  for (const palette of [light, dark]) {
    const style = paintStyle(palette, Path2D);
    const onScreen = pixels(scene, palette, (context) => {
      paintEnclosures(context, scene, style as StageStyle);
      paintParts(context, { boxes: byDepth(scene.boxes), lines: byDepth(scene.lines) }, style as StageStyle, levelOfDetail(1));
    });
    const inPicture = createCanvas(scene.bounds.width, scene.bounds.height).getContext('2d');
    paintPicture(inPicture, sceneMarks(scene), scene.bounds, style, 1);
    const other = inPicture.getImageData(0, 0, scene.bounds.width, scene.bounds.height).data;
    expect(onScreen.filter((value, i) => Math.abs(value - other[i]!) > SMOOTHING)).toHaveLength(0);
  }
});

import { expect, test } from 'vitest';
import { testDataset, testPositions } from '../testing/testChart';
import { buildScene, sketchScene } from '.';

const positions = new Map(Object.entries(testPositions));
const input = { part: testDataset, positions };
const scene = buildScene(input);
const { relationships } = testDataset;
const lineOf = (id: string, { lines }: typeof scene) => lines.find((l) => l.relationship === id)!;
const without = (...ids: string[]) => ({ ...testDataset, relationships: relationships.filter((r) => !ids.includes(r.id)) });

test('a sketch has the boxes of the scene, and every line with its ends, status, width and mark', () => {
  const sketch = sketchScene(input);
  expect(sketch.boxes).toEqual(scene.boxes);
  const said = (l: (typeof scene.lines)[number]) => ({ ...l, start: 0, end: 0, control: 0, label: 0, mark: l.mark !== undefined });
  expect(sketch.lines.map(said)).toEqual(scene.lines.map(said));
  expect(sketch.lines.every((l) => l.label === undefined)).toBe(true);
  expect(sketch.lines.filter((l) => l.control).map((l) => l.relationship)).toEqual(['otmt-owns', 'otmt-finances']);
});

test('where nothing has changed a sketch is the scene before', () => {
  expect(sketchScene(input, scene)).toEqual(scene);
});

test('a box that was moved has straight lines without words, and everything else stays as it was', () => {
  const moved = new Map([...positions, ['kptc', { x: 700, y: 300 }]]);
  const sketch = sketchScene({ ...input, positions: moved }, scene);
  for (const line of sketch.lines) {
    if (line.from === 'kptc' || line.to === 'kptc') expect([line.control, line.label]).toEqual([undefined, undefined]);
    else expect(line).toEqual(lineOf(line.relationship, scene));
  }
  expect(lineOf('kptc-owns', sketch).start).not.toEqual(lineOf('kptc-owns', scene).start);
});

test('lines that went leave the others where they are; one that comes beside others is not drawn on them', () => {
  const fewer = sketchScene({ ...input, part: without('otmt-finances') }, scene);
  expect(lineOf('otmt-owns', fewer)).toEqual(lineOf('otmt-owns', scene));
  const alone = buildScene({ ...input, part: without('otmt-finances') });
  const again = sketchScene(input, alone);
  expect(lineOf('otmt-owns', again).start).not.toEqual(lineOf('otmt-finances', again).start);
  expect(lineOf('otmt-owns', again).control).not.toEqual(lineOf('otmt-finances', again).control);
});

test('a line keeps no words that it may not say any more, nor the way of another one of its name', () => {
  const changed = relationships.map((r) =>
    r.id === 'otmt-orabank' ? { ...r, share: 40 } : r.id === 'kptc-owns' ? { ...r, from: 'sawiris' } : r,
  );
  const sketch = sketchScene({ ...input, part: { ...testDataset, relationships: changed } }, scene);
  expect(lineOf('otmt-orabank', scene).label).toBeDefined();
  expect(lineOf('otmt-orabank', sketch).label).toBeUndefined();
  expect(lineOf('kptc-owns', sketch).start).not.toEqual(lineOf('kptc-owns', scene).start);
});

test('what held no more than possibly says so on the sketch as well', () => {
  const sketch = sketchScene({ ...input, possibly: new Set(['otmt-owns', 'exempts']) }, scene);
  expect(lineOf('otmt-owns', sketch).label).toMatchObject({ text: '', possibly: true });
  expect(lineOf('exempts', sketch).label).toMatchObject({ text: '', possibly: true });
});

test('the bounds hold what is sketched, and an emphasis is given to it', () => {
  const sketch = sketchScene({ ...input, emphasis: { selection: { kind: 'entity', id: 'panda' } } });
  expect(sketch.boxes.filter((b) => b.selected).map((b) => b.entity)).toEqual(['panda']);
  for (const { x, y } of sketch.boxes) expect(x > sketch.bounds.x && y > sketch.bounds.y).toBe(true);
});

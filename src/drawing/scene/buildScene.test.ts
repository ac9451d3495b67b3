import { expect, test } from 'vitest';
import { footnotesOf } from '../../wording';
import { lineMarks, lineSignMarks } from '../picture';
import { testAnswer, testDataset, testPositions } from '../testing/testChart';
import { buildScene, buildSceneStepwise, notesText } from '.';

const positions = new Map(Object.entries(testPositions));
const route = testAnswer.routes[1]!;
const emphasis = {
  selection: { kind: 'entity', id: 'panda' } as const,
  route: { entities: route.entities, relationships: route.hops.flatMap((h) => h.relationships.map((r) => r.id)) },
};
const scene = buildScene({ part: testDataset, positions });
const lineOf = (id: string, from = scene) => from.lines.find((l) => l.relationship === id)!;

test('a chart draws what it is given, each entity and relationship once', () => {
  expect(scene.boxes.map((b) => b.entity)).toEqual(testDataset.entities.map((e) => e.id));
  expect(scene.lines.map((l) => l.relationship)).toEqual(testDataset.relationships.map((r) => r.id));
});

test('an entity without a position is not drawn, nor is any relationship at it', () => {
  const without = new Map([...positions].filter(([id]) => id !== 'cheo'));
  const drawn = buildScene({ part: testDataset, positions: without });
  expect(drawn.boxes.some((b) => b.entity === 'cheo')).toBe(false);
  expect(drawn.lines.some((l) => l.from === 'cheo' || l.to === 'cheo')).toBe(false);
});

test('status, share and end of a relationship are seen on its line', () => {
  expect(lineOf('exempts')).toMatchObject({ status: 'disputed', mark: expect.any(Object) as unknown });
  expect(lineOf('huawei-denied').status).toBe('denied');
  expect(lineOf('otmt-owns').width).toBeGreaterThan(lineOf('kptc-owns').width);
  expect(lineOf('otmt-orabank')).toMatchObject({ ended: true, label: { text: 'owned · to 2016' } });
  expect(lineOf('huawei-panda').arrow).toBe(false);
});

test('a source that is set aside weakens what it alone confirmed', () => {
  expect(lineOf('cheo-operates').status).toBe('confirmed');
  expect(lineOf('cheo-operates', buildScene({ part: testDataset, positions, filter: { withoutSources: ['the-hill'] } })).status).toBe('reported');
});

test('off a route everything is dimmed, and nothing is left out', () => {
  const stressed = buildScene({ part: testDataset, positions, emphasis });
  expect(stressed.boxes.filter((b) => b.emphasis === 'route').map((b) => b.entity).sort()).toEqual(['huawei', 'koryolink', 'panda']);
  expect(stressed.lines.filter((l) => l.emphasis === 'route').map((l) => l.relationship)).toEqual(['huawei-panda', 'panda-supplies']);
  expect(stressed.boxes.every((b) => b.emphasis !== 'plain')).toBe(true);
  expect(stressed.boxes.filter((b) => b.selected).map((b) => b.entity)).toEqual(['panda']);
});

test('in an export every line that has a claim carries its footnote numbers', () => {
  const { ofRelationship } = footnotesOf(testDataset);
  const published = buildScene({ part: testDataset, positions, footnotesOf: ofRelationship });
  for (const line of published.lines) {
    expect(line.footnotes).toEqual(ofRelationship(line.relationship));
    expect(line.label?.notes).toBe(notesText(ofRelationship(line.relationship)));
  }
});

test('the bounds hold everything that is drawn', () => {
  const { x, y, width, height } = scene.bounds;
  for (const b of scene.boxes) {
    expect(b.x - b.width / 2).toBeGreaterThan(x);
    expect(b.x + b.width / 2).toBeLessThan(x + width);
    expect(b.y - b.height / 2).toBeGreaterThan(y);
    expect(b.y + b.height / 2).toBeLessThan(y + height);
  }
});

test('footnote numbers that follow one another are drawn together', () => {
  expect(notesText([3, 4, 9])).toBe('3 4 9');
  expect(notesText([1, 2, 3, 5, 7, 8, 9, 10])).toBe('1–3 5 7–10');
  expect(notesText([12])).toBe('12');
});

test('what was reckoned is drawn as a double line marked Σ, never as what was recorded', () => {
  const derived = buildScene({ part: testDataset, positions, computed: new Set(['otmt-owns']) });
  const line = lineOf('otmt-owns', derived);
  expect(line).toMatchObject({ computed: true, mark: expect.any(Object) as unknown });
  const strokes = (l: typeof line) => lineMarks(l).filter((m) => m.kind === 'path' && m.stroke !== undefined).length;
  expect(strokes(line)).toBe(2);
  expect(strokes(lineOf('otmt-owns'))).toBe(1);
  expect(JSON.stringify(lineSignMarks(line))).toContain('Σ');
});

test('a scene that is built in steps, while another one is, is the scene built at once', () => {
  const others = new Map([...positions].map(([id, { x, y }]) => [id, { x: y, y: x }]));
  const all = [positions, others].map((at) => ({ part: testDataset, positions: at }));
  const building = all.map((input) => buildSceneStepwise(input));
  const built: unknown[] = [];
  let steps = 0;
  while (built.filter((b) => b !== undefined).length < all.length) {
    building.forEach((one, i) => {
      const step = one.next();
      if (step.done && step.value) built[i] = step.value;
      steps++;
    });
  }
  expect(steps).toBeGreaterThan(100);
  expect(built).toEqual(all.map(buildScene));
});

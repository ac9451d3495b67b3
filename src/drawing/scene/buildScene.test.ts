import { describe, expect, test } from 'vitest';
import { FARTHEST, type DatasetPart, type Position } from '../../model';
import { footnotesOf } from '../../wording';
import { lineMarks, lineSignMarks } from '../picture';
import type { Scene } from '../scene';
import { testAnswer, testDataset, testPositions } from '../testing/testChart';
import { buildScene, buildSceneStepwise, notesText, type SceneInput } from '.';

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
  expect(lineOf('cheo-operates', buildScene({ part: testDataset, positions, filter: { withoutSources: ['the-hill'] } })).status).toBe(
    'reported',
  );
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

test('what was derived is drawn as a double line marked Σ, never as what was recorded', () => {
  const derived = buildScene({
    part: testDataset, positions, derived: new Map([['otmt-owns', { standsFor: { kind: 'entity', id: 'otmt' }, sentence: 'In effect.' }]]),
  });
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

describe('of what is out of all reason', () => {
  const claims = [{ source: 's', stance: 'alleges' as const }];
  const crowd = (count: number, name = 'Oak'): DatasetPart => ({
    sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'news' }],
    entities: Array.from({ length: count }, (_, i) => ({ id: `e${i}`, type: 'company', name: `${name} ${i}` })),
    relationships: Array.from({ length: 2 * count }, (_, i) => ({
      id: `r${i}`, type: 'owns', from: `e${(i * 7) % count}`, to: i < count ? 'e0' : `e${i % count}`, label: name, claims,
    })),
  });
  const at = (count: number, place: (i: number) => Position) =>
    new Map(Array.from({ length: count }, (_, i) => [`e${i}`, place(i)] as const));
  const grid = (i: number) => ({ x: (i % 20) * 140, y: Math.floor(i / 20) * 60 });
  const pair = {
    ...crowd(2),
    relationships: Array.from({ length: 1000 }, (_, i) => ({ id: `r${i}`, type: 'owns' as const, from: 'e0', to: 'e1', claims })),
  };

  test.each<[string, DatasetPart, ReadonlyMap<string, Position>]>([
    ['one entity a million units away', crowd(300), at(300, (i) => (i === 0 ? { x: FARTHEST, y: 0 } : grid(i)))],
    ['one entity where nothing may be', crowd(300), at(300, (i) => (i === 0 ? { x: 1e12, y: -1e12 } : grid(i)))],
    ['three hundred entities on one spot', crowd(300), at(300, () => ({ x: 0, y: 0 }))],
    ['names and labels of 100 000 characters', crowd(20, 'x'.repeat(100_000)), at(20, grid)],
    ['a thousand relationships of two entities', pair, at(2, grid)],
  ])('%s: the scene is complete, and made in small steps', (_, part, positions) => {
    const [steps, scene] = stepped({ part, positions, footnotesOf: () => [1, 2] });
    expect(steps).toBeGreaterThan(3 * part.relationships.length);
    expect([scene.boxes.length, scene.lines.length]).toEqual([part.entities.length, part.relationships.length]);
  }, 180_000);
});

/** A scene made in steps, and how many there were: one for each line, label and sign at least. */
function stepped(input: SceneInput): [number, Scene] {
  const steps = buildSceneStepwise(input);
  for (let count = 0; ; count += 1) {
    const step = steps.next();
    if (step.done) return [count, step.value];
  }
}

import { expect, test, vi } from 'vitest';
import type { DatasetPart, Relationship } from '../model';
import { buildScene, sketchScene, withEmphasis, type Scene, type SceneInput } from '../drawing';
import { generatedChart } from './bench/generatedChart';
import { Projection, PLACED_AT_ONCE } from './projection';
import { tooltipText } from './tooltipText';

const tie = (id: string, from: string, to: string, more: Partial<Relationship> = {}): Relationship => ({
  id, type: 'owns', from, to, claims: [{ source: 's', stance: 'alleges' }], ...more,
});
const part: DatasetPart = {
  entities: [
    { id: 'a', type: 'company', name: 'Panda International Information Technology', shortName: 'Panda', jurisdiction: 'CN' },
    { id: 'b', type: 'jointVenture', name: 'Achim' },
  ],
  relationships: [tie('ab', 'a', 'b', { share: 50, start: '2008' })],
  sources: [{ id: 's', title: 'S', publisher: 'S', kind: 'news' }],
};
const positions = new Map([['a', { x: 0, y: 0 }], ['b', { x: 400, y: 0 }]]);
const input = { part, positions, pinned: new Set<string>(), filter: {}, emphasis: {} } satisfies SceneInput;
const never = () => expect.unreachable('a small chart is placed at once');

test('a new selection restyles the scene and leaves every box that looks the same as it was', () => {
  const projection = new Projection();
  const before = projection.scene(input, never);
  const after = projection.scene(
    { ...input, part: { ...part, entities: [...part.entities] }, emphasis: { selection: { kind: 'entity', id: 'a' } } }, never,
  );
  expect(after.boxes[1]).toBe(before.boxes[1]);
  expect(after.boxes[0]).toMatchObject({ entity: 'a', selected: true });
});

test('a move, a pin, a source set aside or a record corrected places the scene anew', () => {
  const moved = new Map([...positions, ['b', { x: 400, y: 200 }]]);
  const corrected = { ...part, relationships: [tie('ab', 'a', 'b', { share: 75 })] };
  for (const change of [
    { positions: moved }, { pinned: new Set(['a']) }, { filter: { withoutSources: ['s'] } },
    { filter: { period: { from: '2009', to: '2009' } } }, { part: corrected },
  ]) {
    const projection = new Projection();
    projection.scene(input, never);
    const next = { ...input, ...change };
    expect(projection.scene(next, never)).toEqual(builtFrom(next));
  }
});

test('a selected relationship says what it is even where its label found no room', () => {
  const close = new Map([['a', { x: 0, y: 0 }], ['b', { x: 90, y: 0 }]]);
  const projection = new Projection();
  expect(projection.scene({ ...input, positions: close }, never).lines[0]!.label).toBeUndefined();
  const { lines } = projection.scene({ ...input, positions: close, emphasis: { selection: { kind: 'relationship', id: 'ab' } } }, never);
  expect(lines[0]!.label!.text).toContain('owns 50 %');
});

const large = { ...input, ...generatedChart(240, 1) } satisfies SceneInput;
const placedAnew = { ...large, positions: new Map([...large.positions, ['e0', { x: -300, y: -200 }]]) };
const builtFrom = ({ emphasis: _emphasis, ...places }: SceneInput) => buildScene(places);

/** A projection, and the scenes that it tells of later. */
function projected() {
  const told: Scene[] = [];
  const projection = new Projection();
  return {
    told, projection, scene: (of: SceneInput) => projection.scene(of, (refined) => told.push(refined)),
    placed: (n: number) => vi.waitFor(() => expect(told).toHaveLength(n), { timeout: 180_000 }),
  };
}

test('a large chart is sketched at once, and told when it is placed', async () => {
  expect(large.part.entities.length + large.part.relationships.length).toBeGreaterThan(PLACED_AT_ONCE);
  const { told, scene, placed } = projected();
  expect(scene(large)).toEqual(sketchScene({ part: large.part, positions: large.positions }));
  expect(told).toEqual([]);
  await placed(1);
  expect(told).toEqual([builtFrom(large)]);
  expect(scene({ ...large, emphasis: { selection: { kind: 'entity', id: 'e5' } } }).lines).toEqual(told[0]!.lines);
});

test('what was selected while a chart is being placed is selected when it is', async () => {
  const { told, scene, placed } = projected();
  scene(large);
  const emphasis = { selection: { kind: 'entity', id: 'e5' } } as const;
  expect(scene({ ...large, emphasis }).boxes.filter((b) => b.selected).map((b) => b.entity)).toEqual(['e5']);
  await placed(1);
  expect(told).toEqual([withEmphasis(builtFrom(large), emphasis)]);
});

test('a newer state gives up the placing of the one before; taking it back places the first one anew', async () => {
  const { told, scene, placed } = projected();
  scene(large);
  expect(scene(placedAnew).boxes[0]).toMatchObject({ entity: 'e0', x: -300, y: -200 });
  scene({ ...large, positions: new Map(large.positions) });
  await placed(1);
  expect(told).toEqual([builtFrom(large)]);
  scene(placedAnew);
  await placed(2);
  expect(told[1]).toEqual(builtFrom(placedAnew));
});

test('a chart that became small, or is not shown any more, is told nothing of what was being placed', async () => {
  const [shrunk, stopped] = [projected(), projected()];
  shrunk.scene(large);
  expect(shrunk.scene(input)).toEqual(builtFrom(input));
  stopped.scene(large);
  stopped.projection.stop();
  const { scene, placed } = projected();
  scene(large);
  await placed(1);
  expect([...shrunk.told, ...stopped.told]).toEqual([]);
});

const records = {
  entity: (id: string) => part.entities.find((e) => e.id === id),
  relationship: (id: string) => part.relationships.find((r) => r.id === id),
  status: () => 'alleged' as const,
  filter: {},
};

test('a tooltip names an entity in full and says what it is', () => {
  expect(tooltipText({ kind: 'entity', id: 'a' }, records)).toEqual(['Panda International Information Technology', 'company · CN']);
});

test('a tooltip says a relationship as a sentence, with how sure it is', () => {
  expect(tooltipText({ kind: 'relationship', id: 'ab' }, records)).toEqual([
    'Panda allegedly owns 50 % of Achim (since 2008).', 'alleged · 1 source',
  ]);
});

test('what is not known any more has nothing said of it', () => {
  expect(tooltipText({ kind: 'relationship', id: 'gone' }, records)).toEqual([]);
});

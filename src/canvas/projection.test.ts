import { expect, test } from 'vitest';
import type { DatasetPart, Relationship } from '../model';
import { buildScene } from '../drawing';
import { Projection, type ProjectionInput } from './projection';
import { sayings } from './sayings';

const tie = (id: string, from: string, to: string, more: Partial<Relationship> = {}): Relationship => ({ id, type: 'owns', from, to, claims: [{ source: 's', stance: 'alleges' }], ...more });
const part: DatasetPart = {
  entities: [
    { id: 'a', type: 'company', name: 'Panda International Information Technology', shortName: 'Panda', jurisdiction: 'CN' },
    { id: 'b', type: 'jointVenture', name: 'Achim' },
  ],
  relationships: [tie('ab', 'a', 'b', { share: 50, start: '2008' })],
  sources: [{ id: 's', title: 'S', publisher: 'S', kind: 'news' }],
};
const positions = new Map([['a', { x: 0, y: 0 }], ['b', { x: 400, y: 0 }]]);
const input: ProjectionInput = { part, positions, pinned: new Set(), withoutSources: undefined, emphasis: {} };

test('a new selection restyles the scene and leaves every box that looks the same as it was', () => {
  const projection = new Projection();
  const before = projection.scene(input);
  const after = projection.scene({ ...input, part: { ...part, entities: [...part.entities] }, emphasis: { selection: { kind: 'entity', id: 'a' } } });
  expect(after.boxes[1]).toBe(before.boxes[1]);
  expect(after.boxes[0]).toMatchObject({ entity: 'a', selected: true });
});

test('a move, a pin, a source set aside or a record corrected places the scene anew', () => {
  const moved = new Map([...positions, ['b', { x: 400, y: 200 }]]);
  const corrected = { ...part, relationships: [tie('ab', 'a', 'b', { share: 75 })] };
  for (const change of [{ positions: moved }, { pinned: new Set(['a']) }, { withoutSources: ['s'] }, { part: corrected }]) {
    const projection = new Projection();
    projection.scene(input);
    const next = { ...input, ...change };
    expect(projection.scene(next)).toEqual(buildScene({ part: next.part, positions: next.positions, pinned: next.pinned, withoutSources: next.withoutSources ?? [] }));
  }
});

test('a selected relationship says what it is even where its label found no room', () => {
  const close = new Map([['a', { x: 0, y: 0 }], ['b', { x: 90, y: 0 }]]);
  const projection = new Projection();
  expect(projection.scene({ ...input, positions: close }).lines[0]!.label).toBeUndefined();
  const { lines } = projection.scene({ ...input, positions: close, emphasis: { selection: { kind: 'relationship', id: 'ab' } } });
  expect(lines[0]!.label!.text).toContain('owns 50 %');
});

const records = {
  entity: (id: string) => part.entities.find((e) => e.id === id),
  relationship: (id: string) => part.relationships.find((r) => r.id === id),
  statusOf: () => 'alleged' as const,
};

test('a tooltip names an entity in full and says what it is', () => {
  expect(sayings({ kind: 'entity', id: 'a' }, records)).toEqual(['Panda International Information Technology', 'company · CN']);
});

test('a tooltip says a relationship as a sentence, with how sure it is', () => {
  expect(sayings({ kind: 'relationship', id: 'ab' }, records)).toEqual(['Panda allegedly owns 50 % of Achim (since 2008).', 'alleged · 1 source']);
});

test('what is not known any more has nothing said of it', () => {
  expect(sayings({ kind: 'relationship', id: 'gone' }, records)).toEqual([]);
});

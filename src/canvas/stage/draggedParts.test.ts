import { expect, test } from 'vitest';
import type { DatasetPart, Relationship } from '../../model';
import { buildScene, withEmphasis } from '../../drawing';
import { draggedIds, draggedParts } from './draggedParts';
import { hoveredParts } from './hoveredParts';
import { visibleParts } from './visibleParts';

const tie = (id: string, from: string, to: string): Relationship => ({ id, type: 'owns', from, to, claims: [] });
const part: DatasetPart = {
  entities: ['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'company', name: id.toUpperCase() })),
  relationships: [tie('ab', 'a', 'b'), tie('ba', 'b', 'a'), tie('bc', 'b', 'c'), tie('cd', 'c', 'd')],
  sources: [],
};
const at = new Map([['a', { x: 0, y: 0 }], ['b', { x: 400, y: 0 }], ['c', { x: 400, y: 300 }], ['d', { x: 0, y: 300 }]]);
const scene = buildScene({ part, positions: at });
const moved = new Map([['b', { x: 520, y: 60 }]]);

test('dragging lifts the dragged box and every line at it, and nothing else', () => {
  const { boxes, lines } = draggedParts(scene, moved);
  expect(boxes.map((b) => [b.entity, b.x, b.y])).toEqual([['b', 520, 60]]);
  expect(lines.map((l) => l.relationship)).toEqual(['ab', 'ba', 'bc']);
  expect(draggedIds(scene, moved)).toEqual({ entities: new Set(['b']), relationships: new Set(['ab', 'ba', 'bc']) });
});

test('while it is dragged, a line runs as it will when it is let go', () => {
  const landed = buildScene({ part, positions: new Map([...at, ...moved]) });
  for (const line of draggedParts(scene, moved).lines) {
    const { start, end, control } = landed.lines.find((l) => l.relationship === line.relationship)!;
    expect({ start: line.start, end: line.end, control: line.control }).toEqual({ start, end, control });
  }
});

test('a label stays on its line while the line moves', () => {
  for (const { label, start, end } of draggedParts(scene, moved).lines) {
    if (!label) continue;
    expect(label.x).toBeGreaterThan(Math.min(start.x, end.x) - 30);
    expect(label.x).toBeLessThan(Math.max(start.x, end.x) + 30);
  }
});

test('hovering an entity lifts its lines and neighbours, undimmed even beside a highlighted route', () => {
  const beside = withEmphasis(scene, { route: { entities: ['c', 'd'], relationships: ['cd'] } });
  const { boxes, lines } = hoveredParts(beside, { kind: 'entity', id: 'a' }, () => undefined)!;
  expect(boxes.map((b) => [b.entity, b.emphasis])).toEqual([['a', 'plain'], ['b', 'plain']]);
  expect(lines.map((l) => [l.relationship, l.emphasis])).toEqual([['ab', 'plain'], ['ba', 'plain']]);
});

test('hovering a relationship lifts it with its two ends, and says what it is though there was no room', () => {
  const bare = { ...scene, lines: scene.lines.map((l) => ({ ...l, label: undefined })) };
  const { boxes, lines } = hoveredParts(bare, { kind: 'relationship', id: 'bc' }, () => 'owns 75 %')!;
  expect(boxes.map((b) => b.entity)).toEqual(['b', 'c']);
  expect(lines.map((l) => [l.relationship, l.selected])).toEqual([['bc', true]]);
  expect(lines[0]!.label).toMatchObject({ text: 'owns 75 %' });
});

test('what is not drawn cannot be hovered', () => {
  expect(hoveredParts(scene, { kind: 'entity', id: 'nobody' }, () => undefined)).toBeUndefined();
});

test('what is outside the view is not painted; a line that only passes through it is', () => {
  const { boxes, lines } = visibleParts(scene, { x: 350, y: 120, width: 100, height: 50 });
  expect(boxes).toEqual([]);
  expect(lines.map((l) => l.relationship)).toEqual(['bc']);
});

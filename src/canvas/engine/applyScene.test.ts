import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import type { Scene, SceneBox } from '../../drawing';
import { applyScene, sceneChange } from './applyScene';

const box = (entity: string, x: number, y: number, more: Partial<SceneBox> = {}): SceneBox => ({
  entity,
  type: 'company',
  shape: 'rounded',
  x,
  y,
  width: 100,
  height: 30,
  name: [entity],
  detail: 'compact',
  emphasis: 'plain',
  selected: false,
  pinned: false,
  ended: false,
  ...more,
});
const scene = (...boxes: SceneBox[]): Scene => ({ bounds: { x: 0, y: 0, width: 1, height: 1 }, boxes, lines: [] });
const three = scene(box('a', 0, 0), box('b', 200, 0), box('c', 0, 200));

function chartOf(...scenes: Scene[]) {
  const cy = cytoscape({ headless: true, styleEnabled: true, layout: { name: 'null' } });
  scenes.forEach((after, i) => applyScene(cy, scenes[i - 1], after));
  return cy;
}

const nodesOf = (cy: cytoscape.Core) =>
  cy
    .nodes()
    .map((n) => ({ ...(n.data() as { id: string }), ...n.position() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

test('a scene becomes one node for each box, where the box is and as large', () => {
  expect(nodesOf(chartOf(three))[1]).toEqual({ id: 'b', width: 100, height: 30, x: 200, y: 0 });
});

test('selecting and highlighting touch no node: nothing that a hand feels has changed', () => {
  const looked = scene(...three.boxes.map((b) => ({ ...b, selected: true, emphasis: 'route' as const })));
  expect(sceneChange(three, looked)).toEqual({ added: [], moved: [], resized: [], removed: [] });
});

test('only the box that was moved is moved, and only the one that grew is resized', () => {
  const later = scene(box('a', 0, 0), box('b', 300, 50), box('c', 0, 200, { width: 140 }));
  const { moved, resized } = sceneChange(three, later);
  expect([moved.map((b) => b.entity), resized.map((b) => b.entity)]).toEqual([['b'], ['c']]);
  expect(nodesOf(chartOf(three, later))).toEqual(nodesOf(chartOf(later)));
});

test('what left the scene is gone and what came is there, and a scene may be emptied and filled again', () => {
  const later = scene(box('d', 50, 50), box('a', 0, 0));
  expect(nodesOf(chartOf(three, later)).map((n) => n.id)).toEqual(['a', 'd']);
  expect(nodesOf(chartOf(three, scene(), three))).toEqual(nodesOf(chartOf(three)));
});

test('an id may hold any character', () => {
  const odd = (x: number) => scene(box('a.b#c [1]', x, 0));
  expect(nodesOf(chartOf(odd(0), odd(40)))[0]).toMatchObject({ id: 'a.b#c [1]', x: 40 });
});

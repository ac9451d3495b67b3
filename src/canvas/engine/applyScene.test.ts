import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import type { Scene, SceneBox, SceneLine } from '../../drawing';
import { applyScene } from './applyScene';
import { sceneChange } from './sceneChange';

const box = (entity: string, x: number, y: number, more: Partial<SceneBox> = {}): SceneBox => ({
  entity, type: 'company', shape: 'rounded', x, y, width: 100, height: 30, name: [entity], detail: 'compact', emphasis: 'plain', selected: false, pinned: false, ended: false, ...more,
});
const line = (relationship: string, from: string, to: string, more: Partial<SceneLine> = {}): SceneLine => ({
  relationship, from, to, family: 'ownership', status: 'reported', start: { x: 0, y: 0 }, end: { x: 1, y: 1 }, width: 1.5, arrow: true, ended: false, emphasis: 'plain', selected: false, ...more,
});
const scene = (boxes: SceneBox[], lines: SceneLine[]): Scene => ({ bounds: { x: 0, y: 0, width: 1, height: 1 }, boxes, lines });

const three = scene([box('a', 0, 0), box('b', 200, 0), box('c', 0, 200)], [line('ab', 'a', 'b'), line('bc', 'b', 'c', { control: { x: 160, y: 160 } })]);

function chartOf(...scenes: Scene[]) {
  const cy = cytoscape({ headless: true, styleEnabled: true });
  scenes.forEach((after, i) => applyScene(cy, scenes[i - 1], after));
  return cy;
}

test('a scene becomes one node for each box and one edge for each line', () => {
  const cy = chartOf(three);
  expect(cy.nodes().map((n) => n.id())).toEqual(['e:a', 'e:b', 'e:c']);
  expect(cy.edges().map((e) => [e.id(), e.source().id(), e.target().id(), e.hasClass('curved')])).toEqual([['r:ab', 'e:a', 'e:b', false], ['r:bc', 'e:b', 'e:c', true]]);
});

test('selecting and highlighting touch no element: nothing that a pointer feels has changed', () => {
  const looked = scene(three.boxes.map((b) => ({ ...b, selected: true, emphasis: 'route' as const })), three.lines.map((l) => ({ ...l, emphasis: 'dimmed' as const, status: 'denied' as const })));
  const change = sceneChange(three, looked);
  expect(Object.values(change).every((list) => list.length === 0)).toBe(true);
});

test('a box that was moved takes its curved line along, and only that one is bent anew', () => {
  const moved = scene([box('a', 0, 0), box('b', 300, 50), box('c', 0, 200)], three.lines);
  expect(sceneChange(three, moved)).toMatchObject({ movedBoxes: [{ entity: 'b' }], bentLines: [{ relationship: 'bc' }], addedLines: [], removedLines: [] });
  expect(chartOf(three, moved).getElementById('e:b').position()).toEqual({ x: 300, y: 50 });
});

test('what left the scene is gone and what came is there, whatever order they came in', () => {
  const later = scene([box('d', 50, 50), box('a', 0, 0), box('b', 200, 0)], [line('da', 'd', 'a'), line('ab', 'a', 'b')]);
  const cy = chartOf(three, later);
  expect(cy.nodes().map((n) => n.id()).sort()).toEqual(['e:a', 'e:b', 'e:d']);
  expect(cy.edges().map((e) => e.id()).sort()).toEqual(['r:ab', 'r:da']);
});

test('a relationship whose ends were corrected is drawn between its new ends', () => {
  const corrected = scene(three.boxes, [line('ab', 'a', 'c'), three.lines[1]!]);
  expect(chartOf(three, corrected).getElementById('r:ab').target().id()).toBe('e:c');
});

test('an entity and a relationship may have the same id, and ids may hold any character', () => {
  const odd = scene([box('x', 0, 0), box('a.b#c [1]', 100, 0)], [line('x', 'x', 'a.b#c [1]')]);
  const cy = chartOf(odd, scene([box('x', 0, 0), box('a.b#c [1]', 40, 0)], odd.lines));
  expect(cy.elements().length).toBe(3);
  expect(cy.getElementById('e:a.b#c [1]').position('x')).toBe(40);
});

test('applying scenes one after another ends where applying the last one alone does', () => {
  const json = (cy: cytoscape.Core) => cy.elements().map((e) => ({ data: e.data(), position: e.isNode() ? e.position() : undefined, classes: e.classes() })).sort((a, b) => (a.data.id < b.data.id ? -1 : 1));
  const bent = scene(three.boxes, [line('ab', 'a', 'b', { control: { x: 100, y: 30 } }), line('bc', 'b', 'c')]);
  expect(json(chartOf(three, scene([], []), bent))).toEqual(json(chartOf(bent)));
  expect(json(chartOf(three, bent))).toEqual(json(chartOf(bent)));
});

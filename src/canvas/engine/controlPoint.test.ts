import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import type { SceneLine } from '../../drawing';
import { GEOMETRY } from './createEngine';
import { edgeOf } from './elements';
import { placedBetween, relativeTo } from './controlPoint';

test('a point beside the way between two boxes is told by how far along and how far aside it is', () => {
  expect(relativeTo({ x: 0, y: 0 }, { x: 200, y: 0 }, { x: 50, y: 30 })).toEqual({ weight: 0.25, distance: 30 });
  expect(relativeTo({ x: 0, y: 0 }, { x: 200, y: 0 }, { x: 100, y: -10 })).toEqual({ weight: 0.5, distance: -10 });
});

test('what was told gives the point back, in any direction', () => {
  const [from, to] = [{ x: 40, y: -20 }, { x: -130, y: 260 }];
  for (const point of [{ x: 0, y: 0 }, { x: 77, y: 310 }, { x: -200, y: 5 }]) {
    const back = placedBetween(from, to, relativeTo(from, to, point));
    expect(back.x).toBeCloseTo(point.x, 9);
    expect(back.y).toBeCloseTo(point.y, 9);
  }
});

test('two boxes in one place have no way between them, and no point is NaN', () => {
  expect(relativeTo({ x: 5, y: 5 }, { x: 5, y: 5 }, { x: 9, y: 9 })).toEqual({ weight: 0.5, distance: 0 });
});

test('cytoscape reads a bend from the data of its edge', () => {
  const centres = new Map([['a', { x: 100, y: 80 }], ['b', { x: 400, y: 260 }]]);
  const line = { relationship: 'ab', from: 'a', to: 'b', control: { x: 210, y: 300 }, width: 2 } as SceneLine;
  const cy = cytoscape({ headless: true, styleEnabled: true, style: GEOMETRY });
  cy.add([{ data: { id: 'e:a', width: 10, height: 10 } }, { data: { id: 'e:b', width: 10, height: 10 } }, edgeOf(line, (id) => centres.get(id)!)]);
  const edge = cy.getElementById('r:ab');
  const { weight, distance } = relativeTo(centres.get('a')!, centres.get('b')!, line.control!);
  expect(edge.style('curve-style')).toBe('unbundled-bezier');
  expect(Number(edge.style('control-point-weights'))).toBeCloseTo(weight, 6);
  expect(parseFloat(String(edge.style('control-point-distances')))).toBeCloseTo(distance, 4);
});

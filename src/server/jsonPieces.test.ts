import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from './jsonPieces';

test('the pieces of an answer are its JSON, whatever it is', () => {
  fc.assert(fc.property(fc.jsonValue(), (answer) => {
    expect([...jsonPieces(answer)].join('')).toBe(JSON.stringify(answer));
  }));
});

test('what an answer leaves out is left out', () => {
  const answer = { none: undefined, list: [1, undefined], some: { none: undefined }, empty: {}, nothing: [] };
  expect([...jsonPieces(answer)].join('')).toBe(JSON.stringify(answer));
  expect([...jsonPieces(undefined)].join('')).toBe('null');
});

test('a long answer comes in several pieces, of which none is much longer than the others', () => {
  const entities = Array.from({ length: 20_000 }, (_, i) => ({ id: `e${i}`, name: `Company ${i}` }));
  const pieces = [...jsonPieces({ entities, more: 0 })];
  expect(pieces.join('')).toBe(JSON.stringify({ entities, more: 0 }));
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
});

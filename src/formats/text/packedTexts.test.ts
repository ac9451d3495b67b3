import { expect, test } from 'vitest';
import { PackedTexts } from './packedTexts';
import { internedText } from './internedText';
import { WrittenLines } from '../output';

test('texts come back as they were, in any order, whatever their length and script', () => {
  const texts = Array.from({ length: 3000 }, (_, i) => `{"name":"Łucja Мария 😀 ${i} ${'x'.repeat(i % 700)}"}`).concat(
    '', '海'.repeat(800_000), 'y'.repeat(2_000_000),
  );
  const packed = new PackedTexts();
  const keys = texts.map((text) => packed.add(text));
  for (const i of keys.keys()) if (i % 3 === 0) packed.drop(keys[i]!);
  for (const i of [...keys.keys()].reverse()) if (i % 3 !== 0) expect(packed.take(keys[i]!)).toBe(texts[i]);
});

test('texts may be dropped and others added for ever', () => {
  const packed = new PackedTexts();
  for (let i = 0; i < 20_000; i += 1) packed.drop(packed.add('z'.repeat(1000)));
  expect(packed.take(packed.add('the last'))).toBe('the last');
});

test('a text that is shared is the same text', () => {
  for (const text of ['', 'us', '2024-01-09T18:20:02', 'é'.repeat(30), 'x'.repeat(500)])
    expect([internedText(text), internedText(`${text} `.slice(0, -1))]).toEqual([text, text]);
});

test('lines are written one after another, whatever their length and script', () => {
  const texts = Array.from({ length: 3000 }, (_, i) => `Łucja 😀 ${i} ${'x'.repeat(i % 700)}`).concat('', '海'.repeat(800_000), 'z');
  const lines = new WrittenLines();
  for (const text of texts) lines.add(text);
  expect(new TextDecoder().decode(lines.bytes())).toBe(texts.map((text) => `${text}\n`).join(''));
});

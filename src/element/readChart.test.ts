import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from '../drawing';
import { chartDrawing } from '../publish';
import { readChart } from './readChart';

const never = new AbortController().signal;
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const planted = '<script>alert(1)</script>" onload="alert(2)';
const data = (names: readonly string[]) => ({
  format: 'throughline/1', id: 'd', title: planted, sources: [{ id: 's', title: 'T', publisher: 'P', kind: 'news' }],
  entities: names.map((name, i) => ({ id: `e${i}`, type: 'company', name })),
  relationships: [{ id: 'r', type: 'owns', from: 'e0', to: 'e1', label: planted, claims: [{ source: 's', stance: 'alleges' }] }],
});

test('a dataset is laid out and drawn, its entities and ties by their ids, the same every time', async () => {
  const draw = async () => chartDrawing(await readChart(bytesOf(data(['A', 'B'])), 'd.json', never), palettes.light);
  const { svg, rules, bounds } = await draw();
  for (const mark of ['data-entity="e0"', 'data-entity="e1"', 'data-relationship="r"']) expect(svg).toContain(mark);
  expect(rules).toContain('font:');
  expect(bounds.width).toBeGreaterThan(0);
  expect(await draw()).toMatchObject({ svg });
});

test('no text of a file becomes markup, and nothing that is drawn asks for inline style', async () => {
  const { svg } = chartDrawing(await readChart(bytesOf(data([planted, 'B'])), 'd.json', never), palettes.dark);
  expect(svg).not.toMatch(/<script|<style|<foreignObject|<image|\sstyle="|\sonload="|\shref="/i);
});

test('the bundled case is drawn whole', async () => {
  const snapshot = await readChart(new Uint8Array(readFileSync('graph-data/north-korea-telecom.json')), 'case.json', never);
  expect(chartDrawing(snapshot, palettes.light).svg).toContain('data-entity="koryolink"');
});

test('what cannot be shown is told in a sentence', async () => {
  await expect(readChart(new TextEncoder().encode('hello'), 'a.json', never)).rejects.toThrow(/\w+/);
  const many = { ...data(Array.from({ length: 601 }, (_, i) => `C${i}`)) };
  await expect(readChart(bytesOf(many), 'many.json', never)).rejects.toThrow('601 entities, and at most 600 are drawn');
});

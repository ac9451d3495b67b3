import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from '../drawing';
import { chartDrawing } from '../publish';
import { writeCase } from '../formats';
import { chartDocument, type Dataset, type Snapshot } from '../model';
import { readChart } from './readChart';

const never = new AbortController().signal;
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
/** The chart of a file that holds one. */
async function chartOf(bytes: Uint8Array, name: string): Promise<Snapshot> {
  const shown = await readChart(bytes, name, never);
  if (!('snapshot' in shown)) throw new TypeError('It holds a story.');
  return shown.snapshot;
}
const planted = '<script>alert(1)</script>" onload="alert(2)';
const data = (names: readonly string[]) => ({
  format: 'throughline/1', id: 'd', title: planted, sources: [{ id: 's', title: 'T', publisher: 'P', kind: 'news' }],
  entities: names.map((name, i) => ({ id: `e${i}`, type: 'company', name })),
  relationships: [{ id: 'r', type: 'owns', from: 'e0', to: 'e1', label: planted, claims: [{ source: 's', stance: 'alleges' }] }],
});

test('a dataset is laid out and drawn, its entities and ties by their ids, the same every time', async () => {
  const draw = async () => chartDrawing(await chartOf(bytesOf(data(['A', 'B'])), 'd.json'), palettes.light);
  const { svg, rules, bounds } = await draw();
  for (const mark of ['data-entity="e0"', 'data-entity="e1"', 'data-relationship="r"']) expect(svg).toContain(mark);
  expect(rules).toContain('font:');
  expect(bounds.width).toBeGreaterThan(0);
  expect(await draw()).toMatchObject({ svg });
});

test('no text of a file becomes markup, and nothing that is drawn asks for inline style', async () => {
  const { svg } = chartDrawing(await chartOf(bytesOf(data([planted, 'B'])), 'd.json'), palettes.dark);
  expect(svg).not.toMatch(/<script|<style|<foreignObject|<image|\sstyle="|\sonload="|\shref="/i);
});

test('the bundled case is drawn whole', async () => {
  const snapshot = await chartOf(new Uint8Array(readFileSync('graph-data/north-korea-telecom.json')), 'case.json');
  expect(chartDrawing(snapshot, palettes.light).svg).toContain('data-entity="koryolink"');
});

test('a case with a story is shown step by step, with its words, what they cite and its charts', async () => {
  const story = {
    id: 'how', title: 'How A came to B',
    steps: [
      { id: 's1', headline: planted, text: 'It **owns** it.[@r s] See [there](https://example.org/).', view: { entities: ['e0', 'e1'] } },
      { id: 's2', headline: 'Alone', text: '', view: { entities: ['e1'] } },
    ],
  };
  const positions = { e0: { x: 0, y: 0 }, e1: { x: 300, y: 0 } };
  const chart = chartDocument.parse({ entities: ['e0', 'e1'], positions, pinned: [], hidden: [], expanded: {}, layout: 'organic', story });
  const file = writeCase({ dataset: data(['A', 'B']) as Dataset, charts: [{ name: 'Main', chart }] });
  const shown = await readChart(new TextEncoder().encode(file), 'a.case.json', never);
  expect(shown).toMatchObject({ story: { title: 'How A came to B', steps: [{ headline: planted }, { headline: 'Alone' }] } });
  const [first, second] = 'story' in shown ? shown.story.steps : [];
  expect(first!.paragraphs[0]).toMatchObject([
    { kind: 'text', text: 'It ' }, { kind: 'bold', text: 'owns' }, { kind: 'text', text: ' it.' },
    { kind: 'citation', number: 1, cites: 'P, “T”' }, { kind: 'text' }, { kind: 'link', url: 'https://example.org/' }, { kind: 'text' },
  ]);
  expect(chartDrawing(first!.snapshot, palettes.light).svg).toContain('data-relationship="r"');
  expect(chartDrawing(second!.snapshot, palettes.light).svg).not.toContain('data-entity="e0"');
});

test('what cannot be shown is told in a sentence', async () => {
  await expect(readChart(new TextEncoder().encode('hello'), 'a.json', never)).rejects.toThrow(/\w+/);
  const many = { ...data(Array.from({ length: 601 }, (_, i) => `C${i}`)) };
  await expect(readChart(bytesOf(many), 'many.json', never)).rejects.toThrow('601 entities, and at most 600 are drawn');
});

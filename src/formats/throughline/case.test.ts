import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartDocument, emptyCase, type Case } from '../../model';
import { datasets } from '../../model/changes/testing/randomDatasets';
import { readFile } from '../readFile';
import { writeCase } from './writeCase';

const read = (text: string, name = 'own.json') => readFile(new TextEncoder().encode(text), { name });
const chart = (positions: Record<string, { x: number; y: number }>) =>
  chartDocument.parse({ entities: Object.keys(positions), positions, pinned: [], hidden: [], expanded: {}, layout: 'organic' });
const own: Case = {
  dataset: {
    format: 'throughline/1', id: 'own', title: 'Own',
    sources: [{ id: 's', title: 'Filing', publisher: 'Register', kind: 'filing', accessed: '2026-11-27' }],
    entities: [
      { id: 'quay', type: 'company', name: 'Quay' }, { id: 'oak', type: 'company', name: 'Oak', aliases: ['Oak & Sons'] },
    ],
    relationships: [{
      id: 'r', type: 'owns', from: 'oak', to: 'quay', share: 75,
      claims: [{ source: 's', stance: 'asserts', quote: 'Oak holds 75 %.', locator: 'p. 4' }],
    }],
    notes: [{ id: 'n', text: 'Ask the register.', entity: 'oak' }],
  },
  charts: [{ name: 'Main', chart: chart({ quay: { x: 1, y: 2 }, oak: { x: 0, y: 0 } }) }],
};

describe('the file of a case', () => {
  test('is read as it was written, whether its ending says so or not', async () => {
    for (const name of ['own.case.json', 'own.json', 'own']) {
      const reading = await read(writeCase(own), name);
      expect(reading.report.issues).toEqual([]);
      expect([reading.kind, reading.format]).toEqual(['case', 'throughline-case']);
      expect(reading.dataset).toEqual({ ...own.dataset, entities: [own.dataset.entities[1], own.dataset.entities[0]] });
      expect(reading.charts!.map(({ name: called, chart: { positions } }) => [called, positions])).toEqual([
        ['Main', own.charts[0]!.chart.positions],
      ]);
      expect(writeCase({ dataset: reading.dataset!, charts: reading.charts! })).toBe(writeCase(own));
    }
  });

  test('is the same bytes in whatever order its records and boxes came', () => {
    const { dataset } = own;
    const turned: Case = {
      dataset: { ...dataset, entities: [...dataset.entities].reverse() },
      charts: [{ name: 'Main', chart: chart({ oak: { x: 0, y: 0 }, quay: { x: 1, y: 2 } }) }],
    };
    expect(writeCase(turned)).toBe(writeCase(own));
  });

  test('has a field a line, and what is small on one line', () => {
    const text = writeCase(own);
    expect(text).toContain('          "quote": "Oak holds 75 %.",\n');
    expect(text).toContain('          "oak": { "x": 0, "y": 0 },\n');
    expect(text).toContain('"aliases": ["Oak & Sons"]');
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('of nothing is a case too', async () => {
    const reading = await read(writeCase(emptyCase('New', 'new')));
    expect(reading.dataset).toEqual({ format: 'throughline/1', id: 'new', title: 'New', sources: [], entities: [], relationships: [] });
    expect(reading.report.issues).toEqual([]);
  });

  test('a chart that cannot be read is left out and told; the dataset opens', async () => {
    const broken = writeCase(own).replace('"layout": "organic"', '"layout": "by hand"');
    const { dataset, charts, report } = await read(broken);
    expect(dataset!.entities).toHaveLength(2);
    expect(charts).toEqual([]);
    expect(report.issues).toMatchObject([
      { code: 'bad-chart', severity: 'warning', at: expect.stringContaining('charts[0].chart.layout') },
    ]);
  });

  test('of a later version is refused with what to do', async () => {
    const { dataset, report } = await read(writeCase(own).replace('throughline-case/1', 'throughline-case/9'));
    expect(dataset).toBeUndefined();
    expect(report.issues).toMatchObject([{ code: 'newer-format', severity: 'error' }]);
  });

  test('of every version opens: one in which every field occurs', async () => {
    const text = readFileSync(join(import.meta.dirname, 'golden/harbour.case.json'), 'utf8');
    const { dataset, charts, report } = await read(text, 'harbour.case.json');
    expect(report.issues).toEqual([]);
    expect(dataset!.relationships.find((r) => r.id === 'r1')!.claims[0]).toMatchObject({
      quote: 'Oak Shipping holds three quarters of the shares.', checked: { by: 'B. Beech', on: '2026-11-28' },
    });
    expect(dataset!.notes).toHaveLength(2);
    expect(charts![0]!.chart).toMatchObject({ pinned: new Set(['oak']), filter: { families: ['ownership'] } });
    expect(writeCase({ dataset: dataset!, charts: charts! })).toBe(text);
  });

  test('of any dataset comes back with the same records', async () => {
    const named = datasets.filter(
      (d) =>
        d.title !== ''
        && d.summary !== ''
        && [...d.entities].every((e) => e.name !== '' && !e.aliases?.includes(''))
        && d.sources.every((s) => s.title !== '' && s.publisher !== ''),
    );
    await fc.assert(fc.asyncProperty(named, async (dataset) => {
      const text = writeCase({ dataset, charts: [] });
      const again = JSON.parse(text) as { dataset: Case['dataset'] };
      expect(writeCase({ dataset: again.dataset, charts: [] })).toBe(text);
      expect([...again.dataset.entities].map((e) => e.id)).toEqual(dataset.entities.map((e) => e.id).sort());
    }));
  });
});

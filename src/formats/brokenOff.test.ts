import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '.';

/** Files that are closed at their end, so that what is left tells that something is missing. */
const CLOSED = {
  bods: ['harbour-0.2.json', 'harbour-0.4.json'],
  cx2: ['harbour.cx', 'harbour.cx2', 'written.cx2'],
  cyjs: ['desktop.cyjs', 'elements.json', 'whole.json'],
  gexf: ['early.gexf', 'harbour.gexf'],
  gleif: ['lei.json', 'lei.xml', 'repex.xml', 'rr.xml'],
  gml: ['harbour.gml', 'networkx.gml', 'yed.gml'],
  graphml: ['gephi.graphml', 'networkx.graphml', 'yed.graphml'],
  kumu: ['blueprint.json', 'harbour.json'],
  littlesis: ['api.json', 'entities.json', 'harbour-map-3.json'],
  nodelink: ['d3.json', 'graphology.json', 'networkx.json'],
  throughline: ['harbour.json', 'harbour-snapshot.json'],
};
const FILES = Object.entries(CLOSED).flatMap(([format, names]) => names.map((name) => ({ format, name })));
const golden = (format: string, name: string) => readFileSync(join(import.meta.dirname, format, 'golden', name), 'utf8').trimEnd();
const errorsOf = async (text: string, format: string) =>
  (await readFile(new TextEncoder().encode(text), { format })).report.issues.filter((issue) => issue.severity === 'error');

describe('a file that breaks off is an error', () => {
  test.each(FILES)('wherever it is cut: $format, $name', async ({ format, name }) => {
    const text = golden(format, name);
    expect(await errorsOf(text, format), 'whole').toEqual([]);
    const cuts = Array.from({ length: 40 }, (_, i) => Math.floor((text.length * (i + 10)) / 50));
    const silent = [];
    for (const cut of cuts) if ((await errorsOf(text.slice(0, cut), format)).length === 0) silent.push(text.slice(0, cut).slice(-60));
    expect(silent).toEqual([]);
  });

  test.each([['ftm', 'harbour.ftm.json'], ['nodelink', 'apoc.jsonl']])('lines of JSON, inside a line: %s', async (format, name) => {
    expect(await errorsOf(golden(format, name).slice(0, -5), format)).toMatchObject([{ code: 'not-json' }]);
  });

  test('a single record of JSON', async () => {
    expect(await errorsOf('{"id":"a","schema":"Company","properties":{"name":["Oak', 'ftm')).toMatchObject([
      { code: 'not-json' }, { code: 'nothing-read' },
    ]);
  });

  test('a table, inside a quote', async () => {
    expect(await errorsOf('from,to\nOak,Ash\nElm,"Fir and', 'table')).toMatchObject([{ code: 'cut-short', at: 'line 3' }]);
    expect(await errorsOf('from,to\nOak,"Ash\nElm,Fir"\nGale,Iris', 'table')).toEqual([]);
  });

  test('after more issues than are listed', async () => {
    const loose = Array.from({ length: 600 }, (_, i) => `<edge id="${i}" source="a"/>`).join('\n');
    expect(await errorsOf(`<gexf><graph><nodes><node id="a" label="Oak"/></nodes><edges>${loose}<edge`, 'gexf')).toMatchObject([
      { code: 'more-issues' },
    ]);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildScene } from '../../drawing';
import { readDataset, type Position } from '../../model';
import { bareElements, bareStyle } from './bareElements';

const ROOT = join(import.meta.dirname, '../../..');

/** Builds the pages of the bench into a folder, as the app is built, with the bundled case as elements for the bare one. */
export async function buildPages(folder: string, caseName: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'pages'),
    base: './',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1200, rolldownOptions: { input: ['bare', 'motion'].map((page) => join(import.meta.dirname, 'pages', `${page}.html`)) } },
  });
  writeFileSync(join(folder, 'case.json'), JSON.stringify({ elements: bareElements(caseScene(caseName)), style: bareStyle }));
}

function caseScene(name: string) {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, 'graph-data', file), 'utf8'));
  const { dataset } = readDataset(json(`${name}.json`));
  if (!dataset) throw new Error(`graph-data/${name}.json is not a dataset; run "npm run throughline -- validate graph-data/${name}.json".`);
  const { positions } = json(`${name}.chart.json`) as { positions: Record<string, Position> };
  return buildScene({ part: dataset, positions: new Map(Object.entries(positions)) });
}

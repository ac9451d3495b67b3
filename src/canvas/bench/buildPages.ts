import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildScene, type Scene } from '../../drawing';
import { readDataset, statusOf, type PerspectiveChart } from '../../model';
import { bareElements, bareStyle } from './bareElements';

const ROOT = join(import.meta.dirname, '../../..');

/** Builds the pages of the bench into a folder, as the app is built, with the bundled case as elements for the bare one. */
export async function buildPages(folder: string, caseName: string): Promise<void> {
  await build({
    configFile: false, root: join(import.meta.dirname, 'pages'), base: './', logLevel: 'warn',
    build: {
      outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1200,
      rolldownOptions: { input: ['bare', 'motion'].map((page) => join(import.meta.dirname, 'pages', `${page}.html`)) },
    },
  });
  writeFileSync(join(folder, 'case.json'), JSON.stringify({ elements: bareElements(caseScene(caseName)), style: bareStyle }));
}

/** The scene that the app opens with: the case's first view, what is denied left out. */
function caseScene(name: string): Scene {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, 'graph-data', file), 'utf8'));
  const { dataset } = readDataset(json(`${name}.json`));
  if (!dataset) throw new Error(`graph-data/${name}.json is not a dataset; run "npm run throughline -- validate graph-data/${name}.json".`);
  const [first] = (json(`${name}.chart.json`) as { perspectives: PerspectiveChart[] }).perspectives;
  const positions = new Map(Object.entries(first!.positions));
  const sources = new Map(dataset.sources.map((s) => [s.id, s]));
  const relationships = dataset.relationships.filter(
    (r) => positions.has(r.from) && positions.has(r.to) && statusOf(r.claims, (id) => sources.get(id)) !== 'denied',
  );
  return buildScene({ part: { ...dataset, relationships }, positions });
}

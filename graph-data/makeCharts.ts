import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { detailFor, layoutOrganic } from '../src/drawing';
import { readDataset, type Dataset } from '../src/model';

/**
 * Writes the places of each bundled dataset's entities, so that it is on screen at once and always the same:
 * `npm run charts`. With `--check` it writes nothing and exits 1 where a dataset has changed since. The search is longer
 * than a reader would wait, so what is checked is a digest of what was laid out, not the search itself.
 */
const DATASETS = ['north-korea-telecom'];
/** The chart's room on a screen of 1280 by 800, panels open. */
const ASPECT = 1000 / 640;
const EFFORT = 12;
const SEED = 1;

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function open(name: string): Dataset {
  const { dataset, issues } = readDataset(JSON.parse(readFileSync(fileOf(`${name}.json`), 'utf8')));
  if (!dataset) throw new Error(`${name}.json: ${issues.map((i) => `${i.at}: ${i.message}`).join('; ')}`);
  return dataset;
}

/** Changes with everything that a place depends on: names, types, ties and what stands on their lines. */
function digestOf({ entities, relationships }: Dataset): string {
  const drawn = [
    entities.map((e) => [e.id, e.type, e.shortName ?? e.name, e.jurisdiction]),
    relationships.map((r) => [r.id, r.type, r.from, r.to, r.label, r.share, r.start, r.end]),
  ];
  return createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 16);
}

function isCurrent(name: string): boolean {
  const file = fileOf(`${name}.chart.json`);
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { digest?: string }).digest === digestOf(open(name));
}

function make(name: string): void {
  const part = open(name);
  const places = layoutOrganic({ part, detail: detailFor(part.entities.length), aspect: ASPECT, seed: SEED, effort: EFFORT });
  const lines = [...places].map(([id, { x, y }]) => `    ${JSON.stringify(id)}: { "x": ${x}, "y": ${y} }`);
  const head = `  "dataset": ${JSON.stringify(name)},\n  "layout": "organic",\n  "digest": ${JSON.stringify(digestOf(part))},`;
  writeFileSync(fileOf(`${name}.chart.json`), `{\n${head}\n  "positions": {\n${lines.join(',\n')}\n  }\n}\n`);
}

if (process.argv.includes('--check')) {
  const stale = DATASETS.filter((name) => !isCurrent(name));
  if (stale.length > 0) {
    console.error(`Not current: ${stale.map((name) => `graph-data/${name}.chart.json`).join(', ')}. Run: npm run charts`);
    process.exitCode = 1;
  }
} else DATASETS.forEach(make);

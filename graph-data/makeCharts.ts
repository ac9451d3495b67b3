import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildScene, detailFor, drawnFaults, layoutOrganic, polishPicture } from '../src/drawing';
import { buildIndex, compileFilter } from '../src/graph';
import {
  perspectives, readDataset,
  type Dataset, type DatasetPart, type Perspective, type PerspectiveChart, type Position,
} from '../src/model';

/**
 * Writes the places of the entities in each named view of the bundled datasets, so that it is on screen at once and always the same:
 * `npm run charts`, up to a minute for each view that has changed; the others keep their places. With `--check` it writes nothing and
 * exits 1 where a dataset has changed since. The search is longer than a reader would wait, so what is checked is a digest of what was
 * laid out, not the search itself.
 */
const DATASETS = ['north-korea-telecom'];
/** The chart's room on a screen of 1280 by 800 without the inspector, in px. */
const ASPECT = 1000 / 640;
/**
 * A view of so few entities is read whole with the inspector open, in a room of 690 by 564 px: the search is given an area in which
 * that is possible, and a picture that is wider or higher than the room where the words on lines (11 units) are 10 px high costs.
 */
const READ_WHOLE = { entities: 30, aspect: 690 / 564, area: 375_000, width: 690 * 1.1, height: 564 * 1.1, cost: 60 };
/** So many of the best pictures of a search are polished, and the best of them is taken. */
const POLISHED = 3;
/** The best of so many searches is polished by so many tries. */
const SEEDS = [1, 2, 3, 4, 5, 6];
const EFFORT = 4;
const POLISH = 2000;

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function open(name: string): Dataset {
  const { dataset, issues } = readDataset(JSON.parse(readFileSync(fileOf(`${name}.json`), 'utf8')));
  if (!dataset) throw new Error(`${name}.json: ${issues.map((i) => `${i.at}: ${i.message}`).join('; ')}`);
  return dataset;
}

/** The dataset's named views, edited by hand; throws where one names an entity that the dataset lacks. */
function viewsOf(name: string, { entities }: Dataset): Perspective[] {
  const views = perspectives.parse(JSON.parse(readFileSync(fileOf(`${name}.perspectives.json`), 'utf8'))).perspectives;
  const known = new Set(entities.map((e) => e.id));
  for (const view of views)
    for (const id of view.entities)
      if (!known.has(id)) throw new Error(`${name}.perspectives.json: "${view.id}" names "${id}", which the dataset lacks.`);
  return views;
}

/** What a view draws: its entities and every relationship between them but those that nobody affirms. */
function partOf(data: Dataset, { entities }: Perspective): DatasetPart {
  const index = buildIndex(data);
  const { admits } = compileFilter(index, {});
  const drawn = new Set(entities);
  const relationships = data.relationships.filter((r, i) => admits(i) && drawn.has(r.from) && drawn.has(r.to));
  return { entities: data.entities.filter((e) => drawn.has(e.id)), relationships, sources: data.sources };
}

/** Changes with everything that a place depends on: names, types, ties, what stands on their lines, the views, and the room. */
function digestOf({ entities, relationships }: Pick<DatasetPart, 'entities' | 'relationships'>, views: readonly unknown[]): string {
  const drawn = [
    entities.map((e) => [e.id, e.type, e.shortName ?? e.name, e.jurisdiction]),
    relationships.map((r) => [r.id, r.type, r.from, r.to, r.label, r.share, r.start, r.end]),
    views,
  ];
  return createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 16);
}

/** What the file holds: the views as they were laid out last, and in `parts` a digest of what each was laid out from. */
interface Kept {
  digest?: string;
  parts?: Record<string, string>;
  perspectives: PerspectiveChart[];
}

function keptOf(name: string): Kept {
  const file = fileOf(`${name}.chart.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : { perspectives: [] };
}

function isCurrent(name: string): boolean {
  const data = open(name);
  return keptOf(name).digest === digestOf(data, viewsOf(name, data));
}

function isReadWhole(part: DatasetPart): boolean {
  return part.entities.length <= READ_WHOLE.entities;
}

/** Searches more than once, polishes the pictures with the fewest faults as drawn, and keeps the best. */
function bestPlaces(part: DatasetPart): Map<string, Position> {
  const detail = detailFor(part.entities.length);
  const whole = isReadWhole(part);
  const room = whole ? { aspect: READ_WHOLE.aspect, area: READ_WHOLE.area } : { aspect: ASPECT };
  const costed = (places: Map<string, Position>) => ({
    places, cost: drawnFaults(part, detail, places).cost + (whole ? sizeCost(part, places) : 0),
  });
  const best = (pictures: ReturnType<typeof costed>[]) => pictures.sort((a, b) => a.cost - b.cost);
  const found = best(SEEDS.map((seed) => costed(layoutOrganic({ part, detail, ...room, seed, effort: EFFORT }))));
  const polished = found
    .slice(0, whole ? POLISHED : 1)
    .map(({ places }) => costed(polishPicture({ part, detail, seed: 1, tries: POLISH }, places)));
  return best(polished)[0]!.places;
}

/** What it costs that a picture does not fit into the room in which it can be read. */
function sizeCost(part: DatasetPart, positions: Map<string, Position>): number {
  const { bounds } = buildScene({ part, positions, pinned: new Set() });
  return READ_WHOLE.cost * Math.max(0, bounds.width / READ_WHOLE.width - 1, bounds.height / READ_WHOLE.height - 1);
}

/** The places of a view: those of last time where nothing that they depend on has changed. */
function placesOf(view: Perspective, part: DatasetPart, digest: string, kept: Kept): Map<string, Position> {
  const last = kept.perspectives.find(({ id }) => id === view.id);
  if (last && kept.parts?.[view.id] === digest) return new Map(Object.entries(last.positions));
  console.error(`${view.id}: ${part.entities.length} entities, ${part.relationships.length} relationships`);
  return bestPlaces(part);
}

function make(name: string): void {
  const data = open(name);
  const views = viewsOf(name, data);
  const kept = keptOf(name);
  const parts: Record<string, string> = {};
  const drawn = views.map((view) => {
    const part = partOf(data, view);
    const digest = (parts[view.id] = digestOf(part, [view.entities, ...(isReadWhole(part) ? [READ_WHOLE] : [])]));
    const places = placesOf(view, part, digest, kept);
    const lines = [...places].map(([id, { x, y }]) => `        ${JSON.stringify(id)}: { "x": ${x}, "y": ${y} }`);
    const head = (['id', 'title', 'summary'] as const).map((key) => `      ${JSON.stringify(key)}: ${JSON.stringify(view[key])},`);
    return `    {\n${head.join('\n')}\n      "positions": {\n${lines.join(',\n')}\n      }\n    }`;
  });
  const head = [
    `  "dataset": ${JSON.stringify(name)},`, `  "digest": ${JSON.stringify(digestOf(data, views))},`,
    `  "parts": ${JSON.stringify(parts)},`,
  ];
  writeFileSync(fileOf(`${name}.chart.json`), `{\n${head.join('\n')}\n  "perspectives": [\n${drawn.join(',\n')}\n  ]\n}\n`);
}

if (process.argv.includes('--check')) {
  const stale = DATASETS.filter((name) => !isCurrent(name));
  if (stale.length > 0) {
    console.error(`Not current: ${stale.map((name) => `graph-data/${name}.chart.json`).join(', ')}. Run: npm run charts`);
    process.exitCode = 1;
  }
} else DATASETS.forEach(make);

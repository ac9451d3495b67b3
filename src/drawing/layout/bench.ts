import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import cytoscape from 'cytoscape';
import { readDataset } from '../../model';
import { countCrossings, countLinesUnderBoxes, countOverlaps, stress, type PlacedBox, type RoutedLine } from '../geometry';
import { arrange, type Arrangement } from './arrange';
import { forceAtlas } from './forceAtlas';
import { layoutProblem, problemOf, type LayoutProblem } from './layoutProblem';
import { seeded } from './random';
import { separate } from './separate';

const CASE = new URL('../../../graph-data/north-korea-telecom.json', import.meta.url);
const ASPECT = 1000 / 640;
/** A label box of a made-up entity, and a label on a made-up line. */
const BOX = { width: 120, height: 40, shape: 'rounded' as const };
const LABEL = 50;

/**
 * A made-up case: a tree in which half of the newcomers are tied to an end of a tie drawn before (so that few entities
 * have many ties) and the others to anyone, then ties of which four in five close a triangle, as business ties do.
 */
function madeUp(entities: number, relationships: number): LayoutProblem {
  const random = seeded(entities);
  const below = (n: number) => Math.floor(random() * n);
  const near: number[][] = Array.from({ length: entities }, () => []);
  const ends: number[] = [];
  const one = (list: readonly number[]) => list[below(list.length)]!;
  const partnerOf = (a: number) =>
    a < entities - 1 && ends.length < 2 * (entities - 1)
      ? random() < 0.5 && ends.length > 0
        ? one(ends)
        : below(a + 1)
      : random() < 0.8
        ? one(near[one(near[a]!)]!)
        : one(ends);
  while (ends.length < 2 * relationships) {
    const tree = ends.length < 2 * (entities - 1);
    const a = tree ? ends.length / 2 + 1 : below(entities);
    const b = tree ? partnerOf(a - 1) : partnerOf(a);
    if (a === b || near[a]!.includes(b)) continue;
    near[a]!.push(b);
    near[b]!.push(a);
    ends.push(a, b);
  }
  const bundles = Array.from({ length: relationships }, (_, i) => ({
    first: Math.min(ends[2 * i]!, ends[2 * i + 1]!), second: Math.max(ends[2 * i]!, ends[2 * i + 1]!), lines: 1, width: LABEL,
  }));
  return problemOf(Array.from({ length: entities }, (_, i) => `e${i}`), Array.from({ length: entities }, () => BOX), bundles);
}

function foundingCase(): LayoutProblem {
  const { dataset, issues } = readDataset(JSON.parse(readFileSync(CASE, 'utf8')));
  if (!dataset) throw new Error(issues.map((i) => i.message).join('; '));
  return layoutProblem(dataset, 'compact');
}

const emptyArrangement = ({ ids }: LayoutProblem): Arrangement => ({ x: new Float64Array(ids.length), y: new Float64Array(ids.length) });

function withFcose(problem: LayoutProblem): Arrangement {
  cytoscape.use(createRequire(import.meta.url)('cytoscape-fcose') as cytoscape.Ext);
  const nodes = problem.ids.map((id, i) => ({ data: { id, width: 2 * problem.halfWidth[i]!, height: 2 * problem.halfHeight[i]! } }));
  const edges = [...problem.first].map((a, e) => ({
    data: { id: `tie ${e}`, source: problem.ids[a]!, target: problem.ids[problem.second[e]!]! },
  }));
  const style = [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' as const } }];
  const cy = cytoscape({ headless: true, styleEnabled: true, style, elements: [...nodes, ...edges] });
  cy.layout({ name: 'fcose', animate: false } as cytoscape.LayoutOptions).run();
  const { x, y } = emptyArrangement(problem);
  problem.ids.forEach((id, i) => ({ x: x[i], y: y[i] } = cy.getElementById(id).position()));
  cy.destroy();
  return { x, y };
}

/** ForceAtlas2, scaled to six times the area of the boxes, then separated. */
function withForceAtlas(problem: LayoutProblem): Arrangement {
  const { x, y } = emptyArrangement(problem);
  forceAtlas(problem, x, y, seeded(1), 500);
  const area = problem.halfWidth.reduce((sum, w, i) => sum + 4 * w * problem.halfHeight[i]!, 0);
  const extent = (of: Float64Array) => Math.max(...of) - Math.min(...of);
  const by = Math.sqrt((6 * area) / (extent(x) * extent(y)));
  for (let i = 0; i < x.length; i++) [x[i], y[i]] = [x[i]! * by, y[i]! * by];
  separate({ x, y, halfWidth: problem.halfWidth, halfHeight: problem.halfHeight }, 2, new Uint8Array(x.length));
  return { x, y };
}

const METHODS: Record<string, (problem: LayoutProblem) => Arrangement> = {
  organic: (problem) => arrange(problem, { aspect: ASPECT, seed: 1, effort: 1 }),
  'cytoscape-fcose': withFcose,
  'ForceAtlas2, scaled, separated': withForceAtlas,
};

function measured(name: string, problem: LayoutProblem, method: string): string {
  const start = process.cpuUsage();
  const { x, y } = METHODS[method]!(problem);
  const seconds = (process.cpuUsage(start).user / 1e6).toFixed(2);
  const boxes = new Map<string, PlacedBox>(
    problem.ids.map((id, i) => [
      id, { x: x[i]!, y: y[i]!, width: 2 * problem.halfWidth[i]!, height: 2 * problem.halfHeight[i]!, shape: problem.shapes[i]! },
    ]),
  );
  const lines = [...problem.first].map((a, e): RoutedLine => {
    const [from, to] = [problem.ids[a]!, problem.ids[problem.second[e]!]!];
    return { relationship: String(e), from, to, start: boxes.get(from)!, end: boxes.get(to)! };
  });
  const cells = [
    name, method, countOverlaps([...boxes.values()]), countCrossings(lines), countLinesUnderBoxes(lines, boxes),
    stress(boxes, lines).toFixed(3), seconds,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * A Markdown table of layouts side by side, on two made-up cases with boxes of 120 × 40 and on the founding case: overlaps
 * of boxes, crossings and lines under foreign boxes with every tie drawn once, straight from centre to centre, normalised
 * stress, and seconds of processor time, which others' work on the machine stretches less than it does waiting. fcose is not seeded, so its
 * rows vary.
 */
export async function benchLayout(): Promise<string> {
  const cases: [string, LayoutProblem][] = [
    ['200 / 300', madeUp(200, 300)], ['1 000 / 1 500', madeUp(1000, 1500)],
    ['1 000 / 3 000', madeUp(1000, 3000)], ['founding case', foundingCase()],
  ];
  const head = [
    '| entities / relationships | layout | overlaps | crossings | lines under boxes | stress | CPU seconds |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
  ];
  return [...head, ...cases.flatMap(([name, problem]) => Object.keys(METHODS).map((method) => measured(name, problem, method)))].join('\n');
}

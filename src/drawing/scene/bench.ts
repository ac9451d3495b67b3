import { seeded } from '../layout/random';
import { entityTypeIds, relationshipTypeIds, type Claim, type DatasetPart, type Position } from '../../model';
import { buildScene, buildSceneStepwise, type SceneInput } from './buildScene';
import { sketchScene } from './sketchScene';

const SIZES = [60, 500, 1000, 2000];
const RUNS = 3;
const RELATIONSHIPS_EACH = 3;
/** Room for each box, in chart units. */
const STEP = { x: 190, y: 90 };
/** Four ties in five run to one of the entities within so many columns and rows. */
const NEAR = 3;

/** A made-up chart on a grid that is a little out of true: most ties to neighbours, one in five to anyone. The same each time. */
function madeUp(count: number): { part: DatasetPart; positions: Map<string, Position> } {
  const random = seeded(count);
  const below = (n: number) => Math.floor(random() * n);
  const columns = Math.ceil(Math.sqrt(count));
  const positions = new Map(
    Array.from({ length: count }, (_, i) => [
      `e${i}`, { x: (i % columns) * STEP.x + below(60), y: Math.floor(i / columns) * STEP.y + below(40) },
    ]),
  );
  const nearTo = (i: number) => i + (below(2 * NEAR + 1) - NEAR) * columns + below(2 * NEAR + 1) - NEAR;
  const otherEnd = (i: number) => Math.max(0, Math.min(count - 1, below(5) > 0 ? nearTo(i) : below(count)));
  const claims: Claim[][] = [
    [{ source: 's', stance: 'asserts' }], [{ source: 's', stance: 'alleges' }], [{ source: 's', stance: 'denies' }],
  ];
  const relationships = Array.from({ length: count * RELATIONSHIPS_EACH }, (_, i) => {
    const from = below(count);
    return {
      id: `r${i}`, type: relationshipTypeIds[below(relationshipTypeIds.length)]!, from: `e${from}`, to: `e${otherEnd(from)}`,
      claims: claims[below(claims.length)]!,
    };
  });
  const entities = Array.from({ length: count }, (_, i) => ({
    id: `e${i}`, type: entityTypeIds[below(entityTypeIds.length)]!, name: `Northern Telecom Trading ${i}`,
  }));
  return { part: { entities, relationships, sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'news' }] }, positions };
}

/** The fewest milliseconds of processor time that some work took. */
function fastest(work: () => unknown): string {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times).toFixed(0);
}

/** The length of the longest step of a scene, in ms; of several scenes the shortest of these, since a machine has other work too. */
function longestStep(input: SceneInput): string {
  const longest = Array.from({ length: RUNS }, () => {
    const steps = buildSceneStepwise(input);
    let most = 0;
    for (let done: boolean | undefined = false; !done; ) {
      const start = performance.now();
      ({ done } = steps.next());
      most = Math.max(most, performance.now() - start);
    }
    return most;
  });
  return Math.min(...longest).toFixed(0);
}

function rowOf(count: number): string {
  const input = madeUp(count);
  const before = buildScene(input);
  const cells = [
    `${count} / ${count * RELATIONSHIPS_EACH}`, fastest(() => buildScene(input)), longestStep(input), fastest(() => sketchScene(input)),
    fastest(() => sketchScene(input, before)),
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * A Markdown table of what a scene takes by the size of its chart: the processor time of the whole and of its sketches, the
 * first one and one of a chart that was placed before, and its longest step. Milliseconds, the best of three.
 */
export async function benchScene(): Promise<string> {
  const head = [
    '| entities / relationships | buildScene | its longest step | sketchScene | after a scene |', '| --- | ---: | ---: | ---: | ---: |',
  ];
  return [...head, ...SIZES.map(rowOf)].join('\n');
}

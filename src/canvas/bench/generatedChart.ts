import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  entityTypeIds, relationshipTypeIds,
  type DatasetPart, type Entity, type Position, type Relationship, type Source,
} from '../../model';

interface GeneratedChart {
  part: DatasetPart;
  positions: Map<string, Position>;
}

/** Entities of one group stand together, a group in a square of this many columns. */
const GROUP_COLUMNS = 4;
const GROUP = GROUP_COLUMNS * GROUP_COLUMNS;
const STEP = { x: 210, y: 110 };
const RELATIONSHIPS_EACH = 1.6;

/**
 * A seeded chart: groups of sixteen, three ties in four inside a group, the others to a few hubs; 1.6 ties an entity if not told otherwise.
 * The same for each seed.
 */
export function generatedChart(entityCount: number, seed: number, relationshipsEach = RELATIONSHIPS_EACH): GeneratedChart {
  const generator = xoroshiro128plus(seed);
  const below = (n: number) => Math.floor(((generator.next() >>> 0) / 4294967296) * n);
  const entities = Array.from({ length: entityCount }, (_, i) => entity(i, below));
  const relationships = Array.from({ length: Math.round(entityCount * relationshipsEach) }, (_, i) => relationship(i, entityCount, below));
  return {
    part: { entities, relationships, sources }, positions: new Map(entities.map(({ id }, i) => [id, place(i, entityCount, below)])),
  };
}

type Below = (n: number) => number;

const WORDS = [
  'Panda', 'Orient', 'Star', 'Northern', 'Telecom', 'Electronics', 'Trading', 'Post', 'Media', 'Pacific', 'Investment', 'Bank',
];

function entity(i: number, below: Below): Entity {
  const name = `${WORDS[below(WORDS.length)]} ${WORDS[below(WORDS.length)]} ${i}`;
  return { id: `e${i}`, type: entityTypeIds[below(entityTypeIds.length)]!, name, jurisdiction: 'KP' };
}

const sources: Source[] = ['One', 'Two'].map((publisher) => ({ id: publisher, title: publisher, publisher, kind: 'news' }));
const CLAIMS: Relationship['claims'][] = [
  [{ source: 'One', stance: 'asserts' }],
  [{ source: 'One', stance: 'asserts' }, { source: 'Two', stance: 'asserts' }],
  [{ source: 'One', stance: 'alleges' }],
  [{ source: 'One', stance: 'asserts' }, { source: 'Two', stance: 'denies' }],
  [{ source: 'Two', stance: 'denies' }],
];

function relationship(i: number, entityCount: number, below: Below): Relationship {
  const from = below(entityCount);
  const start = from - (from % GROUP);
  const near = start + below(Math.min(GROUP, entityCount - start));
  const to = below(4) > 0 && near !== from ? near : below(Math.ceil(entityCount / 12));
  const type = relationshipTypeIds[below(relationshipTypeIds.length)]!;
  return {
    id: `r${i}`, type, from: `e${from}`, to: `e${to === from ? (from + 1) % entityCount : to}`,
    ...(below(5) === 0 ? { share: 1 + below(100) } : {}), claims: CLAIMS[below(CLAIMS.length)]!,
  };
}

/** Groups fill a rectangle of about the screen's shape. */
function place(i: number, entityCount: number, below: Below): Position {
  const group = Math.floor(i / GROUP);
  const columns = Math.ceil(Math.sqrt(Math.ceil(entityCount / GROUP)));
  const [column, row] = [
    (group % columns) * (GROUP_COLUMNS + 1) + (i % GROUP_COLUMNS),
    Math.floor(group / columns) * (GROUP_COLUMNS + 1) + Math.floor((i % GROUP) / GROUP_COLUMNS),
  ];
  return { x: Math.round(column * STEP.x + below(50)), y: Math.round(row * STEP.y + below(36)) };
}

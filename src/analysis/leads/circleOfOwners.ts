import { compareText, recordsStake, type Relationship } from '../../model';
import { groupedInSteps } from './grouping';
import { listed, type CodedShape } from './lead';

/** Longer circles are not looked for. */
const LONGEST = 6;
/** How many holders are looked at in a step. */
const BATCH = 200;

/**
 * The shortest circle through each entity, each circle once, by its ids from the least on. Who holds nobody, or is held by nobody, is taken
 * away first, until all that are left are on circles or between some; from each of these breadth first. Cost O(stakes + entities that are
 * left · their stakes).
 */
export const circleOfOwners: CodedShape = {
  id: 'circle-of-owners',
  title: 'A circle of owners',
  rule: 'Entities hold one another in a circle, so that it stands open who owns them in the end.',
  innocent: 'Cross-holdings are usual in some countries and groups; stakes may also have held at different times.',
  *find({ relationships }) {
    const below = yield* groupedInSteps(relationships, (r) => (holds(r) ? r.from : undefined));
    const above = yield* groupedInSteps(relationships, (r) => (holds(r) ? r.to : undefined));
    const left = yield* amongCircles(below, above);
    const told = new Set<string>();
    for (const start of [...left].sort(compareText)) {
      const circle = yield* circleFrom(start, below, left);
      if (!circle) continue;
      const holders = fromTheLeast(circle);
      const key = holders.map((r) => r.from).join('\n');
      if (told.has(key)) continue;
      told.add(key);
      yield { says: [...listed(holders.map((r) => r.from)), ' hold one another in a circle.'], relationships: holders };
    }
  },
};

function holds(r: Relationship): boolean {
  return (recordsStake(r.type) || r.type === 'controls') && r.from !== r.to;
}

type Stakes = ReadonlyMap<string, readonly Relationship[]>;

/** The entities that are left when those are taken away, again and again, that hold nobody or are held by nobody. */
function* amongCircles(below: Stakes, above: Stakes): Generator<void, Set<string>> {
  const left = new Set([...below.keys(), ...above.keys()]);
  const [held, holders] = [new Map<string, number>(), new Map<string, number>()];
  for (const id of left) {
    held.set(id, below.get(id)?.length ?? 0);
    holders.set(id, above.get(id)?.length ?? 0);
  }
  const ends = [...left].filter((id) => held.get(id) === 0 || holders.get(id) === 0);
  const less = (counts: Map<string, number>, id: string) => {
    counts.set(id, counts.get(id)! - 1);
    if (counts.get(id) === 0) ends.push(id);
  };
  for (const [i, id] of ends.entries()) {
    if (i % BATCH === BATCH - 1) yield;
    if (!left.delete(id)) continue;
    for (const r of above.get(id) ?? []) less(held, r.from);
    for (const r of below.get(id) ?? []) less(holders, r.to);
  }
  return left;
}

/** The shortest circle from an entity back to it, as stakes in their order. */
function* circleFrom(start: string, below: Stakes, left: ReadonlySet<string>): Generator<void, Relationship[] | undefined> {
  const reachedBy = new Map<string, Relationship | undefined>([[start, undefined]]);
  let at = [start];
  for (let length = 1; length <= LONGEST && at.length > 0; length++) {
    const next: string[] = [];
    for (const [i, id] of at.entries()) {
      if (i % BATCH === BATCH - 1) yield;
      for (const r of below.get(id)!) {
        if (r.to === start) return wayTo(r, reachedBy);
        if (!left.has(r.to) || reachedBy.has(r.to)) continue;
        reachedBy.set(r.to, r);
        next.push(r.to);
      }
    }
    at = next;
  }
  yield;
  return undefined;
}

function wayTo(last: Relationship, reachedBy: ReadonlyMap<string, Relationship | undefined>): Relationship[] {
  const way: Relationship[] = [];
  for (let r: Relationship | undefined = last; r; r = reachedBy.get(r.from)) way.unshift(r);
  return way;
}

function fromTheLeast(circle: readonly Relationship[]): Relationship[] {
  const least = circle.reduce((best, r, i) => (r.from < circle[best]!.from ? i : best), 0);
  return [...circle.slice(least), ...circle.slice(0, least)];
}

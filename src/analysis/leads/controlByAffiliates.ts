import { addTo, compareText, recordsStake, shareBounds, type Relationship } from '../../model';
import { groupedInSteps } from './grouping';
import { named, type CodedShape, type FoundLead } from './lead';

/** How far above a holder those are looked for who hold it by more than half. */
const HIGHEST = 8;

/**
 * Holders that hold half or more only together with those that they hold by more than half, directly or through others. Of several records
 * of one holder the largest share counts, since they tell of one stake at different times or by different sources; a share that is held
 * through others sums up chains, and does not count beside them. Of several holders above the same stakes the nearest is told. Cost
 * O(stakes · holders above each).
 */
export const controlByAffiliates: CodedShape = {
  id: 'control-by-affiliates',
  title: 'Control that only affiliates make up',
  rule: 'No stake comes to half by itself, but one holder and those whom it holds by more than half have half or more together.',
  innocent: 'Groups spread stakes for tax and financing; the sum may also mix times.',
  *find({ relationships }) {
    const direct = (r: Relationship) => recordsStake(r.type) && r.share !== undefined && r.end === undefined && !r.indirect;
    const inOne = yield* groupedInSteps(relationships, (r) => (direct(r) && r.from !== r.to ? r.to : undefined));
    for (const [held, stakes] of inOne) {
      const largest = largestOfEach(stakes);
      if (largest.length >= 2 && largest.every((r) => least(r) < 50)) yield* controllersOf(held, largest, inOne);
      yield;
    }
  },
};

const least = (r: Relationship) => shareBounds(r.share).min;

/** The stake of each holder with the largest share, in the order in which holders come first. */
function largestOfEach(stakes: readonly Relationship[]): Relationship[] {
  const largest = new Map<string, Relationship>();
  for (const r of stakes) {
    const known = largest.get(r.from);
    if (!known || least(r) > least(known)) largest.set(r.from, r);
  }
  return [...largest.values()];
}

type Stakes = ReadonlyMap<string, readonly Relationship[]>;

/** A stake in the held entity, and by which stakes a controller holds its holder. */
interface Line {
  readonly stake: Relationship;
  readonly above: readonly Relationship[];
}

function* controllersOf(held: string, stakes: readonly Relationship[], inOne: Stakes): Generator<FoundLead> {
  const lines = new Map<string, Line[]>();
  for (const stake of stakes)
    for (const [controller, above] of controllersAbove(stake.from, inOne))
      if (controller !== held) addTo(lines, controller, { stake, above });
  const told = new Set<string>();
  const far = (list: readonly Line[]) => list.reduce((sum, { above }) => sum + above.length, 0);
  for (const [controller, theirs] of [...lines].sort(([a, x], [b, y]) => far(x) - far(y) || compareText(a, b))) {
    const sum = theirs.reduce((total, { stake }) => total + least(stake), 0);
    const group = theirs.map(({ stake }) => stake.from).join('\n');
    if (theirs.length < 2 || sum < 50 || told.has(group)) continue;
    told.add(group);
    yield {
      says: [named(controller), ' and those whom it holds have ', `${Math.round(sum * 100) / 100} % of `, named(held), ' together.'],
      relationships: [...theirs.map(({ stake }) => stake), ...new Set(theirs.flatMap(({ above }) => above))],
    };
  }
}

/** A holder itself and all who hold it by more than half, each with the stakes from it downwards. */
function controllersAbove(holder: string, inOne: Stakes): Map<string, readonly Relationship[]> {
  const found = new Map<string, readonly Relationship[]>([[holder, []]]);
  for (const [at, way] of found) {
    if (way.length === HIGHEST) continue;
    for (const r of inOne.get(at) ?? []) if (least(r) > 50 && !found.has(r.from)) found.set(r.from, [r, ...way]);
  }
  return found;
}

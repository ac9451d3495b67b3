import { groupedBy, type Answer, type FiftyPercentAnswer, type Holding, type Proof } from '../../model';
import { bySize, holdersByHeld, withoutSummaries, type HoldersByHeld } from './effectiveShares';
import { ROUNDING } from './holding';

const HALF = 50;

/**
 * The 50 per cent rule of sanctions practice (US Treasury, OFAC, "Revised guidance on entities owned by persons whose
 * property and interests in property are blocked", 13 August 2014, and FAQ 398–402): an entity counts as held when
 * listed parties, and entities that themselves count as held, have 50 per cent or more of it in aggregate. Ownership
 * only; control does not count. An entity's share counts whole once it is held, and not at all before: it is no
 * product of shares along a chain.
 *
 * Two fixed points are reckoned: what is held if every holding is at its least, and what may be held if each is at its
 * largest (100 per cent together at most). In the first: yes. Not in the second: no. Between them: undetermined, and
 * `aggregate` gives the bounds that decide. Cost O(rounds × holdings), rounds at most the length of the longest chain.
 */
export function fiftyPercentRule(holdings: readonly Holding[], entity: string, listed: ReadonlySet<string>): FiftyPercentAnswer {
  const counted = withoutSummaries(holdings);
  const into = holdersByHeld(counted);
  const certainly = fixedPoint(into, listed, (holders, held) => leastOf(holders, held) >= HALF - ROUNDING);
  const possibly = fixedPoint(into, listed, (holders, held) => mostOf(holders, held) >= HALF - ROUNDING);
  const proof = prove({ into, listed, certainly, possibly, belowListed: belowAny(counted, listed) }, entity, new Set());
  const answer = proof.counts === 'listed' ? 'yes' : proof.counts;
  return { answer, aggregate: proof.aggregate, proof };
}

type Counting = ReadonlySet<string>;

function fixedPoint(
  into: HoldersByHeld, listed: Counting, holds: (holders: readonly Holding[], counting: Counting) => boolean,
): Set<string> {
  const counting = new Set(listed);
  let grew = true;
  while (grew) {
    grew = false;
    for (const [id, holders] of into) {
      if (counting.has(id) || !holds(holders, counting)) continue;
      counting.add(id);
      grew = true;
    }
  }
  return counting;
}

/** What counting holders have at least. */
function leastOf(holders: readonly Holding[], counting: Counting): number {
  return holders.reduce((sum, h) => sum + (counting.has(h.holder) ? h.share.min : 0), 0);
}

/** What counting holders may have at most: not what others certainly have. */
function mostOf(holders: readonly Holding[], counting: Counting): number {
  const others = holders.reduce((sum, h) => sum + (counting.has(h.holder) ? 0 : h.share.min), 0);
  const own = holders.reduce((sum, h) => sum + (counting.has(h.holder) ? h.share.max : 0), 0);
  return Math.max(leastOf(holders, counting), Math.min(own, 100 - others));
}

interface Reckoning {
  into: HoldersByHeld;
  listed: Counting;
  certainly: Counting;
  possibly: Counting;
  /** Listed parties and everything that one of them stands somewhere above. */
  belowListed: Counting;
}

/** `shown` grows: each entity is told with its holders once, so that the tree is no larger than the holdings. */
function prove(r: Reckoning, entity: string, shown: Set<string>): Proof {
  if (r.listed.has(entity)) return { entity, counts: 'listed', aggregate: { min: 100, max: 100 }, holders: [] };
  const holders = r.into.get(entity) ?? [];
  const aggregate = { min: leastOf(holders, r.certainly), max: mostOf(holders, r.possibly) };
  const counts: Answer = r.certainly.has(entity) ? 'yes' : r.possibly.has(entity) ? 'undetermined' : 'no';
  if (shown.has(entity)) return { entity, counts, aggregate, holders: [], again: true };
  shown.add(entity);
  // Holders that fall short of the rule are shown too where a listed party stands above them: a reader asks why they do not count.
  const counting = holders.filter((h) => r.possibly.has(h.holder) || r.belowListed.has(h.holder));
  return {
    entity,
    counts,
    aggregate,
    holders: counting
      .sort(bySize)
      .map((h) => ({ share: h.share, relationships: h.relationships, proof: prove(r, h.holder, shown) })),
  };
}

function belowAny(holdings: readonly Holding[], holders: Counting): Set<string> {
  const outOf = groupedBy(holdings, (h) => h.holder);
  const below = new Set(holders);
  for (const id of below) for (const h of outOf.get(id) ?? []) below.add(h.held);
  return below;
}

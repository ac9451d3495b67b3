import { addTo, atOnce, compareText, eachNumber, type Entity, type Relationship, type ShareBounds, type Steps } from '../../model';
import { holdingsOf, isStake } from '../ownership';
import { coVentureSteps, type CoVenture } from './coVentures';
import { stakesByHolder, StakesOverTime, type ShareClash, type StakesByHolder } from './stakesOverTime';

/** A holder or partner in a venture, with every relationship that says so. */
export interface Partner {
  partner: string;
  /** Per cent; what is unknown is narrowed by what the others certainly had while it was a partner. */
  share: ShareBounds;
  /** What its relationships say: 0–100 where none records a share. */
  recorded: ShareBounds;
  relationships: string[];
}

export interface Venture {
  venture: string;
  /** With most of it first; those without a known share last, by id. */
  partners: Partner[];
  clashes: ShareClash[];
}

export interface VenturesAnswer {
  ventures: Venture[];
  /** Pairs that meet most often first, then by ids; at most MOST_PAIRS. */
  coVentures: CoVenture[];
  /** How many pairs there are beyond those; absent where there are none. */
  moreCoVentures?: number;
}

/** What ventures are found in: the entities that may be one, and the stakes in them. */
export interface VenturePart {
  readonly entities: readonly Pick<Entity, 'id' | 'type'>[];
  readonly relationships: readonly Relationship[];
}

/**
 * The jointly held companies of a part of a dataset, and who is tied to whom through which of them. A venture is an
 * entity of type jointVenture, or one with two or more partners or holders. With `about`, only the ventures that this
 * entity is or is a partner in. Give it relationships that a filter has admitted.
 * Cost O(r log r), and in the stakes of one venture O(holders × days on which they change) and O(holders²) for who meets.
 */
export function venturesOf(part: VenturePart, about?: string): VenturesAnswer {
  return atOnce(ventureSteps(part, about));
}

/** The same in steps. */
export function* ventureSteps({ entities, relationships }: VenturePart, about?: string): Steps<VenturesAnswer> {
  const stakes = yield* stakesByVenture(relationships);
  const ventures: Venture[] = [];
  const holders = new Map<string, StakesByHolder>();
  for (const [i, entity] of entities.entries()) {
    if (i % 100 === 0) yield 0.1 + (0.6 * i) / entities.length;
    const own = stakes.get(entity.id) ?? [];
    if (!isAbout(entity, own, about) || !isVenture(entity, own)) continue;
    const byHolder = stakesByHolder(own);
    holders.set(entity.id, byHolder);
    ventures.push(yield* ventureOf(entity.id, own, byHolder));
  }
  ventures.sort((a, b) => compareText(a.venture, b.venture));
  yield 0.7;
  return { ventures, ...(yield* coVentureSteps(ventures.map(({ venture }) => [venture, holders.get(venture)!]))) };
}

function* stakesByVenture(relationships: readonly Relationship[]): Steps<Map<string, Relationship[]>> {
  const stakes = new Map<string, Relationship[]>();
  const add = (i: number) => {
    if (isStake(relationships[i]!)) addTo(stakes, relationships[i]!.to, relationships[i]!);
  };
  yield* eachNumber(relationships.length, add, [0, 0.1]);
  return stakes;
}

function isAbout({ id }: Pick<Entity, 'id'>, stakes: readonly Relationship[], about: string | undefined): boolean {
  return about === undefined || about === id || stakes.some((r) => r.from === about);
}

function isVenture(entity: Pick<Entity, 'type'>, stakes: readonly Relationship[]): boolean {
  return entity.type === 'jointVenture' || stakes.some((r) => r.from !== stakes[0]!.from);
}

function* ventureOf(venture: string, stakes: readonly Relationship[], byHolder: StakesByHolder): Steps<Venture> {
  const overTime = new StakesOverTime(byHolder);
  yield* overTime.sumSteps();
  const partners: Partner[] = [];
  for (const h of holdingsOf(stakes)) {
    const relationships = byHolder.get(h.holder)!.map((s) => s.record.id).sort(compareText);
    partners.push({ partner: h.holder, share: overTime.shareOf(h), recorded: h.recorded, relationships });
    yield;
  }
  partners.sort((a, b) => b.share.min - a.share.min || b.share.max - a.share.max || compareText(a.partner, b.partner));
  return { venture, partners, clashes: yield* overTime.clashSteps() };
}

import {
  addTo, compareText, groupedBy, intervalBounds, recordsStake, someMayMeet,
  type DatasetPart, type Entity, type IntervalBounds, type Relationship, type VentureWay,
} from '../../model';
import type { Derived, DrawnPart, Enclosing } from './derived';

/** A part some of which is replaced by what was derived from it. */
export type Replaced = Pick<DrawnPart, 'part' | 'derived' | 'enclosures'>;

/** The stakes in each venture that has some among these relationships, in their order. O(relationships). */
export function stakesByVenture(relationships: readonly Relationship[]): Map<string, Relationship[]> {
  return groupedBy(relationships.filter((r) => recordsStake(r.type) && r.from !== r.to), (r) => r.to);
}

/**
 * A part with some ventures drawn in another way than as a hub. As a compound, an enclosure is drawn around its partners
 * besides the stakes, which say who has how much. As ties, the stakes give way to a line between each two partners whose
 * stakes may have held on one day; the venture's own box goes where nothing else ties it. What is `kept` (the highlighted
 * route) is drawn as it is recorded, so that routes are the same in every way. Order: that of the part, then derived
 * lines by ids. O(entities + relationships + pairs of partners of the ventures drawn as ties).
 */
export function withVentureWays(part: DatasetPart, ways: ReadonlyMap<string, VentureWay>, kept: ReadonlySet<string> = new Set()): Replaced {
  const entities = new Map(part.entities.map((e) => [e.id, e]));
  const changed = [...ways].filter(([id]) => entities.has(id)).sort(([a], [b]) => compareText(a, b));
  if (changed.length === 0) return { part, derived: new Map(), enclosures: [] };
  const stakes = stakesByVenture(part.relationships);
  const staked = changed.filter(([id]) => stakes.has(id));
  const of = (way: VentureWay) =>
    staked.filter(([, drawn]) => drawn === way).map(([id]): Stakes => ({ venture: entities.get(id)!, stakes: stakes.get(id)! }));
  const enclosures = of('compound').map(({ venture, stakes: own }): Enclosing => ({ venture: venture.id, members: partnersOf(own) }));
  const tied = of('ties');
  if (tied.length === 0) return { part, derived: new Map(), enclosures };
  const ties = tied.flatMap(({ venture, stakes: own }) => tiesOf(venture, own, entities));
  return { ...withTies(part, tied, ties, kept), derived: new Map(ties.map((t) => [t.relationship.id, t.derived])), enclosures };
}

/** The partners of a venture among what is drawn, by id. */
export function partnersOf(stakes: readonly Relationship[]): string[] {
  return [...new Set(stakes.map((r) => r.from))].sort(compareText);
}

interface Stakes {
  venture: Entity;
  stakes: readonly Relationship[];
}

/** The part with ties in place of stakes, without the ventures that nothing else ties. */
function withTies(
  part: DatasetPart, ventures: readonly Stakes[], ties: readonly Tie[], kept: ReadonlySet<string>,
): Pick<DrawnPart, 'part'> {
  const gone = new Set(ventures.flatMap((v) => v.stakes).filter((r) => !kept.has(r.id)).map((r) => r.id));
  const left = part.relationships.filter((r) => !gone.has(r.id));
  const tied = new Set(left.flatMap((r) => [r.from, r.to]));
  const dissolved = new Set(ventures.map((v) => v.venture.id).filter((id) => !tied.has(id)));
  const entities = part.entities.filter((e) => !dissolved.has(e.id));
  return { part: { ...part, entities, relationships: [...left, ...ties.map((t) => t.relationship)] } };
}

interface Tie {
  relationship: Relationship;
  derived: Derived;
}

function tiesOf(venture: Entity, stakes: readonly Relationship[], entities: ReadonlyMap<string, Entity>): Tie[] {
  const held = new Map<string, IntervalBounds[]>();
  for (const r of stakes) addTo(held, r.from, intervalBounds(r));
  const partners = [...held].sort(([a], [b]) => compareText(a, b));
  return partners.flatMap(([a, ofA], i) =>
    partners.slice(i + 1).filter(([, ofB]) => someMayMeet(ofA, ofB)).map(([b]) => tieBetween(a, b, venture, entities)));
}

function tieBetween(a: string, b: string, venture: Entity, entities: ReadonlyMap<string, Entity>): Tie {
  const name = (id: string) => shortName(entities.get(id) ?? { id, type: 'company', name: id });
  const label = `in ${shortName(venture)}`;
  return {
    relationship: { id: `reckoned:tie:${JSON.stringify([venture.id, a, b])}`, type: 'partnersWith', from: a, to: b, label, claims: [] },
    derived: {
      standsFor: { kind: 'entity', id: venture.id },
      sentence: `${name(a)} and ${name(b)} are partners ${label} (drawn as a direct tie).`,
    },
  };
}

function shortName({ shortName: short, name }: Entity): string {
  return short ?? name;
}

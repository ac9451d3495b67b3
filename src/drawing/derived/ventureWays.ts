import { compareText, mayMeet, type DatasetPart, type Entity, type Relationship, type VentureWay } from '../../model';
import type { DrawnPart, Enclosing, Derived } from './derived';

/** The relationships that make an entity a partner in a venture. */
export function isStakeIn(r: Relationship, venture: string): boolean {
  return r.to === venture && r.from !== venture && (r.type === 'owns' || r.type === 'partnerIn');
}

/**
 * A part with some ventures drawn in another way than as a hub. As a compound, the stakes in a venture give way to an
 * enclosure around its partners. As ties, they give way to a line between each two partners whose stakes may have held
 * on one day; the venture's own box goes where nothing else ties it. What is `kept` (the highlighted route) is drawn as
 * it is recorded, so that routes are the same in every way. Order: that of the part, then reckoned lines by ids. O(r + p²)
 * for p partners of one venture.
 */
export function withVentureWays(part: DatasetPart, ways: Readonly<Record<string, VentureWay>>, kept: ReadonlySet<string> = new Set()): DrawnPart {
  const drawn = new Set(part.entities.map((e) => e.id));
  const changed = Object.entries(ways).filter(([id]) => drawn.has(id)).sort(([a], [b]) => compareText(a, b));
  if (changed.length === 0) return { part, derived: new Map(), enclosures: [] };
  const stakes = new Map(changed.map(([id]) => [id, part.relationships.filter((r) => isStakeIn(r, id))]));
  const gone = new Set([...stakes.values()].flat().filter((r) => !kept.has(r.id)).map((r) => r.id));
  const left = part.relationships.filter((r) => !gone.has(r.id));
  const tied = new Set(left.flatMap((r) => [r.from, r.to]));
  const dissolved = new Set(changed.filter(([id, way]) => way === 'ties' && !tied.has(id) && stakes.get(id)!.length > 0).map(([id]) => id));
  const ties = changed.flatMap(([id, way]) => (way === 'ties' ? tiesOf(entityOf(part, id), stakes.get(id)!, part) : []));
  return {
    part: { ...part, entities: part.entities.filter((e) => !dissolved.has(e.id)), relationships: [...left, ...ties.map((t) => t.relationship)] },
    derived: new Map(ties.map((t) => [t.relationship.id, t.derived])),
    enclosures: changed.flatMap(([id, way]): Enclosing[] => (way === 'compound' ? [{ venture: id, members: partnersOf(stakes.get(id)!) }] : [])),
  };
}

/** The partners of a venture among what is drawn, by id. */
export function partnersOf(stakes: readonly Relationship[]): string[] {
  return [...new Set(stakes.map((r) => r.from))].sort();
}

function entityOf({ entities }: DatasetPart, id: string): Entity {
  return entities.find((e) => e.id === id)!;
}

interface Tie {
  relationship: Relationship;
  derived: Derived;
}

function tiesOf(venture: Entity, stakes: readonly Relationship[], part: DatasetPart): Tie[] {
  const partners = partnersOf(stakes);
  const stakesOf = (id: string) => stakes.filter((r) => r.from === id);
  return partners.flatMap((a, i) => partners.slice(i + 1).flatMap((b): Tie[] => {
    const meet = stakesOf(a).some((x) => stakesOf(b).some((y) => mayMeet(x, y)));
    return meet ? [tieBetween(a, b, venture, part)] : [];
  }));
}

function tieBetween(a: string, b: string, venture: Entity, part: DatasetPart): Tie {
  const name = (id: string) => shortName(entityOf(part, id) ?? { id, type: 'company', name: id });
  const label = `in ${shortName(venture)}`;
  return {
    relationship: { id: `reckoned:tie:${JSON.stringify([venture.id, a, b])}`, type: 'partnersWith', from: a, to: b, label, claims: [] },
    derived: { standsFor: { kind: 'entity', id: venture.id }, sentence: `${name(a)} and ${name(b)} are partners ${label} (drawn as a direct tie).` },
  };
}

function shortName({ shortName: short, name }: Entity): string {
  return short ?? name;
}

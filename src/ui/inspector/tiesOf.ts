import { relationshipTypes, statusOf, type Claim, type Relationship, type RelationshipType, type Source, type Status } from '../../model';
import type { Records } from '../../workspace';

/** A relationship as seen from one of its two ends. */
export interface Tie {
  relationship: Relationship;
  /** Who stands at the other end. */
  other: string;
  /** The entity looked at is the relationship's `from`. */
  forward: boolean;
  status: Status;
  /** Distinct sources that speak of it. */
  sources: number;
}

export interface TieGroup {
  type: RelationshipType;
  forward: boolean;
  ties: Tie[];
}

export interface EntityTies {
  /** Who holds it, and what it holds: ownership and ventures, the largest share first. */
  stakesIn: Tie[];
  stakesOut: Tie[];
  /** Everything else, by type and way, in the catalogue's order. */
  groups: TieGroup[];
}

const STAKES: ReadonlySet<RelationshipType> = new Set<RelationshipType>(['owns', 'controls', 'trusteeOf', 'partnerIn']);

/** Claims whose source is not set aside. */
export function counted(claims: readonly Claim[], withoutSources: readonly string[] = []): Claim[] {
  return claims.filter((c) => !withoutSources.includes(c.source));
}

/** All ties of an entity among these records, sorted for reading; equal ones by the other's name. */
export function tiesOf(entity: string, { entities, relationships, sources }: Records, withoutSources: readonly string[] = []): EntityTies {
  const nameOf = (id: string) => entities.get(id)?.name ?? id;
  const ties = [...relationships.values()].filter((r) => r.from === entity || r.to === entity).map((r) => tieOf(r, entity, (id) => sources.get(id), withoutSources));
  const byName = (a: Tie, b: Tie) => nameOf(a.other).localeCompare(nameOf(b.other), 'en');
  const stakes = ties.filter((t) => STAKES.has(t.relationship.type)).sort((a, b) => shareOf(b) - shareOf(a) || byName(a, b));
  const rest = ties.filter((t) => !STAKES.has(t.relationship.type)).sort(byName);
  return { stakesIn: stakes.filter((t) => !t.forward), stakesOut: stakes.filter((t) => t.forward), groups: grouped(rest) };
}

function tieOf(relationship: Relationship, entity: string, sourceOf: (id: string) => Source | undefined, withoutSources: readonly string[]): Tie {
  const forward = relationship.from === entity;
  const claims = counted(relationship.claims, withoutSources);
  return { relationship, other: forward ? relationship.to : relationship.from, forward, status: statusOf(claims, sourceOf), sources: new Set(claims.map((c) => c.source)).size };
}

function shareOf({ relationship: { share } }: Tie): number {
  return share === undefined ? -1 : typeof share === 'number' ? share : share.max;
}

function grouped(ties: readonly Tie[]): TieGroup[] {
  const types = Object.keys(relationshipTypes) as RelationshipType[];
  return types.flatMap((type) =>
    [true, false].map((forward) => ({ type, forward, ties: ties.filter((t) => t.relationship.type === type && (relationshipTypes[type].directed ? t.forward === forward : forward)) })).filter((g) => g.ties.length > 0),
  );
}

import {
  citedSources, compareIds, compareNames, countedClaims, hasEnded, publishersOf, relationshipType, relationshipTypeIds, shareText,
  sourceTree, weakness, withOrigins,
  type Claim, type Entity, type Relationship, type RelationshipType, type Source, type SourceTree, type Spoken, type Status,
} from '../../model';
import { lookup, type Lookup } from './lookup';
import { memoised } from './memoised';
import { chartSpoken } from './spokenUnder';
import { visiblePart } from './visiblePart';

export interface CitedClaim {
  readonly claim: Claim;
  /** Absent where the dataset lacks it. */
  readonly source: Source | undefined;
  /** Its source is set aside by the filter: it counts for nothing. */
  readonly aside: boolean;
  /** What its source copies, translates or reports, each likewise; absent where it derives from nothing. */
  readonly origins?: readonly SourceTree[];
  /** Of a reading: the publishers of what it is drawn from, in its order. */
  readonly grounds?: readonly string[];
}

/** A relationship seen from one of its ends. */
export interface Tie {
  readonly relationship: Relationship;
  /** The entity at the other end; itself for a tie to itself. */
  readonly other: string;
  readonly otherName: string;
  readonly forward: boolean;
  readonly status: Status;
  /** Distinct sources that count for it. */
  readonly sources: number;
  readonly ended: boolean;
  /** Whether it is drawn now. */
  readonly drawn: boolean;
  /** "75 %", "25–50 %", empty where unknown. */
  readonly share: string;
}

export interface InspectedEntity {
  readonly kind: 'entity';
  readonly entity: Entity;
  readonly onChart: boolean;
  /** Who holds or partners in it; largest share first, unknown last. */
  readonly stakesIn: readonly Tie[];
  /** What it holds or partners in. */
  readonly stakesOut: readonly Tie[];
  /** All ties, stakes too, by type and direction, in the catalogue's order; within, those drawn first, then the strongest. */
  readonly groups: readonly {
    readonly type: RelationshipType;
    readonly forward: boolean;
    readonly verb: string;
    readonly ties: readonly Tie[];
  }[];
  readonly tieCount: number;
  /** Neighbours of the dataset that are not on the chart; "Expand 4". */
  readonly offChart: number;
  readonly claims: readonly CitedClaim[];
}

export interface InspectedRelationship {
  readonly kind: 'relationship';
  readonly relationship: Relationship;
  readonly from: Entity | undefined;
  readonly to: Entity | undefined;
  readonly status: Status;
  /** Whether it held in the filter's period. */
  readonly held: 'yes' | 'possibly' | 'no';
  readonly ended: boolean;
  /** Independent publishers that affirm or allege it. */
  readonly publishers: readonly string[];
  /** The sources behind its claims, those that they derive from included. */
  readonly sources: readonly Source[];
  readonly claims: readonly CitedClaim[];
}

type Inspected = InspectedEntity | InspectedRelationship;

/** What the panel on the right shows: all that is known of the selection, drawn or not; nothing where nothing is selected. */
export const inspected = memoised(
  [(s) => s.selection, lookup, visiblePart, (s) => s.looking, chartSpoken],
  (state): Inspected | undefined => {
    const { selection } = state;
    const records = lookup(state);
    if (!selection) return undefined;
    if (selection.kind === 'relationship') {
      const relationship = records.relationship(selection.id);
      return (
        relationship
        && inspectedRelationship(relationship, records, chartSpoken(state), visiblePart(state).held.get(relationship.id) ?? 'yes')
      );
    }
    const entity = records.entity(selection.id);
    if (!entity) return undefined;
    const looking = state.looking?.entity === entity.id ? state.looking : undefined;
    const known = new Set([...state.chart.relationships, ...(looking?.relationships ?? [])]);
    const drawn = new Set(visiblePart(state).relationships.map((r) => r.id));
    const ties = [...known]
      .flatMap((id) => records.relationship(id) ?? [])
      .flatMap((r) => tiesOf(r, entity.id, { records, drawn, filter: chartSpoken(state) }));
    const others = new Set(ties.map((t) => t.other));
    const offChart = [...others].filter((id) => !state.chart.entities.has(id)).length + (looking?.more ?? 0);
    return {
      kind: 'entity', entity, onChart: state.chart.entities.has(entity.id), ...stakes(ties), groups: groupsOf(ties), tieCount: ties.length,
      offChart, claims: cited(entity.claims ?? [], records, chartSpoken(state)),
    };
  },
);

function inspectedRelationship(
  r: Relationship, records: Lookup, filter: Spoken, held: InspectedRelationship['held'],
): InspectedRelationship {
  const behind = withOrigins(r.claims.map((c) => c.source), records.source);
  return {
    kind: 'relationship', relationship: r, from: records.entity(r.from), to: records.entity(r.to), status: records.status(r), held,
    ended: hasEnded(r, filter.period), publishers: publishersOf(countedClaims(r, filter), records.source).independent,
    sources: [...behind].flatMap((id) => records.source(id) ?? []), claims: cited(r.claims, records, filter),
  };
}

function cited(claims: readonly Claim[], records: Lookup, filter: Spoken): CitedClaim[] {
  const counted = new Set(countedClaims({ claims }, filter));
  return claims.map((claim) => {
    const grounds = [...new Set(claim.restsOn?.map((g) => records.source(g.source)?.publisher ?? g.source))];
    const { from } = sourceTree(claim.source, records.source);
    return {
      claim, source: records.source(claim.source), aside: !counted.has(claim), ...(grounds.length > 0 ? { grounds } : {}),
      ...(from.length > 0 ? { origins: from } : {}),
    };
  });
}

function tiesOf(
  r: Relationship, entity: string, { records, drawn, filter }: { records: Lookup; drawn: ReadonlySet<string>; filter: Spoken },
): Tie[] {
  if (r.from !== entity && r.to !== entity) return [];
  const forward = r.from === entity;
  const other = forward ? r.to : r.from;
  return [{
    relationship: r, other, otherName: records.name(other), forward, status: records.status(r), ended: hasEnded(r, filter.period),
    drawn: drawn.has(r.id), sources: citedSources([r], filter).size, share: shareText(r.share),
  }];
}

function stakes(ties: readonly Tie[]): Pick<InspectedEntity, 'stakesIn' | 'stakesOut'> {
  const held = ties
    .filter(
      ({ relationship: { type } }) => ['ownership', 'venture'].includes(relationshipType(type).family) && relationshipType(type).directed,
    )
    .sort(bySize);
  return { stakesIn: held.filter((t) => !t.forward), stakesOut: held.filter((t) => t.forward) };
}

function bySize(a: Tie, b: Tie): number {
  const size = ({ relationship: { share } }: Tie) => (share === undefined ? -1 : typeof share === 'number' ? share : share.max);
  return Number(a.ended) - Number(b.ended) || size(b) - size(a) || byName(a, b);
}

function byName(a: Tie, b: Tie): number {
  return compareNames(a.otherName, b.otherName) || compareIds(a.relationship, b.relationship);
}

/** Types without a direction are one group; the others are two. */
function groupsOf(ties: readonly Tie[]): InspectedEntity['groups'] {
  return relationshipTypeIds.flatMap((type) => {
    const entry = relationshipType(type);
    const of = ties.filter((t) => t.relationship.type === type);
    const ways = entry.directed ? [true, false] : [true];
    return ways.flatMap((forward) => {
      const group = entry.directed ? of.filter((t) => t.forward === forward) : of;
      const ordered = [...group].sort(
        (a, b) => Number(b.drawn) - Number(a.drawn) || weakness(a.status) - weakness(b.status) || byName(a, b),
      );
      return ordered.length === 0 ? [] : [{ type, forward, verb: forward ? entry.verb : entry.inverse, ties: ordered }];
    });
  });
}

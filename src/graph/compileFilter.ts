import {
  affirms,
  entityTypeIds, fallsWithout, heldBetween, periodBounds, relationshipType, relationshipTypeIds, statuses, STATUSES_BY_DEFAULT, weakness,
  type DayRange, type Excluded, type Filter,
} from '../model';
import type { ClaimTable } from './claimTable';
import type { GraphIndex } from './graphIndex';
import type { EntityIndex, RelationshipIndex } from './integers';

/**
 * The verdict on a relationship that the filter leaves out; `OUT.type` is the least.
 * Below it, the verdict is the weakness of an admitted one.
 */
export const OUT = { status: 16, period: 17, type: 18, source: 19 } as const;

/**
 * A filter as predicates on integers. A relationship's verdict is 0–5, the weakness of its status with the filter's sources set
 * aside, where it is admitted; a value of `OUT` where it is not: the first reason that fits, in the order status, period, type,
 * source; an entity that did not exist in the period takes its ties with it. Entity types are judged apart (`entityAdmitted`, by entity
 * type code), since the ends of a question are always admitted; `excluded` counts a relationship with an entity that is not admitted among
 * `type`.
 */
export interface CompiledFilter {
  readonly verdicts: Uint8Array;
  /** By entity type code: 1 where entities of that type are admitted. */
  readonly entityTypeAdmitted: Uint8Array;
  readonly excluded: Excluded;
  admits(relationship: RelationshipIndex): boolean;
  /** Why a relationship is left out; undefined where it is admitted. */
  reasonOut(relationship: RelationshipIndex): keyof Excluded | undefined;
  admitsEntity(entity: EntityIndex): boolean;
}

/** Compiles a filter for an index. Sources that the index does not know admit and set aside nothing. Cost O(relationships). */
export function compileFilter(index: GraphIndex, filter: Filter): CompiledFilter {
  const { entityTypeCodes } = index.parts;
  const entityTypeAdmitted = Uint8Array.from(entityTypeIds, (type) => Number(filter.entityTypes?.includes(type) ?? true));
  const gone = filter.period && goneEntities(index, periodBounds(filter.period));
  const verdicts = verdictsOf(index, filter, gone);
  const admitsEntity = (entity: EntityIndex) => entityTypeAdmitted[entityTypeCodes[entity]!] === 1 && gone?.[entity] !== 1;
  const ends = filter.entityTypes && index.ends();
  const admitsEnds = (r: number) => ends === undefined || (admitsEntity(ends[r * 2]!) && admitsEntity(ends[r * 2 + 1]!));
  const admits = (r: number) => verdicts[r]! < OUT.status && admitsEnds(r);
  const reasonOut = reasonsOut(verdicts, admitsEnds);
  return { verdicts, entityTypeAdmitted, excluded: countExcluded(verdicts.length, reasonOut), admits, reasonOut, admitsEntity };
}

function verdictsOf(index: GraphIndex, filter: Filter, gone: Uint8Array | undefined): Uint8Array {
  const { weaknesses, relationshipTypeCodes } = index.parts;
  const reckoned = filter.withoutSources?.length ? weaknessesWithout(index, filter.withoutSources) : weaknesses;
  const statusAdmitted = Uint8Array.from(statuses, (s) => Number((filter.statuses ?? STATUSES_BY_DEFAULT).includes(s)));
  const typeAdmitted = Uint8Array.from(relationshipTypeIds, (type) => Number(admitsType(filter, type)));
  const held = heldTest(index, filter);
  const orphaned = gone && tiesOf(index, gone);
  const affirmed =
    filter.sources && index.parts.claims.patternsWith(setMinus(filter.sources, filter.withoutSources), affirms);
  const verdict = (weak: number, r: number): number => {
    if (weak !== NO_CLAIM_LEFT && statusAdmitted[weak] === 0) return OUT.status;
    if (held && (!held(r) || orphaned?.[r] === 1)) return OUT.period;
    if (typeAdmitted[relationshipTypeCodes[r]!] === 0) return OUT.type;
    const sourced = affirmed === undefined || affirmed[index.parts.claims.patternAt(r)] === 1;
    return weak === NO_CLAIM_LEFT || !sourced ? OUT.source : weak;
  };
  return reckoned.map(verdict);
}

function admitsType({ relationshipTypes, families }: Filter, type: (typeof relationshipTypeIds)[number]): boolean {
  return (relationshipTypes?.includes(type) ?? true) && (families?.includes(relationshipType(type).family) ?? true);
}

function setMinus(ids: readonly string[], without: readonly string[] = []): string[] {
  return ids.filter((id) => !without.includes(id));
}

const NO_CLAIM_LEFT = 255;

/** Every relationship's weakness with the claims of some sources set aside. One that had no claim to begin with keeps its status. */
function weaknessesWithout(index: GraphIndex, sources: readonly string[]): Uint8Array {
  const { claims, weaknesses } = index.parts;
  const touched = claims.patternsWith(sources, () => true);
  const aside = new Set(sources);
  const left = Uint8Array.from(touched, (is, pattern) => (is === 1 ? weaknessOfRest(claims, pattern, aside) : 0));
  return weaknesses.map((weak, r) => (touched[claims.patternAt(r)] === 1 ? left[claims.patternAt(r)]! : weak));
}

function weaknessOfRest(claims: ClaimTable, pattern: number, aside: ReadonlySet<string>): number {
  const said = claims.claimsOf(pattern);
  return fallsWithout(said, aside) ? NO_CLAIM_LEFT : weakness(claims.statusWithout(said, aside));
}

/** By entity: 1 where it certainly did not exist on any of these days. Undefined where that is so of none. */
function goneEntities({ parts: { intervals, lifeCodes } }: GraphIndex, { earliest, latest }: DayRange): Uint8Array | undefined {
  if (!lifeCodes) return undefined;
  const goneBy = Uint8Array.from({ length: intervals.length }, (_, code) =>
    Number(heldBetween(intervals.boundsOf(code), earliest, latest) === 'no'),
  );
  // A loop over integers takes a tenth of what `from` takes over their iterator.
  const gone = new Uint8Array(lifeCodes.length);
  let any = 0;
  for (let entity = 0; entity < gone.length; entity++) any |= gone[entity] = goneBy[lifeCodes[entity]!]!;
  return any === 1 ? gone : undefined;
}

/** By relationship: 1 where it is one of an entity that is gone, which takes its ties with it. Cost: the degrees of these. */
function tiesOf(index: GraphIndex, gone: Uint8Array): Uint8Array {
  const { starts, ties } = index.adjacency;
  const out = new Uint8Array(index.relationshipCount);
  for (let entity = gone.indexOf(1); entity !== -1; entity = gone.indexOf(1, entity + 1)) {
    for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) out[ties[slot]! >>> 1] = 1;
  }
  return out;
}

/** Whether a relationship held in the period, by relationship. */
function heldTest(
  { parts: { intervals, intervalCodes } }: GraphIndex, { period, certainly, undated }: Filter,
): ((relationship: number) => boolean) | undefined {
  if (period === undefined) return undefined;
  const asked: DayRange = periodBounds(period);
  const heldBy = Uint8Array.from({ length: intervals.length }, (_, code) => {
    const held = heldBetween(intervals.boundsOf(code, undated), asked.earliest, asked.latest);
    return Number(certainly === true ? held === 'yes' : held !== 'no');
  });
  return (r) => heldBy[intervalCodes[r]!] === 1;
}

const REASON = ['status', 'period', 'type', 'source'] as const;

function reasonsOut(verdicts: Uint8Array, admitsEnds: (r: number) => boolean): CompiledFilter['reasonOut'] {
  return (r) => {
    const verdict = verdicts[r]!;
    if (verdict === OUT.status || verdict === OUT.period || verdict === OUT.type) return REASON[verdict - OUT.status]!;
    if (!admitsEnds(r)) return 'type';
    return verdict === OUT.source ? 'source' : undefined;
  };
}

function countExcluded(relationships: number, reasonOut: CompiledFilter['reasonOut']): Excluded {
  const excluded: Excluded = { status: 0, period: 0, type: 0, source: 0 };
  for (let r = 0; r < relationships; r++) {
    const reason = reasonOut(r);
    if (reason !== undefined) excluded[reason]++;
  }
  return excluded;
}

import {
  affirms,
  entityTypeIds, fallsWithout, heldBetween, periodBounds, relationshipType, relationshipTypeIds, statuses, STATUSES_BY_DEFAULT, weakness,
  type DayRange, type Excluded, type Filter,
} from '../model';
import type { ClaimTable } from './claimTable';
import type { IndexDelta } from './delta/indexDelta';
import type { GraphIndex } from './graphIndex';
import type { EntityIndex, RelationshipIndex } from './integers';
import type { IntervalTable } from './intervalTable';

/**
 * The verdict on a relationship that the filter leaves out; `OUT.type` is the least.
 * Below it, the verdict is the weakness of an admitted one.
 */
export const OUT = {
  status: 16, period: 17, type: 18, source: 19,
  /** It is not there: changes that are laid over an index have taken it away. It counts nowhere. */
  gone: 20,
} as const;

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
  /** False as well for one that is not there. */
  admitsEntity(entity: EntityIndex): boolean;
  /** By entity: 1 where it certainly did not exist in the period; absent where none is so. */
  readonly gone?: Uint8Array | undefined;
  /** Of an index with changes laid over another: the relationships on which the verdict may be another than there. */
  readonly judged?: readonly number[];
}

/**
 * Compiles a filter for an index. Sources that the index does not know admit and set aside nothing. Cost O(relationships); of an index with
 * changes laid over another that of the other where it was not compiled for it lately, and O(changes) with the copying of memory.
 */
export function compileFilter(index: GraphIndex, filter: Filter): CompiledFilter {
  return index.delta ? compiledOver(index, index.delta, filter) : compiledWhole(index, filter);
}

const KEPT = 4;
const lately = new WeakMap<GraphIndex, Map<string, CompiledFilter>>();

/** The same, kept for an index and its few latest filters. */
export function compiledFilter(index: GraphIndex, filter: Filter): CompiledFilter {
  const filters = lately.get(index) ?? new Map<string, CompiledFilter>();
  lately.set(index, filters);
  const key = JSON.stringify(filter);
  const compiled = filters.get(key) ?? compileFilter(index, filter);
  filters.delete(key);
  filters.set(key, compiled);
  if (filters.size > KEPT) filters.delete(filters.keys().next().value!);
  return compiled;
}

/** Whether a filter was compiled for an index lately, or is compiled from one that was: at once. */
export function isCompiled(index: GraphIndex, filter: Filter): boolean {
  return lately.get(index.delta?.base ?? index)?.has(JSON.stringify(filter)) ?? false;
}

function compiledWhole(index: GraphIndex, filter: Filter): CompiledFilter {
  const gone = filter.period && goneEntities(index, periodBounds(filter.period));
  const orphaned = gone && tiesOf(index, gone);
  const verdict = judgeOf(index, filter, (r) => orphaned?.[r] === 1);
  const verdicts = new Uint8Array(index.relationshipCount);
  for (let r = 0; r < verdicts.length; r++) verdicts[r] = verdict(r);
  const compiled = compiledWith(index, filter, verdicts, gone);
  for (let r = 0; r < verdicts.length; r++) count(compiled.excluded, compiled.reasonOut(r), 1);
  return compiled;
}

/** Only what the changes bear upon is judged; of the rest the verdict is that of the base. */
function compiledOver(index: GraphIndex, delta: IndexDelta, filter: Filter): CompiledFilter {
  const base = compiledFilter(delta.base, filter);
  const gone = filter.period && goneOver(index, delta, base.gone, periodBounds(filter.period));
  const judged = judgedOver(index, delta);
  const verdict = judgeOf(index, filter, (r) => gone !== undefined && (gone[index.fromAt(r)] === 1 || gone[index.toAt(r)] === 1));
  const verdicts = new Uint8Array(index.relationshipCount);
  verdicts.set(base.verdicts);
  for (const r of judged) verdicts[r] = delta.goneRelationships.has(r) ? OUT.gone : verdict(r);
  const compiled = { ...compiledWith(index, filter, verdicts, gone), judged };
  Object.assign(compiled.excluded, base.excluded);
  for (const r of judged) {
    if (r < delta.base.relationshipCount) count(compiled.excluded, base.reasonOut(r), -1);
    count(compiled.excluded, compiled.reasonOut(r), 1);
  }
  return compiled;
}

/** The relationships that changes bear upon: those that changed, and those of entities that changed. */
function judgedOver({ adjacency: { starts, stops, ties } }: GraphIndex, { relationships, entities }: IndexDelta): readonly number[] {
  if (entities.length === 0) return relationships;
  const judged = new Set(relationships);
  for (const entity of entities) for (let slot = starts[entity]!; slot < stops[entity]!; slot++) judged.add(ties[slot]! >>> 1);
  return [...judged];
}

function compiledWith(index: GraphIndex, filter: Filter, verdicts: Uint8Array, gone: Uint8Array | undefined): CompiledFilter {
  const { entityTypeCodes } = index.parts;
  const entityTypeAdmitted = Uint8Array.from(entityTypeIds, (type) => Number(filter.entityTypes?.includes(type) ?? true));
  const admitsEntity = (entity: EntityIndex) =>
    entityTypeAdmitted[entityTypeCodes[entity]!] === 1 && gone?.[entity] !== 1 && index.isThere(entity);
  const admitsEnds = (r: number) => filter.entityTypes === undefined || (admitsEntity(index.fromAt(r)) && admitsEntity(index.toAt(r)));
  const admits = (r: number) => verdicts[r]! < OUT.status && admitsEnds(r);
  const excluded: Excluded = { status: 0, period: 0, type: 0, source: 0 };
  return { verdicts, entityTypeAdmitted, excluded, admits, reasonOut: reasonsOut(verdicts, admitsEnds), admitsEntity, gone };
}

function count(excluded: Excluded, reason: keyof Excluded | undefined, by: 1 | -1): void {
  if (reason !== undefined) excluded[reason] += by;
}

/** The verdict on one relationship; `orphaned`: an end of it did not exist in the period. What hangs on a code alone is found out once. */
function judgeOf(index: GraphIndex, filter: Filter, orphaned: (relationship: number) => boolean): (relationship: number) => number {
  const { weaknesses, relationshipTypeCodes, claims } = index.parts;
  const statusAdmitted = Uint8Array.from(statuses, (s) => Number((filter.statuses ?? STATUSES_BY_DEFAULT).includes(s)));
  const typeAdmitted = Uint8Array.from(relationshipTypeIds, (type) => Number(admitsType(filter, type)));
  const held = heldTest(index, filter);
  const left = filter.withoutSources?.length ? leftWithout(claims, filter.withoutSources) : undefined;
  const affirmed = filter.sources && affirmedBy(claims, setMinus(filter.sources, filter.withoutSources));
  return (r) => {
    const rest = left?.(claims.patternAt(r)) ?? UNTOUCHED;
    const weak = rest === UNTOUCHED ? weaknesses[r]! : rest;
    if (weak !== NO_CLAIM_LEFT && statusAdmitted[weak] === 0) return OUT.status;
    if (held && (!held(r) || orphaned(r))) return OUT.period;
    if (typeAdmitted[relationshipTypeCodes[r]!] === 0) return OUT.type;
    const sourced = affirmed === undefined || affirmed(claims.patternAt(r)) === 1;
    return weak === NO_CLAIM_LEFT || !sourced ? OUT.source : weak;
  };
}

function admitsType({ relationshipTypes, families }: Filter, type: (typeof relationshipTypeIds)[number]): boolean {
  return (relationshipTypes?.includes(type) ?? true) && (families?.includes(relationshipType(type).family) ?? true);
}

function setMinus(ids: readonly string[], without: readonly string[] = []): string[] {
  return ids.filter((id) => !without.includes(id));
}

const NO_CLAIM_LEFT = 255;
const UNTOUCHED = 254;

/** What is found out for a code when it is first asked for, and kept. */
function byCode(codes: number, of: (code: number) => number): (code: number) => number {
  const known = new Int16Array(codes).fill(-1);
  return (code) => {
    const found = known[code]!;
    return found === -1 ? (known[code] = of(code)) : found;
  };
}

/** By pattern, the weakness that is left with the claims of some sources set aside; one without such claims is `UNTOUCHED`. */
function leftWithout(claims: ClaimTable, sources: readonly string[]): (pattern: number) => number {
  const aside = new Set(sources);
  return byCode(claims.patternCount, (pattern) => {
    const said = claims.claimsOf(pattern);
    if (!said.some((claim) => aside.has(claim.source))) return UNTOUCHED;
    return fallsWithout(said, aside) ? NO_CLAIM_LEFT : weakness(claims.statusWithout(said, aside));
  });
}

/** By pattern: 1 where one of these sources says so, else 0. */
function affirmedBy(claims: ClaimTable, sources: readonly string[]): (pattern: number) => number {
  const ids = new Set(sources);
  return byCode(claims.patternCount, (pattern) =>
    Number(claims.claimsOf(pattern).some((c) => ids.has(c.source) && affirms(c))),
  );
}

/** By entity: 1 where it certainly did not exist on any of these days. Undefined where that is so of none. */
function goneEntities({ parts: { intervals, lifeCodes } }: GraphIndex, days: DayRange): Uint8Array | undefined {
  if (!lifeCodes) return undefined;
  const goneBy = Uint8Array.from({ length: intervals.length }, (_, code) => goneIn(intervals, code, days));
  // A loop over integers takes a tenth of what `from` takes over their iterator.
  const gone = new Uint8Array(lifeCodes.length);
  let any = 0;
  for (let entity = 0; entity < gone.length; entity++) any |= gone[entity] = goneBy[lifeCodes[entity]!]!;
  return any === 1 ? gone : undefined;
}

/** The same, of which only what changed is looked at. */
function goneOver(
  { parts: { intervals, lifeCodes } }: GraphIndex, { base, entityCount, entities }: IndexDelta, before: Uint8Array | undefined,
  days: DayRange,
): Uint8Array | undefined {
  if (!lifeCodes) return undefined;
  const gone = new Uint8Array(entityCount);
  if (before) gone.set(before);
  const look = (entity: number) => (gone[entity] = goneIn(intervals, lifeCodes[entity]!, days));
  entities.forEach(look);
  for (let entity = base.entityCount; entity < entityCount; entity++) look(entity);
  return gone;
}

function goneIn(intervals: IntervalTable, code: number, { earliest, latest }: DayRange): number {
  return Number(heldBetween(intervals.boundsOf(code), earliest, latest) === 'no');
}

/** By relationship: 1 where it is one of an entity that is gone, which takes its ties with it. Cost: the degrees of these. */
function tiesOf(index: GraphIndex, gone: Uint8Array): Uint8Array {
  const { starts, stops, ties } = index.adjacency;
  const out = new Uint8Array(index.relationshipCount);
  for (let entity = gone.indexOf(1); entity !== -1; entity = gone.indexOf(1, entity + 1)) {
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) out[ties[slot]! >>> 1] = 1;
  }
  return out;
}

/** Whether a relationship held in the period, by relationship. */
function heldTest(
  { parts: { intervals, intervalCodes } }: GraphIndex, { period, certainly, undated }: Filter,
): ((relationship: number) => boolean) | undefined {
  if (period === undefined) return undefined;
  const asked: DayRange = periodBounds(period);
  const heldBy = byCode(intervals.length, (code) => {
    const held = heldBetween(intervals.boundsOf(code, undated), asked.earliest, asked.latest);
    return Number(certainly === true ? held === 'yes' : held !== 'no');
  });
  return (r) => heldBy(intervalCodes[r]!) === 1;
}

const REASON = ['status', 'period', 'type', 'source'] as const;

function reasonsOut(verdicts: Uint8Array, admitsEnds: (r: number) => boolean): CompiledFilter['reasonOut'] {
  return (r) => {
    const verdict = verdicts[r]!;
    if (verdict === OUT.status || verdict === OUT.period || verdict === OUT.type) return REASON[verdict - OUT.status]!;
    if (verdict === OUT.gone) return undefined;
    if (!admitsEnds(r)) return 'type';
    return verdict === OUT.source ? 'source' : undefined;
  };
}

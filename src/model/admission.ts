import { relationshipType } from './catalogue';
import type { Claim, Source } from './claim';
import type { Relationship } from './dataset';
import { heldByFilter, STATUSES_BY_DEFAULT, type Filter } from './filter';
import { tieAbsence, type Held, type Interval } from './period';
import { affirms, claimsWithout, fallsWithout, statusWithout, type Status } from './status';

/** How long an entity was there; undefined where it is not known. */
type LifeOf = (id: string) => Interval | undefined;
type Judge = (r: Relationship) => Admission;
type HeldFilter = Parameters<typeof heldByFilter>[0];

/** Why a filter leaves a relationship out; the first that fits, in the order in which the index checks. */
export type OutReason = 'status' | 'ended' | 'notBegun' | 'uncertain' | 'type' | 'source';

/** What a filter says of one relationship. `held` is of the filter's period, `yes` without one. */
export interface Admission {
  readonly status: Status;
  readonly held: Held;
  readonly out?: OutReason;
}

/**
 * Judges relationships as the index's compiled filter does, record by record. The types of the ends are judged apart. A
 * relationship whose claims are all set aside falls away; its status is then the one that it had with them.
 */
export function admissionBy(filter: Filter, sourceOf: (id: string) => Source | undefined, entityOf: LifeOf): Judge {
  const aside = new Set(filter.withoutSources);
  const affirming = filter.sources && new Set(filter.sources.filter((id) => !aside.has(id)));
  const admitted = new Set(filter.statuses ?? STATUSES_BY_DEFAULT);
  return (r) => {
    const left = claimsWithout(r.claims, aside);
    const bare = fallsWithout(r.claims, aside);
    const status = statusWithout(r.claims, aside, sourceOf);
    const absence = absenceFrom(filter, r, entityOf);
    const held = absence ? 'no' : heldByFilter(filter, r);
    const doubt = absence ?? uncertain(filter, held);
    const out = statusOut(bare, admitted, status) ?? doubt ?? typeOut(r, filter) ?? sourceOut(bare, left, affirming);
    return { status, held, ...(out ? { out } : {}) };
  };
}

/** Why a relationship, or one of its ends, certainly was not there in a filter's period. Undefined where it was or may have been. */
function absenceFrom({ period, undated }: HeldFilter, r: Relationship, entityOf: LifeOf): 'ended' | 'notBegun' | undefined {
  return period && tieAbsence(r, [entityOf(r.from), entityOf(r.to)], period, undated);
}

/** The relationships that held in a filter's period no more than possibly; what ended with one of its ends did not. O(relationships). */
export function possiblyHeld(relationships: readonly Relationship[], filter: HeldFilter, entityOf: LifeOf): Set<string> {
  if (!filter.period) return new Set();
  const possibly = relationships.filter((r) => heldByFilter(filter, r) === 'possibly' && !absenceFrom(filter, r, entityOf));
  return new Set(possibly.map((r) => r.id));
}

function statusOut(bare: boolean, admitted: ReadonlySet<Status>, status: Status): OutReason | undefined {
  return bare || admitted.has(status) ? undefined : 'status';
}

function uncertain({ certainly }: Filter, held: Held): OutReason | undefined {
  return certainly && held === 'possibly' ? 'uncertain' : undefined;
}

function typeOut({ type }: Relationship, { relationshipTypes, families }: Filter): OutReason | undefined {
  const admitted = (relationshipTypes?.includes(type) ?? true) && (families?.includes(relationshipType(type).family) ?? true);
  return admitted ? undefined : 'type';
}

function sourceOut(bare: boolean, claims: readonly Claim[], affirming: ReadonlySet<string> | undefined): OutReason | undefined {
  if (bare) return 'source';
  const affirmed = !affirming || claims.some((c) => affirming.has(c.source) && affirms(c));
  return affirmed ? undefined : 'source';
}

import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds } from './catalogue';
import { families } from './catalogueEntry';
import type { Source } from './claim';
import type { DatasetPart, Relationship } from './dataset';
import { withOrigins } from './origins';
import { heldIn, period, undatedRules, type Held, type Interval, type Period, type Undated } from './period';
import { claimsWithout, fallsWithout, statuses, statusWithout, type Status } from './status';

/** Every status but denied: a denied relationship is out unless it is asked for. */
export const STATUSES_BY_DEFAULT: readonly Status[] = statuses.filter((s) => s !== 'denied');

/**
 * What of a dataset is admitted, for a question or a chart. An absent list admits everything, except
 * `statuses`, whose default leaves denied out. `sources` admits relationships that at least one of these
 * sources affirms or alleges; `withoutSources` sets all claims of these sources aside before the status is
 * computed ("what if this source is out?"); a relationship that is left with no claim falls away.
 * `period` admits what certainly or possibly held on at least one day of it; `certainly` narrows that to what certainly did.
 * `undated` says what is made of a relationship whose start nobody recorded: that it possibly held (the default), or that it did.
 */
export const filter = z.strictObject({
  entityTypes: z.array(z.enum(entityTypeIds)).optional(),
  relationshipTypes: z.array(z.enum(relationshipTypeIds)).optional(),
  families: z.array(z.enum(families)).optional(),
  statuses: z.array(z.enum(statuses)).optional(),
  sources: z.array(z.string()).optional(),
  withoutSources: z.array(z.string()).optional(),
  period: period.optional(),
  certainly: z.boolean().optional(),
  undated: z.enum(undatedRules).optional(),
});
/** What of a dataset is admitted, for a question or a chart; what is left out admits everything but what is denied. */
export type Filter = z.infer<typeof filter>;

/** Whether something held in the period of a filter; yes where it has none. */
export function heldByFilter(
  filter: { readonly period?: Period | undefined; readonly undated?: Undated | undefined }, interval: Interval,
): Held {
  return filter.period ? heldIn(interval, filter.period, filter.undated) : 'yes';
}

/** What of a filter decides how a tie is spoken of: the sources that count for nothing, and the time that is looked at. */
export type Spoken = Pick<Filter, 'withoutSources' | 'period'>;

/** The claims of a record that count under a filter, in their order. What the sources set aside say is counted and cited nowhere. */
export function countedClaims<C extends { readonly source: string }>(
  { claims = [] }: { readonly claims?: readonly C[] | undefined }, { withoutSources = [] }: Spoken,
): readonly C[] {
  return claimsWithout(claims, new Set(withoutSources));
}

/** The ids of the sources that records cite under a filter. */
export function citedSources(
  records: Iterable<{ readonly claims?: readonly { readonly source: string }[] | undefined }>, filter: Spoken = {},
): Set<string> {
  const cited = new Set<string>();
  for (const record of records) for (const { source } of countedClaims(record, filter)) cited.add(source);
  return cited;
}

/**
 * Of all sources those that records cite, those that are named beside them, and those that any of these derives from: without these
 * another status would follow. In the order of the list. Cost O(claims + sources).
 */
export function sourcesBehind(
  records: Parameters<typeof citedSources>[0], sources: readonly Source[], also: Iterable<string> = [],
): Source[] {
  const byId = new Map(sources.map((s) => [s.id, s]));
  const wanted = withOrigins([...citedSources(records), ...also], (id) => byId.get(id));
  return sources.filter((s) => wanted.has(s.id));
}

/**
 * A part with the claims that count under a filter, and the sources that these cite or that the filter names. A relationship that falls
 * whole is there only because a route passes it: it keeps its claims, since its status follows from them. Records that lose nothing stay
 * the same objects.
 */
export function withCountedClaims(part: DatasetPart, filter: Pick<Filter, 'withoutSources' | 'sources'>): DatasetPart {
  const aside = new Set(filter.withoutSources);
  const named = [...aside, ...(filter.sources ?? [])];
  const entities = part.entities.map((e) =>
    e.claims?.some((c) => aside.has(c.source)) ? { ...e, claims: [...claimsWithout(e.claims, aside)] } : e,
  );
  const relationships = part.relationships.map((r) =>
    r.claims.some((c) => aside.has(c.source)) && !fallsWithout(r.claims, aside) ? { ...r, claims: [...claimsWithout(r.claims, aside)] } : r,
  );
  return { entities, relationships, sources: sourcesBehind([...entities, ...relationships], part.sources, named) };
}

/** The status of each relationship as a filter leaves it; see `statusWithout`. */
export function statusReader(sources: readonly Source[], { withoutSources }: Spoken): (r: Pick<Relationship, 'claims'>) => Status {
  const byId = new Map(sources.map((s) => [s.id, s]));
  const aside = new Set(withoutSources);
  return ({ claims }) => statusWithout(claims, aside, (id) => byId.get(id));
}

/** What a chart is spoken of under whose trace sets sources of its own aside: the chart's time, and the sources that either sets aside. */
export function spokenWith({ withoutSources = [], period }: Spoken, asked: Spoken = {}): Spoken {
  const aside = new Set([...withoutSources, ...(asked.withoutSources ?? [])]);
  return { ...(aside.size > 0 ? { withoutSources: [...aside] } : {}), ...(period ? { period } : {}) };
}

/** Under what an ownership is spoken of: the sources of its question, at the date of its answer. */
export function spokenAt({ withoutSources }: Filter, { asOf }: { readonly asOf?: Period | undefined }): Spoken {
  return { ...(withoutSources ? { withoutSources } : {}), ...(asOf ? { period: asOf } : {}) };
}

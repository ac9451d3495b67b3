import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds } from './catalogue';
import { families } from './catalogueEntry';
import { heldIn, period, undatedRules, type Held, type Interval, type Period, type Undated } from './period';
import { statuses, type Status } from './status';

/** Every status but denied: a denied relationship is out unless it is asked for. */
export const STATUSES_BY_DEFAULT: readonly Status[] = statuses.filter((s) => s !== 'denied');

/**
 * What of a dataset is admitted, for a question or a chart. An absent list admits everything, except
 * `statuses`, whose default leaves denied out. `sources` admits relationships that at least one of these
 * sources affirms or alleges; `withoutSources` sets all claims of these sources aside before the status is
 * reckoned ("what if this source is out?"); a relationship that is left with no claim falls away.
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
export type Filter = z.infer<typeof filter>;

/** Whether something held in the period of a filter; yes where it has none. */
export function heldUnder(filter: { readonly period?: Period | undefined; readonly undated?: Undated | undefined }, interval: Interval): Held {
  return filter.period ? heldIn(interval, filter.period, filter.undated) : 'yes';
}

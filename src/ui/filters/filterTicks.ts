import { statuses, STATUSES_BY_DEFAULT, type Filter, type Status } from '../../model';

/** The list of what is admitted after one choice is ticked or not; absent where that is all there is. */
export function toggled<Id extends string>(all: readonly Id[], admitted: readonly Id[] | undefined, id: Id, on: boolean): Id[] | undefined {
  const next = all.filter((each) => (each === id ? on : (admitted ?? all).includes(each)));
  return next.length === all.length ? undefined : next;
}

/** The statuses to admit after one is ticked or not; absent where that is the default, denied alone left out. */
export function toggledStatuses(admitted: readonly Status[] | undefined, status: Status, on: boolean): Status[] | undefined {
  const next = statuses.filter((s) => (s === status ? on : (admitted ?? STATUSES_BY_DEFAULT).includes(s)));
  const byDefault = next.length === STATUSES_BY_DEFAULT.length && STATUSES_BY_DEFAULT.every((s) => next.includes(s));
  return byDefault ? undefined : next;
}

/** How many kinds of limit a filter sets. */
export function filterCount(filter: Filter): number {
  const lists = [
    filter.entityTypes, filter.relationshipTypes, filter.families, filter.statuses, filter.sources,
    filter.withoutSources?.length ? filter.withoutSources : undefined, filter.period,
  ];
  return lists.filter((limit) => limit !== undefined).length;
}

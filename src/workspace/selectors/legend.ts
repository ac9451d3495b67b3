import {
  entityTypeIds, entityTypes, families, hasEnded, relationshipType, statuses,
  type EntityType, type Family, type Relationship, type Status,
} from '../../model';
import { figureLegend, figuresOf, type Legend as DrawnLegend } from '../../drawing';
import { drawnPart, emphasis } from './chartView';
import { drawnOwnership, drawnUnder } from './spokenUnder';
import { lookup } from './lookup';
import { memoised } from './memoised';
import { shownFigure } from './shownFigure';
import { visiblePart } from './visiblePart';

/** What is drawn and no more, each list in the catalogue's order, with how many of each. */
export interface LegendOfChart {
  readonly entityTypes: readonly { readonly type: EntityType; readonly label: string; readonly count: number }[];
  readonly families: readonly { readonly family: Family; readonly count: number }[];
  readonly statuses: readonly { readonly status: Status; readonly count: number }[];
  readonly ended: boolean;
  readonly route: boolean;
  /** Some line was reckoned: an effective share, a tie between partners of a venture. */
  readonly computed: boolean;
  /** Some venture is drawn around its partners. */
  readonly enclosure: boolean;
  /** Some relationship held in the period shown only possibly. */
  readonly possibly: boolean;
  /** Some box has several entities drawn as one. */
  readonly joined: boolean;
  /** Some entity is ringed. */
  readonly ring: boolean;
  /** Some entity is pale, without a tie in the period. */
  readonly faint: boolean;
  readonly figure?: NonNullable<DrawnLegend['figure']>;
}

export const legend = memoised([visiblePart, drawnPart, drawnUnder, emphasis, shownFigure, lookup], (state): LegendOfChart => {
  const { part, derived, enclosures, within, possibly } = drawnPart(state);
  const { entities, relationships } = part;
  const { status } = lookup(state);
  const { statuses: ofChart } = visiblePart(state);
  const statusOf = (r: Relationship) => ofChart.get(r.id) ?? status(r);
  const proof = drawnOwnership(state) !== undefined;
  const figure = shownFigure(state);
  const typed = countBy(entities.map((e) => e.type));
  const ofFamily = countBy(relationships.map((r) => relationshipType(r.type).family));
  const ofStatus = countBy(relationships.filter((r) => !derived.has(r.id)).map(statusOf));
  return {
    entityTypes: entityTypeIds
      .filter((t) => typed.has(t))
      .map((type) => ({ type, label: entityTypes[type].label, count: typed.get(type)! })),
    families: families.filter((f) => ofFamily.has(f)).map((family) => ({ family, count: ofFamily.get(family)! })),
    statuses: statuses.filter((s) => ofStatus.has(s)).map((status) => ({ status, count: ofStatus.get(status)! })),
    ended: [...relationships, ...entities].some((record) => hasEnded(record, drawnUnder(state).period)),
    route: emphasis(state).route !== undefined,
    computed: relationships.some((r) => derived.has(r.id)),
    enclosure: enclosures.length > 0,
    possibly: possibly.size > 0,
    joined: within.size > 0,
    ring: emphasis(state).ringed?.some((id) => entities.some((e) => e.id === id)) ?? false,
    faint: (emphasis(state).faint?.length ?? 0) > 0,
    ...(figure && !proof ? figureLegend([...figuresOf(figure, entities).values()]) : {}),
  };
});

/** How many of each there are. */
export function countBy<T>(list: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

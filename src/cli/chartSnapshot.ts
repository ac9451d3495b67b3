import {
  chartAmong, groundedPart, partAmong, publishedChart, recordsOf, SNAPSHOT_FORMAT, spokenWith, visibleOf, withCountedClaims,
  type CaseChart, type Dataset, type Snapshot,
} from '../model';

/** A chart of a case, frozen: what its filter leaves of those who are on it and not hidden. */
export function chartSnapshot(dataset: Dataset, { name, chart }: CaseChart): Snapshot {
  const { filter } = chart;
  const drawn = new Set([...chart.entities].filter((id) => !chart.hidden.has(id)));
  const visible = visibleOf({ records: recordsOf(dataset), filter, spoken: spokenWith(filter), untied: 'gone' });
  const [entities, ties] = [new Set(visible.entities.map((e) => e.id)), new Set(visible.relationships.map((r) => r.id))];
  const shown = (id: string) => drawn.has(id) && entities.has(id);
  const part = withCountedClaims(partAmong(dataset, shown, (r) => ties.has(r.id) && shown(r.from) && shown(r.to)), filter);
  const { format, id, title, licence } = dataset;
  return {
    format: SNAPSHOT_FORMAT, title: name, origin: { id, title },
    dataset: { format, id, title, ...(licence ? { licence } : {}), ...groundedPart(part) },
    chart: publishedChart(chartAmong(chart, new Set(part.entities.map((e) => e.id)))), filter,
  };
}

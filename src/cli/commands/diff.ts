import { writeCase } from '../../formats';
import { diffDatasets, isEmptyDatasetDiff, listChanges, statusChanges, type CaseChart } from '../../model';
import { changeSentences, chartSentences } from '../../wording';
import { printJson, type ExitCode, type Io } from '../io';
import { openWhole } from '../openDataset';

/**
 * `{equal, entities: {added, removed, changed: [{id, fields}]}, relationships, sources, statuses: [{relationship, before, after}]}`;
 * sentences otherwise. 0 where the two files say the same, 1 where they differ: in a record, a note, the head of the dataset, or, of two
 * cases, a chart.
 */
export async function diff(before: string, after: string, { json }: { json?: boolean }, io: Io): Promise<ExitCode> {
  const [a, b] = [await openWhole(before, io), await openWhole(after, io)];
  const change = diffDatasets(a.dataset, b.dataset);
  const sameChart = (name: string) => chartText(a.charts!, name) === chartText(b.charts!, name);
  const charts = a.charts && b.charts ? chartSentences(a.charts, b.charts, sameChart) : [];
  const equal = isEmptyDatasetDiff(change) && charts.length === 0;
  if (json) {
    const { entities, relationships, sources } = change;
    printJson(io, {
      equal, entities: listChanges('entities', entities), relationships: listChanges('relationships', relationships),
      sources: listChanges('sources', sources), statuses: statusChanges(a.dataset, b.dataset),
    });
  } else {
    io.out(equal ? `${before} and ${after} say the same.` : [...changeSentences(a.dataset, b.dataset, change), ...charts].join('\n'));
  }
  return equal ? 0 : 1;
}

/** A chart as a file has it: what is written the same is the same. */
function chartText(charts: readonly CaseChart[], name: string): string {
  return writeCase({
    dataset: { format: 'throughline/1', id: 'x', title: 'x', sources: [], entities: [], relationships: [] },
    charts: charts.filter((c) => c.name === name),
  });
}

import type { Reading, Report } from '../../formats';
import { combineDatasets, type Dataset, type Issue } from '../../model';

/** Files that were read, to stand side by side, in the order in which they came. */
interface ReadPart {
  readonly name: string;
  readonly reading: Reading;
}

/** What came of it. Without `dataset` one of them could not be used, and `report` is that one's. */
interface SideBySide {
  readonly dataset?: Dataset;
  /** Where the entities of each file after the first begin in the dataset. */
  readonly starts: readonly number[];
  /** Of the file that came last. */
  readonly report: Report;
}

/**
 * The datasets of several files in one, the records of the first exactly as they were. Nothing is merged;
 * ids that collide are told apart and reported.
 */
export function sideBySide(parts: readonly ReadPart[]): SideBySide {
  const unusable = parts.find((p) => !p.reading.dataset);
  if (unusable) return { starts: [], report: unusable.reading.report };
  const [first, ...more] = parts;
  let dataset = first!.reading.dataset!;
  let report = first!.reading.report;
  const starts: number[] = [];
  for (const { name, reading } of more) {
    const combined = combineDatasets(dataset, reading.dataset!, name);
    starts.push(dataset.entities.length);
    ({ dataset } = combined);
    const { size } = combined.renamed.entities;
    report = size === 0 ? reading.report : { ...reading.report, issues: [...reading.report.issues, toldApart(size, name)] };
  }
  return { dataset, starts, report };
}

function toldApart(count: number, name: string): Issue {
  return {
    code: 'ids-told-apart',
    severity: 'warning',
    at: '(file)',
    value: String(count),
    message: `${count} ${count === 1 ? 'entity of this file has an id' : 'entities of this file have ids'} that what was open has `
      + `already. They were given ids of their own, ending in the name of “${name}”.`,
    hint: 'The same id need not mean the same party. Look at the matches that are proposed.',
  };
}

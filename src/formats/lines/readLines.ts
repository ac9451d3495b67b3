import { DATASET_FORMAT, integrityIssues, type Dataset } from '../../model';
import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { limitIssue, limitsOf, mib, ReadLimitError } from '../limits';
import { datasetReading, refused } from '../report';
import { eachRecordLine, LineError } from './recordLines';

/** What a record takes in memory at least, in bytes. */
const RECORD = 300;

/** Reads a file of lines as one dataset. Throws `ReadLimitError` where that takes more memory than a reading may: such a file is packed. */
export async function readLines(source: FileSource, options: ReadOptions): Promise<Reading> {
  let data: Dataset = { format: DATASET_FORMAT, id: '', title: '', sources: [], entities: [], relationships: [] };
  const { held } = limitsOf(options.limits);
  try {
    await eachRecordLine(source, {
      head: (head) => (data = { ...data, ...head }),
      source: (record) => data.sources.push(record),
      entity: (record) => data.entities.push(record),
      relationship: (record) => data.relationships.push(record),
      pause: async () => {
        const records = data.entities.length + data.relationships.length;
        if (records * RECORD <= held) return;
        const message = `The records take more than the ${mib(held)} of memory that a reading may; ${records} were read by then.`;
        const hint = 'Pack it (throughline pack), and open what comes of that.';
        throw new ReadLimitError(limitIssue('too-much', '(file)', `${records} records`, message, hint));
      },
    }, options);
  } catch (cause) {
    if (!(cause instanceof LineError)) throw cause;
    const { line, message } = cause;
    const hint = 'Correct the line, or write the file anew.';
    const issue = { code: 'bad-line', severity: 'error' as const, at: `line ${line}`, message, hint };
    return refused('throughline-lines', 'dataset', [issue]);
  }
  const issues = integrityIssues(data);
  const fails = issues.some((i) => i.severity === 'error');
  return fails ? refused('throughline-lines', 'dataset', issues) : datasetReading('throughline-lines', data, issues);
}

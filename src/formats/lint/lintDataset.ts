import { integrityIssues, type Dataset, type Issue } from '../../model';
import { dateIssues } from './dates';
import { duplicateIssues } from './duplicates';
import { evidenceIssues, unusedSources } from './evidence';
import { isolatedEntities } from './isolated';
import { shareIssues } from './shares';

/** Every rule, in the order in which their issues are listed. */
const RULES: readonly ((data: Dataset) => Issue[])[] = [danglingIssues, evidenceIssues, shareIssues, dateIssues, duplicateIssues, isolatedEntities, unusedSources];

/**
 * What a careful editor would look at again in a dataset that is sound in form. Warnings all, but for ends and sources
 * that are not there, which only a dataset that was never read can have; paths are as in the file. The dataset is left as it is.
 */
export function lintDataset(data: Dataset): Issue[] {
  return RULES.flatMap((rule) => rule(data));
}

/** The other integrity issues were reported when the dataset was read. */
function danglingIssues(data: Dataset): Issue[] {
  return integrityIssues(data).filter((i) => i.code.startsWith('dangling-'));
}

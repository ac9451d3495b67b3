import { lintRows, type LintAnswer } from '../../analysis';
import type { DatasetReader } from './datasetReader';

/** The lint of what a store holds; a file of its own, since the names that it compares take large tables, which most visits never need. */
export function lintOf(reader: DatasetReader): LintAnswer {
  return lintRows(reader.objects());
}

import { dataset as schema, type Dataset } from '../../model';
import { canonicalJson } from './canonicalJson';

/** A dataset as the text of its file, canonical: the same dataset gives the same bytes on any machine, and records keep their order. */
export function writeDataset(dataset: Dataset): string {
  return canonicalJson(dataset, schema);
}

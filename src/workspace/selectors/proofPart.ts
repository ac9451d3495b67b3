import { partOf, type DatasetPart } from '../../model';
import { proofRecords } from '../../drawing';
import { memoised } from './memoised';

/** The records that an ownership answer names, with the sources that they cite; nothing without an answer. */
export const proofPart = memoised([(s) => s.ownership], ({ ownership: { answer, records, listed } }): DatasetPart =>
  (answer ? proofRecords(partOf(records), answer, listed) : { entities: [], relationships: [], sources: [] }));

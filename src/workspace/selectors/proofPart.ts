import type { DatasetPart } from '../../model';
import { proofRecords } from '../../drawing';
import { ownershipPart } from './chartRecords';
import { memoised } from './memoised';

/** The records that an ownership answer names, with the sources that they cite; nothing without an answer. */
export const proofPart = memoised([ownershipPart, (s) => s.ownership], (state): DatasetPart => {
  const { answer, listed } = state.ownership;
  return answer ? proofRecords(ownershipPart(state), answer, listed) : { entities: [], relationships: [], sources: [] };
});

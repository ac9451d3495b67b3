import { detailFor, layoutLayered, ownershipPicture, proofRecords } from '../drawing';
import { proofSnapshot, type Dataset, type OwnershipAnswer, type OwnersQuestion, type Snapshot } from '../model';
import { namesIn } from './namesIn';

const ASPECT = 1.5;

/** The proof of an ownership answer as a snapshot, owners above; laid out the same way every time. */
export function ownersSnapshot(dataset: Dataset, question: OwnersQuestion, answer: OwnershipAnswer): Snapshot {
  const part = proofRecords(dataset, answer, question.listed);
  const picture = ownershipPicture(part, answer).part;
  const positions = layoutLayered({ part: picture, detail: detailFor(picture.entities.length), aspect: ASPECT });
  return proofSnapshot({ dataset, name: namesIn(dataset)(answer.entity), part, positions, question, answer });
}

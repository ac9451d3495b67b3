import { detailFor, layoutLayered, ownershipPicture, proofRecords } from '../drawing';
import {
  DATASET_FORMAT, groundedPart, SNAPSHOT_FORMAT,
  type Dataset, type OwnershipAnswer, type OwnersQuestion, type Snapshot,
} from '../model';
import { namesIn } from './namesIn';

const ASPECT = 1.5;

/** The proof of an ownership answer as a snapshot, owners above; laid out the same way every time. */
export function ownersSnapshot(dataset: Dataset, question: OwnersQuestion, answer: OwnershipAnswer): Snapshot {
  const part = proofRecords(dataset, answer, question.listed);
  const picture = ownershipPicture(part, answer).part;
  const positions = layoutLayered({ part: picture, detail: detailFor(picture.entities.length), aspect: ASPECT });
  const { id, title, licence } = dataset;
  return {
    format: SNAPSHOT_FORMAT,
    title: `Who owns ${namesIn(dataset)(answer.entity)}`,
    origin: { id, title },
    dataset: { format: DATASET_FORMAT, id, title, ...(licence === undefined ? {} : { licence }), ...groundedPart(part) },
    chart: { layout: 'layered', positions: Object.fromEntries(positions), pinned: [] },
    filter: question.filter,
    ownership: { question, answer },
  };
}

import { DATASET_FORMAT, groundedPart, SNAPSHOT_FORMAT, type Snapshot } from '../../model';
import { lookup } from '../selectors/lookup';
import { proofPart } from '../selectors/proofPart';
import type { OpenDataset, WorkspaceState } from '../state';

/** The proof of an ownership, frozen: the records that the answer names, and no more. An answer must be there. */
export function ownershipSnapshot(state: WorkspaceState, { description, fromSnapshot }: OpenDataset): Snapshot {
  const { answer, question, positions } = state.ownership;
  const part = proofPart(state);
  const { id, title, licence } = description;
  const drawn = new Set([...part.entities, ...part.relationships].map((r) => r.id));
  return {
    format: SNAPSHOT_FORMAT,
    title: `Who owns ${lookup(state).name(answer!.entity)}`,
    origin: { id, title: fromSnapshot?.origin ?? title },
    dataset: { format: DATASET_FORMAT, id, title, ...(licence === undefined ? {} : { licence }), ...groundedPart(part) },
    chart: { layout: 'layered', positions: Object.fromEntries(positions), pinned: [] },
    filter: question!.filter,
    ...(state.selection && drawn.has(state.selection.id) ? { selection: state.selection } : {}),
    ownership: { question: question!, answer: answer! },
  };
}

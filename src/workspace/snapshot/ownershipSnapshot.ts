import { proofSnapshot, type Snapshot } from '../../model';
import { lookup } from '../selectors/lookup';
import { proofPart } from '../selectors/proofPart';
import type { OpenDataset, WorkspaceState } from '../state';

/** The proof of an ownership, frozen: the records that the answer names, and no more. An answer must be there. */
export function ownershipSnapshot(state: WorkspaceState, { description, fromSnapshot }: OpenDataset): Snapshot {
  const { answer, question, positions } = state.ownership;
  const part = proofPart(state);
  const drawn = [...part.entities, ...part.relationships].some((r) => r.id === state.selection?.id);
  return proofSnapshot({
    dataset: description, origin: fromSnapshot?.origin, name: lookup(state).name(answer!.entity), part, positions, question: question!, answer: answer!,
    ...(drawn ? { selection: state.selection } : {}),
  });
}

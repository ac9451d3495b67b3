import type { Entity } from '../../model';
import { namedAllTheSame } from '../../publish';
import { drawnOwnership } from '../selectors/spokenUnder';
import { visiblePart } from '../selectors/visiblePart';
import type { WorkspaceState } from '../state';
import { publishedPart } from './publishedAnswer';

/**
 * Who was hidden by hand, or is left out by the type, and is named all the same in the words of what a snapshot would hold.
 * The page loads this, and what finds names, when something is published.
 */
export function hiddenAndNamed(state: WorkspaceState): Entity[] {
  if (drawnOwnership(state)) return [];
  const { left } = visiblePart(state);
  const hidden = [...left.entities]
    .filter(([, reason]) => reason === 'byHand' || reason === 'type')
    .flatMap(([id]) => state.records.entities.get(id) ?? []);
  return namedAllTheSame(publishedPart(state), hidden);
}

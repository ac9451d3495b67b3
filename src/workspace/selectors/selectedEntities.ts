import { joinedPart } from './chartView';
import { memoised } from './memoised';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The entities that keys act on, of those that are drawn: what was selected, as long as what is looked at is one of them
 * or nothing; else what is looked at, if that is an entity.
 */
export const selectedEntities = memoised([(s) => s.selection, (s) => s.selected, joinedPart], (state): ReadonlySet<string> => {
  const { selection, selected } = state;
  if (selection?.kind === 'relationship') return NOBODY;
  if (selection && !selected.has(selection.id)) return new Set([selection.id]);
  const drawn = new Set(joinedPart(state).part.entities.map((e) => e.id));
  const kept = [...selected].filter((id) => drawn.has(id) || id === selection?.id);
  return kept.length === selected.size ? selected : new Set(kept);
});

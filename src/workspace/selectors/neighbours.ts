import type { Relationship } from '../../model';
import type { WorkspaceState } from '../state';
import { memoised } from './memoised';
import { joinedPart } from './chartView';

/** The relationships drawn at each entity, in the order of ids; absent where there is none. */
export const drawnTies = memoised([joinedPart], (state): ReadonlyMap<string, readonly Relationship[]> => {
  const ties = new Map<string, Relationship[]>();
  for (const r of joinedPart(state).part.relationships) {
    for (const end of new Set([r.from, r.to])) {
      const at = ties.get(end);
      if (at) at.push(r);
      else ties.set(end, [r]);
    }
  }
  return ties;
});

/** Who is tied to an entity by something that is drawn, in the order of ids; itself left out. */
export function neighboursOf(state: WorkspaceState, entity: string): string[] {
  const others = (drawnTies(state).get(entity) ?? []).map((r) => (r.from === entity ? r.to : r.from));
  return [...new Set(others)].filter((id) => id !== entity).sort();
}

/** How many relationships are drawn at each entity; absent where none is. */
export const drawnDegrees = memoised(
  [drawnTies], (state): ReadonlyMap<string, number> => new Map([...drawnTies(state)].map(([id, ties]) => [id, ties.length])),
);

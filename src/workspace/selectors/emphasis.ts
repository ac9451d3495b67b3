import type { SceneEmphasis } from '../../drawing';
import { memoised } from './memoised';
import { activeRoute, relationshipsOf } from './visiblePart';

/** What the scene stresses: the selection, and the highlighted route while the rest is dimmed. */
export const emphasis = memoised([(s) => s.selection, activeRoute], (state): SceneEmphasis => {
  const route = activeRoute(state);
  return {
    ...(state.selection ? { selection: state.selection } : {}),
    ...(route ? { route: { entities: route.entities, relationships: relationshipsOf(route) } } : {}),
  };
});

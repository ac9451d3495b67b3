import { chainParts, type SceneEmphasis } from '../../drawing';
import { drawnOwnership, proofEmphasis } from './drawnPart';
import { memoised } from './memoised';
import { activeRoute, relationshipsOf, visiblePart } from './visiblePart';

/** What the scene stresses: the selection, the highlighted route or chains while the rest is dimmed, what is ringed, what is pale. */
export const emphasis = memoised([(s) => s.selection, activeRoute, (s) => s.trace.chains, (s) => s.trace.ringed, (s) => s.pointedRing, visiblePart, drawnOwnership], (state): SceneEmphasis => {
  if (drawnOwnership(state)) return proofEmphasis(state);
  const route = activeRoute(state);
  const { chains, ringed } = state.trace;
  const part = visiblePart(state);
  const rings = state.pointedRing ?? ringed;
  return {
    ...(state.selection ? { selection: state.selection } : {}),
    ...(chains ? { route: chainParts(chains, part.relationships) } : route ? { route: { entities: route.entities, relationships: relationshipsOf(route) } } : {}),
    ...(rings ? { ringed: rings } : {}),
    ...(part.faint.size > 0 ? { faint: [...part.faint] } : {}),
  };
});

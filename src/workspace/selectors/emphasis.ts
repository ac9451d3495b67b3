import { routeRelationships } from '../../model';
import { boxFor, chainParts, inBoxes, type SceneEmphasis } from '../../drawing';
import { joinedPart, proofEmphasis } from './drawnPart';
import { drawnOwnership } from './spokenUnder';
import { memoised } from './memoised';
import { activeRoute, visiblePart } from './visiblePart';

/** What the scene stresses: the selection, the highlighted route or chains while the rest is dimmed, what is ringed, what is pale. */
export const emphasis = memoised([(s) => s.selection, activeRoute, (s) => s.trace.chains, (s) => s.trace.ringed, (s) => s.pointedRing, visiblePart, joinedPart, drawnOwnership], (state): SceneEmphasis => {
  if (drawnOwnership(state)) return proofEmphasis(state);
  const route = activeRoute(state);
  const { chains, ringed } = state.trace;
  const part = visiblePart(state);
  const rings = state.pointedRing ?? ringed;
  const stressed = {
    ...(state.selection ? { selection: state.selection } : {}),
    ...(chains ? { route: chainParts(chains, part.relationships) } : route ? { route: { entities: route.entities, relationships: routeRelationships(route) } } : {}),
    ...(rings ? { ringed: rings } : {}),
    ...(part.faint.size > 0 ? { faint: [...part.faint] } : {}),
  };
  if (state.chart.joined.size === 0) return stressed;
  return inBoxes(stressed, boxFor(Object.fromEntries(state.chart.joined), new Set(joinedPart(state).part.entities.map((e) => e.id))));
});

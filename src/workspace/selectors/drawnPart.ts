import { countedIn, ownershipPicture, withJoined, withVentureWays, type DrawnPart, type JoinedPart, type SceneEmphasis } from '../../drawing';
import { heldByFilter, routeRelationships, type Position } from '../../model';
import { partOf } from '../chart/records';
import type { WorkspaceState } from '../state';
import { memoised } from './memoised';
import { drawnOwnership } from './spokenUnder';
import { activeRoute, visiblePart } from './visiblePart';

/** What is visible, with what is drawn as one in one box. */
export const joinedPart = memoised([visiblePart, (s) => s.chart.joined], (state): JoinedPart => withJoined(visiblePart(state), Object.fromEntries(state.chart.joined)));

/** What is drawn, some of it reckoned: the proof of an ownership, else the chart with its ventures each in its way. */
export const drawnPart = memoised([joinedPart, (s) => s.chart.ventures, activeRoute, drawnOwnership, (s) => s.ownership.records], (state): DrawnPart => {
  const answer = drawnOwnership(state);
  if (answer) return ownershipPicture(partOf(state.ownership.records), answer);
  const route = activeRoute(state);
  return withVentureWays(joinedPart(state).part, Object.fromEntries(state.chart.ventures), new Set(route ? routeRelationships(route) : []));
});

/** Where what is drawn stands. */
export function drawnPositions(state: WorkspaceState): ReadonlyMap<string, Position> {
  return drawnOwnership(state) ? state.ownership.positions : state.chart.positions;
}

/** What of the drawn held at the time shown, or at the date of the proof, no more than possibly. */
export const drawnPossibly = memoised([visiblePart, drawnPart, drawnOwnership], (state): ReadonlySet<string> => {
  const answer = drawnOwnership(state);
  if (!answer) return visiblePart(state).possibly;
  const when = { period: answer.asOf, undated: answer.undated?.taken };
  return new Set(drawnPart(state).part.relationships.filter((r) => heldByFilter(when, r) === 'possibly').map((r) => r.id));
});

/** What is stressed while a proof is drawn: the selection, and what counts under the 50 per cent rule. */
export const proofEmphasis = memoised([drawnOwnership, (s) => s.selection], (state): SceneEmphasis => {
  const answer = drawnOwnership(state);
  const counted = answer && countedIn(answer);
  return { ...(state.selection ? { selection: state.selection } : {}), ...(counted ? { route: counted } : {}) };
});

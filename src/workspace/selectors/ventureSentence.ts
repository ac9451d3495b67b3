import { outlinedApart } from '../../drawing';
import type { VentureWay } from '../../model';
import type { WorkspaceState } from '../state';
import { drawnPart, drawnPositions, sceneInput } from './chartView';
import { memoised } from './memoised';
import { shownFigure } from './shownFigure';
import { drawnUnder } from './spokenUnder';

export const WAYS: Readonly<Record<'hub' | VentureWay, string>> = {
  hub: 'a hub', compound: 'an enclosure around its partners', ties: 'direct ties between its partners',
};

/** The ventures that cannot be enclosed where their boxes stand. What is stressed moves no box. */
export const venturesApart = memoised(
  [drawnPart, drawnPositions, drawnUnder, shownFigure],
  (state): ReadonlySet<string> => outlinedApart(sceneInput(state)),
);

/** How a venture is drawn: "CHEO is drawn as an enclosure around its partners." */
export function ventureSentence(state: WorkspaceState, venture: string): string {
  const name = state.records.entities.get(venture)?.name ?? venture;
  if (venturesApart(state).has(venture)) {
    return `${name} and its partners are outlined one by one: an enclosure around them would hold or cross others.`;
  }
  return `${name} is drawn as ${WAYS[state.chart.ventures.get(venture) ?? 'hub']}.`;
}

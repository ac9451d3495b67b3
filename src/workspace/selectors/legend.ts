import { legendOfLooks, looksOf, type Legend } from '../../drawing';
import { drawnPart, emphasis, sceneInput } from './chartView';
import { drawnComparison } from './comparison';
import { memoised } from './memoised';
import { shownFigure } from './shownFigure';
import { drawnOwnership, drawnUnder } from './spokenUnder';

/** The legend of what is drawn, as that of a picture of it. It waits for no scene. */
export const legend = memoised([drawnPart, drawnUnder, emphasis, shownFigure, sceneInput], (state): Legend => {
  const shown = drawnOwnership(state) || drawnComparison(state) ? undefined : shownFigure(state);
  return legendOfLooks(
    looksOf({
      ...drawnPart(state), emphasis: emphasis(state), filter: drawnUnder(state), ...(shown ? { shown } : {}),
      ...(sceneInput(state).arrows ? { arrows: sceneInput(state).arrows! } : {}),
    }),
  );
});

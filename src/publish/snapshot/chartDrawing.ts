import { colourOf, sceneMarks, short, type Palette, type Rect } from '../../drawing';
import type { Snapshot } from '../../model';
import { escapeXml } from '../svg/escapeXml';
import { fontRules, marksToSvg, usedText } from '../svg/marksToSvg';
import { snapshotContent, snapshotScene } from './snapshotContent';

/** A chart as markup for a page that has a style sheet of its own. */
export interface ChartDrawing {
  /** An SVG element; what stands for an entity or relationship says so (`data-entity`, `data-relationship`) and has a title. */
  readonly svg: string;
  /** The rules that set its texts, and custom properties with the colours of what stands around it. */
  readonly rules: string;
  readonly title: string;
  /** In chart units. */
  readonly bounds: Rect;
}

const AROUND = { paper: 'paper', ink: 'ink', highlight: 'highlight', focus: 'ownership' } as const;

function coloursOf(palette: Palette): string {
  return Object.entries(AROUND).map(([name, colour]) => `--chart-${name}:${colourOf(palette, colour)}`).join(';');
}

/** The chart of a snapshot without frame, fonts or evidence. Every text in it is escaped. The same snapshot gives the same markup. */
export function chartDrawing(snapshot: Snapshot, palette: Palette): ChartDrawing {
  const content = snapshotContent(snapshot);
  const scene = snapshotScene(content, { references: false });
  const marks = sceneMarks(scene, { titles: content.titles, pointable: true });
  const { x, y, width, height } = scene.bounds;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${short(x)} ${short(y)} ${short(width)} ${short(height)}" role="group" `
      + `aria-label="${escapeXml(snapshot.title)}">\n${marksToSvg(marks, { colour: (name) => colourOf(palette, name) })}\n</svg>`,
    rules: [fontRules(usedText(marks).keys()), `:host{${coloursOf(palette)}}`].join('\n'),
    title: snapshot.title,
    bounds: scene.bounds,
  };
}

import { inTurns, type CallOptions } from '../../model';
import { legendMarks, legendOf, sceneMarks } from '../../drawing';
import { snapshotSceneSteps, type SnapshotContent } from '../snapshot/snapshotContent';
import type { ReportPicture } from './report';

const ABOVE_LEGEND = 10;
const BELOW_LEGEND = 8;
const SIDE = 14;

interface PictureWords {
  readonly title: string;
  readonly alt: string;
  /** The numbers that a line has beside it, by the id of its tie; none if left out. */
  readonly notesOf?: (relationship: string) => readonly number[];
}

/** The chart of a snapshot with its legend, without title and sources: a report has those around it. */
export async function reportPicture(
  content: SnapshotContent, { title, alt, notesOf }: PictureWords, { signal }: { readonly signal?: CallOptions['signal'] | undefined } = {},
): Promise<ReportPicture> {
  const steps = snapshotSceneSteps(content, { references: notesOf !== undefined, ...(notesOf ? { footnotesOf: notesOf } : {}) });
  const scene = await inTurns(steps, signal ? { signal } : {});
  const { x, y, width, height } = scene.bounds;
  const legend = legendMarks(legendOf(scene), x + SIDE, y + height + ABOVE_LEGEND, width - 2 * SIDE);
  return {
    kind: 'picture', title, alt, marks: [...sceneMarks(scene), ...legend.marks],
    bounds: { x, y, width, height: height + ABOVE_LEGEND + legend.height + BELOW_LEGEND },
  };
}

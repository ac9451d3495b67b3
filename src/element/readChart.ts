import { readFile } from '../formats';
import type { Snapshot } from '../model';
import { snapshotOfDataset, storyViews, type StoryViews } from '../publish';

/** A file that cannot be shown; the message is for whoever reads the page. */
class UnshowableError extends Error {
  override readonly name = 'UnshowableError';
}

/** More entities than these are no picture. */
const MOST_ENTITIES = 600;

/** What is shown of a file: a chart, or the steps of a story. */
export type Showable = { readonly snapshot: Snapshot } | { readonly story: StoryViews };

/**
 * What a file holds to be shown: a snapshot; the story of a case, also of one that was published as a page; or the whole dataset, laid out.
 * Throws UnshowableError with what is wrong.
 */
export async function readChart(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<Showable> {
  const { snapshot, dataset, charts = [], report } = await readFile(bytes, { name, signal });
  if (snapshot) return { snapshot };
  if (!dataset) throw new UnshowableError(report.issues[0]?.message ?? 'The file cannot be read.');
  const story = charts.map(({ chart }) => chart.story).find((told) => told && told.steps.length > 0);
  if (story) return { story: storyViews(dataset, story) };
  if (dataset.entities.length > MOST_ENTITIES)
    throw new UnshowableError(
      `The file has ${dataset.entities.length} entities, and at most ${MOST_ENTITIES} are drawn. Show a snapshot of a part.`,
    );
  return { snapshot: snapshotOfDataset(dataset) };
}

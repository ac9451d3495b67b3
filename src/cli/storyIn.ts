import { STORY_FORMAT, storyFile, type Story } from '../model';
import { givenJson } from './givenFile';
import { BUNDLED_STORY } from './installation';
import { MisuseError } from './io';
import type { OpenStore } from './openStore';

/** A story by its id in a case, by the bundled case's, or by its file. Throws MisuseError with those that there are. */
export async function storyIn(reading: OpenStore['reading'], asked: string): Promise<Story> {
  if (!reading) throw new MisuseError('--story takes a dataset that is read whole, not a packed one.');
  const told = (reading.charts ?? []).flatMap(({ chart }) => chart.story ?? []);
  const found = told.find((s) => s.id === asked || s.title === asked);
  if (found) return found;
  const file = /\.json$/i.test(asked) ? await storyAt(asked) : undefined;
  if (file) return file.story;
  const bundled = (await storyAt(BUNDLED_STORY))!;
  if (bundled.dataset === reading.dataset.id && bundled.story.id === asked) return bundled.story;
  const ids = [...told.map((s) => s.id), ...(bundled.dataset === reading.dataset.id ? [bundled.story.id] : [])];
  throw new MisuseError(`There is no story ${asked}. ${ids.length === 0 ? 'The case holds none.' : `There are: ${ids.join(', ')}.`}`);
}

/** The file of a story. Throws MisuseError where it is none. */
async function storyAt(path: string) {
  const parsed = storyFile.safeParse(await givenJson(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MisuseError(`${path} is no story (${STORY_FORMAT}): ${issue!.path.join('.')}: ${issue!.message}`);
}

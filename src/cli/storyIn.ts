import { STORY_FORMAT, storyFile, type CaseChart, type Dataset, type Story } from '../model';
import { toldPart } from '../store';
import { storyRecords } from '../wording';
import { givenJson } from './givenFile';
import { BUNDLED_STORY } from './installation';
import { MisuseError } from './io';
import { withPart, type OpenStore } from './openStore';

/** Where a story is looked for: the charts of a case, and which dataset it is. */
interface ToldCase {
  readonly charts?: readonly CaseChart[];
  readonly dataset: Pick<Dataset, 'id'>;
}

/** A story by its id in a case, by the bundled case's, or by its file. Throws MisuseError with those that there are. */
export async function storyIn({ charts = [], dataset }: ToldCase, asked: string): Promise<Story> {
  const told = charts.flatMap(({ chart }) => chart.story ?? []);
  const found = told.find((s) => s.id === asked || s.title === asked);
  if (found) return found;
  const file = /\.json$/i.test(asked) ? await storyAt(asked) : undefined;
  if (file) return file.story;
  const bundled = (await storyAt(BUNDLED_STORY))!;
  if (bundled.dataset === dataset.id && bundled.story.id === asked) return bundled.story;
  const ids = [...told.map((s) => s.id), ...(bundled.dataset === dataset.id ? [bundled.story.id] : [])];
  throw new MisuseError(`There is no story ${asked}. ${ids.length === 0 ? 'The case holds none.' : `There are: ${ids.join(', ')}.`}`);
}

/** A story, and the dataset that it is told of; of a packed one the part that it draws and cites. Throws MisuseError as `storyIn` does. */
export async function withStory(opened: OpenStore, asked: string): Promise<{ opened: OpenStore; story: Story }> {
  const { reading, charts, head: { notes: _beside, ...head }, store } = opened;
  const story = await storyIn({ charts: reading?.charts ?? charts ?? [], dataset: head }, asked);
  if (reading) return { opened, story };
  return { opened: withPart(opened, { dataset: { ...head, ...(await toldPart(store, storyRecords(story))) } }), story };
}

/** The file of a story. Throws MisuseError where it is none. */
async function storyAt(path: string) {
  const parsed = storyFile.safeParse(await givenJson(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MisuseError(`${path} is no story (${STORY_FORMAT}): ${issue!.path.join('.')}: ${issue!.message}`);
}

import { readFile } from 'node:fs/promises';
import { STORY_FORMAT, storyFile, type Story } from '../../model';
import { storyHtml, UnknownCitationError } from '../../publish';
import { BUNDLED_STORY } from '../installation';
import { MisuseError, type ExitCode, type Io } from '../io';
import { nodeAssets } from '../nodeAssets';
import { withStore, type OpenStore } from '../openStore';
import { openWithheld } from '../openWithheld';
import { writeOutput } from '../outputFile';

interface StoryOptions {
  data?: string;
  story: string;
  withhold?: string[];
  output: string;
}

/** Writes a story as one page; the lines that embed it are told. */
export async function writeStory(options: StoryOptions, io: Io): Promise<ExitCode> {
  const { story: asked, output, data } = options;
  if (!/\.html?$/i.test(output)) throw new MisuseError(`${output}: a story is written as a page. Let the name end with .html.`);
  return withStore<ExitCode>(data === undefined ? {} : { data }, io, async (opened) => {
    const story = await storyIn(opened, asked);
    const published = options.withhold && (await openWithheld(opened, options.withhold, io, story));
    const { reading } = published?.opened ?? opened;
    const bytes = new TextEncoder().encode(await pageOf(reading!.dataset, published?.story ?? story));
    published?.refuseTelling(output, bytes);
    await writeOutput(output, bytes);
    io.out(`${output}: ${(published?.story ?? story).steps.length} steps. To embed it:`);
    io.out(embedding(output.replace(/^.*[/\\]/, ''), published ? published.story!.title : story.title));
    return 0;
  });
}

async function pageOf(dataset: Parameters<typeof storyHtml>[0], story: Story): Promise<string> {
  try {
    return await storyHtml(dataset, story, await nodeAssets());
  } catch (error) {
    if (error instanceof UnknownCitationError) throw new MisuseError(error.message);
    throw error;
  }
}

/** The lines of a page that holds the story, with a link for readers without frames. */
function embedding(file: string, title: string): string {
  const quoted = title.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return [
    `<iframe src="${file}" title="${quoted}" sandbox="allow-scripts allow-popups" width="100%" height="600" style="border:0"></iframe>`,
    `<p><a href="${file}">${quoted.replace(/&quot;/g, '"')}</a></p>`,
  ].join('\n');
}

/** A story by its id in a case, by the bundled case's, or by its file. Throws MisuseError with those that there are. */
async function storyIn({ reading }: OpenStore, asked: string): Promise<Story> {
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
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new MisuseError(`${path}: ${error.code === 'ENOENT' ? 'there is no such file.' : error.message}`);
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new MisuseError(`${path} is no JSON: ${(error as Error).message}`);
  }
  const parsed = storyFile.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MisuseError(`${path} is no story (${STORY_FORMAT}): ${issue!.path.join('.')}: ${issue!.message}`);
}

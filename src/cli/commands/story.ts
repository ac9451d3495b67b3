import type { Story } from '../../model';
import { storyHtml, UnknownCitationError } from '../../publish';
import { MisuseError, type ExitCode, type Io } from '../io';
import { nodeAssets } from '../nodeAssets';
import { withStore } from '../openStore';
import { openWithheld } from '../openWithheld';
import { writeOutput } from '../outputFile';
import { storyIn } from '../storyIn';

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
    const story = await storyIn(opened.reading, asked);
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

import type { Dataset, Story } from '../../model';
import { renderStory, UnknownCitationError, type StoryKind } from '../../publish';
import { MisuseError, type ExitCode, type Io } from '../io';
import { nodeAssets } from '../nodeAssets';
import { nodeCanvas } from '../nodeCanvas';
import { withStore } from '../openStore';
import { openWithheld } from '../openWithheld';
import { writeOutput } from '../outputFile';
import { withStory } from '../storyIn';
import { asTold } from '../withheldOptions';

interface StoryOptions {
  data?: string;
  base?: string;
  story: string;
  withhold?: string[];
  sayWithheld?: boolean;
  output: string;
}

/** Writes a story as one page, of which the lines that embed it are told, or as slides. */
export async function writeStory(options: StoryOptions, io: Io): Promise<ExitCode> {
  const { story: asked, output, data, base } = options;
  const kind = kindOf(output);
  return withStore<ExitCode>({ ...(data === undefined ? {} : { data }), ...(base === undefined ? {} : { base }) }, io, async (whole) => {
    const { opened, story } = await withStory(whole, asked);
    const published = options.withhold && (await openWithheld(opened, options.withhold, io, story));
    const { reading } = published?.opened ?? opened;
    const told = asTold(published?.story ?? story, options);
    const bytes = await written(reading!.dataset, told, kind);
    published?.refuseTelling(output, bytes);
    await writeOutput(output, bytes);
    io.out(`${output}: ${told.steps.length} steps.${kind === 'html' ? ' To embed it:' : ''}`);
    if (kind === 'html') io.out(embedding(output.replace(/^.*[/\\]/, ''), told.title));
    return 0;
  });
}

/** As what it is written, by its ending. Throws MisuseError for another. */
function kindOf(path: string): StoryKind {
  if (/\.html?$/i.test(path)) return 'html';
  if (/\.pptx$/i.test(path)) return 'pptx';
  throw new MisuseError(`${path}: a story is written as a page or as slides. Let the name end with .html or .pptx.`);
}

async function written(dataset: Dataset, story: Story, kind: StoryKind): Promise<Uint8Array> {
  try {
    return await renderStory(dataset, story, kind, { assets: await nodeAssets(), canvas: nodeCanvas });
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

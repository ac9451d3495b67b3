import type { CallOptions, Dataset, Story } from '../../model';
import { NoCanvasError, type CanvasFactory } from '../snapshot/paintedPng';
import type { SnapshotAssets } from '../svg';
import { storyHtml } from './storyHtml';

/** What a story can be written as; `label` is for menus. */
export const storyKinds = {
  html: { label: 'Web page, works offline', extension: 'html', mediaType: 'text/html' },
  pptx: {
    label: 'Slides, PowerPoint', extension: 'pptx',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
} as const;

/** In which form a story is written. */
export type StoryKind = keyof typeof storyKinds;

interface StoryOptions {
  readonly assets: SnapshotAssets;
  /** For slides. */
  readonly canvas?: CanvasFactory | undefined;
  readonly signal?: CallOptions['signal'] | undefined;
}

/** A story as the bytes of a file. Throws `UnknownCitationError`, and `NoCanvasError` for slides. */
export async function renderStory(dataset: Dataset, story: Story, kind: StoryKind, options: StoryOptions): Promise<Uint8Array> {
  const { assets, canvas, signal } = options;
  if (kind === 'html') return new TextEncoder().encode(await storyHtml(dataset, story, assets, { signal }));
  if (!canvas) throw new NoCanvasError();
  const [{ storyDeck }, { pptxFile }] = await Promise.all([import('../slides/deck'), import('../slides/pptxFile')]);
  return pptxFile(await storyDeck(dataset, story, { signal }), { assets, canvas, signal });
}

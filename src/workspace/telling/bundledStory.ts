import storyUrl from '../../../graph-data/huawei-koryolink.story.json?url&no-inline';
import { storyFile, type Story } from '../../model';
import { fetchPatiently, NotFetchedError } from '../../store';

/** The story that comes with the bundled case. */
export async function bundledStory(): Promise<Story> {
  const response = await fetchPatiently(storyUrl, {});
  if (!response.ok) throw new NotFetchedError('The story', response.status, 'Reload the page.');
  return storyFile.parse(await response.json()).story;
}

import type { Source } from '../../model';
import type { DatasetBuilder } from './datasetBuilder';

/** Who answers for a file or source that does not say so. One name for all of them: two are not two witnesses. */
export const PUBLISHER_NOT_STATED = 'publisher not stated';

/**
 * The source that a file itself is, for what it says without naming another:
 * its title, and who answers for it where it says so (else the file's own title). The same file is one source.
 */
export function fileAsSource(builder: DatasetBuilder, told: Partial<Pick<Source,
  | 'title' | 'publisher' | 'author' | 'url' | 'kind' | 'published'>> = {}): string {
  const title = (told.title || builder.options.name) || `File of format ${builder.format}`;
  return builder.source('the file itself', () => ({
    title, publisher: told.publisher || told.author || title, kind: told.kind ?? 'other', ...(told.author ? { author: told.author } : {}),
    ...(told.published ? { published: told.published } : {}), ...(told.url ? { url: told.url } : {}),
  }));
}

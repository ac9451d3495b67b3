import type { Source } from '../../model';
import type { Gathering } from './gathering';

/** The source that a file itself is, for what it says without naming another: its title, and who answers for it where it says so (else the file's own title). The same file is one source. */
export function fileAsSource(gathering: Gathering, told: Partial<Pick<Source, 'title' | 'publisher' | 'author' | 'url' | 'kind' | 'published'>> = {}): string {
  const title = (told.title || gathering.options.name) || `File of format ${gathering.format}`;
  return gathering.source('the file itself', () => ({ title, publisher: (told.publisher || told.author) || title, kind: told.kind ?? 'other', ...(told.author ? { author: told.author } : {}), ...(told.published ? { published: told.published } : {}), ...(told.url ? { url: told.url } : {}) }));
}

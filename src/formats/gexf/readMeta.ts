import { boundsOf, type Source } from '../../model';
import { foldFieldName } from '../words';
import type { DatasetBuilder, Head } from '../builder';
import type { XmlElement } from '../records';

/** Longer descriptions are summaries. */
const LONGEST_TITLE = 120;
const LICENCE = /^Licence: (.+)$/s;

/**
 * The head of the dataset and the file as a source, by `meta`: `title`, which graphology writes, or the first paragraph of
 * `description` where it is short, is the title; the rest of it the summary (a last paragraph "Licence: …", as our writer
 * has it, the licence); `creator` or `author` the author.
 */
export function readMeta(
  meta: XmlElement, builder: DatasetBuilder,
): { head: Head; about: Partial<Pick<Source, 'title' | 'author' | 'published'>> } {
  const told = new Map(
    meta.children.map(({ name, text }) => [foldFieldName(name), text.trim()] as const).filter(([, text]) => text !== ''),
  );
  const paragraphs = (told.get('description') ?? '').split(/\n\s*\n/).filter((text) => text !== '');
  const licence = paragraphs.length > 1 ? LICENCE.exec(paragraphs.at(-1)!)?.[1] : undefined;
  if (licence !== undefined) paragraphs.pop();
  const first = paragraphs[0];
  const title =
    told.get('title') ?? (first !== undefined && first.length <= LONGEST_TITLE && !first.includes('\n') ? paragraphs.shift() : undefined);
  const summary = paragraphs.join('\n\n');
  const author = told.get('creator') ?? told.get('author');
  const published = dateIn(meta.attributes.get('lastmodifieddate') ?? '');
  for (const name of told.keys())
    if (!['title', 'description', 'creator', 'author'].includes(name)) builder.miss(`meta ${name}`.slice(0, 100));
  return {
    head: {
      ...(title === undefined ? {} : { title }), ...(summary === '' ? {} : { summary }), ...(licence === undefined ? {} : { licence }),
    },
    about: {
      ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }),
      ...(published === undefined ? {} : { published }),
    },
  };
}

/**
 * The day that a file was last modified, as it is written by Gephi ("2010-03-31+18:43") or others ("02-05-2014" is ambiguous and read as
 * none).
 */
function dateIn(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
  return day !== undefined && boundsOf(day) ? day : undefined;
}

import type { Source } from '../../model';
import { webAddress } from '../words';

/** FollowTheMoney has addresses and publishers of sources, and no titles: these stand in the description, one source a value. */
const PREFIX = 'Source: ';

/** Whether the title of a source says more than its address, its publisher or the dataset that it is. */
export function hasTitle({ title, publisher, url }: Source): boolean {
  return title !== publisher && title !== `Dataset ${publisher}` && title !== url;
}

/** "Source: Title | Publisher | https://…" */
export function citationText({ title, publisher, url }: Source): string {
  return [`${PREFIX}${title}`, publisher.replaceAll('|', '/'), ...(url === undefined ? [] : [url])].join(' | ');
}

/** The source that such a text names; undefined where it is none. */
export function sourceOfCitation(text: string): Omit<Source, 'id'> | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const parts = text.slice(PREFIX.length).split(' | ');
  const url = parts.length > 2 ? webAddress(parts.at(-1)!) : undefined;
  const publisher = parts.at(url === undefined ? -1 : -2)!.trim();
  const title = parts
    .slice(0, url === undefined ? -1 : -2)
    .join(' | ')
    .trim();
  return title === '' || publisher === ''
    ? undefined
    : { title, publisher, kind: 'other', ...(url === undefined ? {} : { url: url.href }) };
}

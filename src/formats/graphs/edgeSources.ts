import type { Source } from '../../model';
import { hostOf, isoDateOf, foldFieldName, webAddress, type Fields } from '../words';
import { PUBLISHER_NOT_STATED } from '../builder';

/**
 * What the sources of an edge are called, as `foldFieldName` gives them; "Source(s)" is "source s". A field "source" is an end of
 * the edge in these files.
 */
const ADDRESSES: ReadonlySet<string> = new Set([
  'source url', 'source urls', 'source link', 'source links', 'source address', 'reference url', 'evidence url', 'article url',
  'link to source',
]);
const TITLES: ReadonlySet<string> = new Set([
  'sources', 'source s', 'source title', 'source titles', 'source name', 'source document', 'reference', 'references', 'citation',
  'citations', 'evidence',
]);
const PUBLISHERS: ReadonlySet<string> = new Set(['publisher', 'source publisher', 'source outlet', 'news outlet', 'outlet']);
const PUBLISHED: ReadonlySet<string> = new Set(['source date', 'published', 'publication date', 'date published']);

/**
 * Takes the sources that the fields of an edge name, as a row of a table names them: addresses, each a source (several
 * stand apart by blanks, bars or semicolons), and titles; a publisher and a date belong to them all. An address without a
 * publisher has its host as one. Empty where the fields name no source; a publisher alone is none.
 */
export function takeEdgeSources(fields: Fields): Omit<Source, 'id'>[] {
  const [addresses, titles] = [textsOf(fields, ADDRESSES), textsOf(fields, TITLES)];
  if (addresses.length + titles.length === 0) return [];
  const publisher = textsOf(fields, PUBLISHERS)[0];
  const published = isoDateOf(textsOf(fields, PUBLISHED)[0] ?? '').date;
  for (const name of [...fields.keys()])
    if (isOf(name, ADDRESSES, TITLES, ...(publisher === undefined ? [] : [PUBLISHERS]), ...(published === undefined ? [] : [PUBLISHED])))
      fields.delete(name);
  const urls = [...addresses, ...titles].flatMap((text) => addressesIn(text) ?? []);
  // What stands for an address and is none is all that is said of its source.
  const named = [...titles, ...addresses].filter((text) => addressesIn(text) === undefined);
  const common = { ...(published === undefined ? {} : { published }), kind: 'other' as const };
  // One address beside titles is where they stand.
  if (urls.length === 1 && named.length > 0)
    return [{ title: named.join('; '), publisher: publisher ?? hostOf(urls[0]!), url: urls[0]!.href, ...common }];
  return [
    ...urls.map((url) => ({
      title: `${hostOf(url)}${url.pathname === '/' ? '' : url.pathname}`,
      publisher: publisher ?? hostOf(url),
      url: url.href,
      ...common,
    })),
    ...named.map((title) => ({ title, publisher: publisher ?? PUBLISHER_NOT_STATED, ...common })),
  ];
}

function textsOf(fields: Fields, names: ReadonlySet<string>): string[] {
  return [...fields]
    .filter(([name]) => isOf(name, names))
    .flatMap(([, value]) => [value].flat())
    .flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim().replace(/\s+/g, ' ')] : []));
}

function isOf(name: string, ...lists: readonly ReadonlySet<string>[]): boolean {
  return lists.some((list) => list.has(foldFieldName(name)));
}

/** The web addresses that a text is made of; undefined where it has anything else. */
function addressesIn(text: string): URL[] | undefined {
  const urls = text
    .split(/[\s|]+|[;,](?=\s*https?:)/)
    .filter((part) => part !== '')
    .map(webAddress);
  return urls.every((url) => url !== undefined) ? urls : undefined;
}

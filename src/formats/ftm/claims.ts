import type { Claim, Source, Stance } from '../../model';
import { hostOf, webAddress } from '../words';
import type { DatasetBuilder } from '../builder';
import { sourceOfCitation } from './citationText';
import type { UnusedValues } from './unusedValues';

/** What a status in words says of the stance of whoever published the record. */
const STANCES: Readonly<Record<string, Stance>> = { alleged: 'alleges', reading: 'alleges', disputed: 'questions', denied: 'denies' };

/**
 * The claims behind a record: one for each source that its description names with its title, one for each other `sourceUrl`, whose
 * publisher is the record's own or else the host; without any, one for each dataset that it comes from; without those, none. A status
 * "alleged", "disputed" or "denied" is the stance of them all.
 */
export function claimsOf(values: UnusedValues, builder: DatasetBuilder): Claim[] {
  const stance = stanceOf(values);
  const titled = takeCitations(values).map((source) => builder.source(`cited ${JSON.stringify(source)}`, () => source));
  const publishers = values.see('publisher');
  const publisher = publishers.length === 1 ? publishers[0] : undefined;
  const sources = values.see('sourceUrl').map((text) => sourceOfUrl(text, publisher, values, builder));
  if (sources.length > 0) {
    values.take('sourceUrl');
    if (publisher !== undefined) values.take('publisher');
  } else if (publisher !== undefined) {
    values.take('publisher');
    sources.push(builder.source(`publisher ${publisher}`, () => ({ title: publisher, publisher, kind: 'other' })));
  }
  sources.unshift(...titled);
  const from =
    sources.length > 0
      ? sources
      : datasetsOf(values).map((name) =>
          builder.source(`dataset ${name}`, () => ({ title: `Dataset ${name}`, publisher: name, kind: 'other' })),
        );
  if (from.length === 0 && stance !== 'asserts') from.push(builder.source('file', () => fileSource(builder)));
  return from.map((source) => builder.claim(source, stance));
}

/** The sources that the description names with their titles; their addresses and publishers are the same sources. */
function takeCitations(values: UnusedValues): Omit<Source, 'id'>[] {
  return values.see('description').flatMap((text) => {
    const source = sourceOfCitation(text);
    if (source === undefined) return [];
    values.takeOne('description', text);
    for (const address of values.see('sourceUrl')) if (webAddress(address)?.href === source.url) values.takeOne('sourceUrl', address);
    values.takeOne('publisher', source.publisher);
    return [source];
  });
}

function stanceOf(values: UnusedValues): Stance {
  const found = [...values.see('status'), ...values.see('summary')].find((text) => Object.hasOwn(STANCES, text.toLowerCase()));
  if (found === undefined) return 'asserts';
  values.takeOne('status', found);
  values.takeOne('summary', found);
  return STANCES[found.toLowerCase()]!;
}

function sourceOfUrl(text: string, publisher: string | undefined, values: UnusedValues, builder: DatasetBuilder): string {
  const url = webAddress(text);
  if (!url)
    builder.warn(
      'bad-url', values.raw.at, `A source of “${values.raw.id}” is no web address; it was kept as the title of the source.`,
      'Write https://…', text,
    );
  return builder.source(`url ${publisher ?? ''} ${text}`, (): Omit<Source, 'id'> & { id: string } => ({
    id: url ? `${hostOf(url)}${url.pathname}` : text,
    title: text,
    publisher: publisher ?? (url ? hostOf(url) : text),
    ...(url ? { url: url.href } : {}),
    kind: 'other',
  }));
}

function datasetsOf(values: UnusedValues): string[] {
  const datasets = values.raw.extras.get('datasets');
  return Array.isArray(datasets) ? datasets.filter((name): name is string => typeof name === 'string' && name !== '') : [];
}

function fileSource({ options }: DatasetBuilder): Omit<Source, 'id'> {
  const name = options.name ?? 'FollowTheMoney file';
  return { title: name, publisher: name, kind: 'other' };
}

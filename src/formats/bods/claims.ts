import type { Claim, PartialDate, Source, SourceKind } from '../../model';
import { asList, asObject, asText } from '../records';
import { hostOf, webAddress } from '../words';
import type { DatasetBuilder } from '../builder';
import { SAID, type Statement } from './statement';
import { datesStated } from './statementDate';

/** The kinds of sources by the type that BODS gives them, the most telling first. */
const KINDS: readonly (readonly [string, SourceKind])[] = [
  ['officialRegister', 'registry'],
  ['selfDeclaration', 'statement'],
  ['thirdParty', 'other'],
  ['primaryResearch', 'report'],
];

/**
 * The claims that a statement is: one that asserts, by its source, made when it was declared; and those in the annotations that
 * this program writes.
 */
export function claimsOf(statement: Statement, builder: DatasetBuilder): Claim[] {
  const stance = stanceOf(statement);
  const { made, published } = datesStated(statement);
  const source = builder.source(...sourceOf(statement, published));
  tellAddress(asText(statement.source.url), statement, builder);
  return [
    { source, stance, locator: `statement ${statement.statementId}`, ...(made === undefined ? {} : { made }) },
    ...furtherClaims(statement, stance, builder),
  ];
}

/** An address that is none of the web is told: the model has no place for it. */
function tellAddress(text: string | undefined, { statementId, at }: Statement, builder: DatasetBuilder): void {
  if (text === undefined || webAddress(text)) return;
  builder.warn(
    'bad-url', at, `The source of statement “${statementId}” has an address that is none of the web; it was left out.`, 'Write https://…',
    text,
  );
}

function stanceOf({ annotations, details }: Statement): Claim['stance'] {
  const party = asObject(details.interestedParty);
  const unspecified = asText(party?.reason) ?? asText(asObject(party?.unspecified)?.reason);
  if (unspecified === 'noBeneficialOwners' || unspecified === 'no-beneficial-owners') return 'denies';
  const said = annotationTexts(annotations)
    .find((text) => text.startsWith(SAID.status))
    ?.slice(SAID.status.length);
  return said === 'alleged' || said === 'reading' ? 'alleges' : said === 'disputed' ? 'questions' : 'asserts';
}

/** The descriptions of annotations. */
export function annotationTexts(annotations: readonly unknown[]): string[] {
  return annotations.flatMap((one) => asText(asObject(one)?.description) ?? []);
}

function sourceOf({ source, publication }: Statement, published: PartialDate | undefined): [string, () => Omit<Source, 'id'>] {
  const types = asList(source.type ?? source.types).flatMap((type) => asText(type) ?? []);
  const asserting = asList(source.assertedBy).flatMap((one) => asText(asObject(one)?.name) ?? []);
  const url = webAddress(asText(source.url) ?? '');
  const publisher =
    asserting[0] ??
    asText(asObject(publication.publisher)?.name) ??
    (url ? hostOf(url) : undefined) ??
    asText(source.description) ??
    'unknown publisher';
  const title = asText(source.description) ?? `Statements published by ${asText(asObject(publication.publisher)?.name) ?? publisher}`;
  return [
    JSON.stringify([publisher, title, types, url?.href, published]),
    () => ({
      title,
      publisher,
      kind: KINDS.find(([type]) => types.includes(type))?.[1] ?? 'other',
      ...(published === undefined ? {} : { published }),
      ...(url ? { url: url.href } : {}),
      ...(asserting.length > 1 ? { author: asserting.join(', ') } : {}),
    }),
  ];
}

/** Sources beyond the one that a statement has room for, as annotations of this program carry them: "Also said by: publisher | title". */
function furtherClaims(statement: Statement, stance: Claim['stance'], builder: DatasetBuilder): Claim[] {
  return statement.annotations.flatMap((annotation): Claim[] => {
    const text = asText(asObject(annotation)?.description) ?? '';
    if (!text.startsWith(SAID.source)) return [];
    const [publisher, title] = text.slice(SAID.source.length).split(' | ');
    if (!publisher) return [];
    const address = asText(asObject(annotation)?.url);
    const url = webAddress(address ?? '');
    tellAddress(address, statement, builder);
    return [
      {
        source: builder.source(`also ${text} ${url?.href}`, () => ({
          title: title || publisher,
          publisher,
          kind: 'other',
          ...(url ? { url: url.href } : {}),
        })),
        stance,
      },
    ];
  });
}

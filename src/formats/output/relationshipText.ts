import {
  datesText, hasEnded, relationshipType, shareText, statusOf, tieWords,
  type Claim, type Dataset, type Family, type Relationship, type Source, type Status,
} from '../../model';

/** What a picture made by another tool must say of a relationship, in plain text. */
export interface RelationshipText {
  readonly relationship: Relationship;
  readonly status: Status;
  readonly family: Family;
  /** Which of its ends have an arrow: none where "A … B" says the same as "B … A". */
  readonly arrows: 'to' | 'both' | 'none';
  readonly ended: boolean;
  /** Short lines for a label: verb with share, years, the status where it is no plain fact. */
  readonly label: readonly string[];
  /** The whole of it as a sentence without a full stop. */
  readonly sentence: string;
  /** A citation a claim. */
  readonly citations: readonly string[];
}

/**
 * The relationships of a dataset for a picture, in their order. What is alleged, disputed or denied says so in words,
 * so that it never looks like a fact where line styles get lost.
 */
export function relationshipTexts({ entities, relationships, sources }: Dataset): RelationshipText[] {
  const names = new Map(entities.map((e) => [e.id, e.shortName ?? e.name]));
  const known = new Map(sources.map((s) => [s.id, s]));
  return relationships.map((r) => relationshipText(r, names, known));
}

function relationshipText(r: Relationship, names: ReadonlyMap<string, string>, sources: ReadonlyMap<string, Source>): RelationshipText {
  const status = statusOf(r.claims, (id) => sources.get(id));
  const { chartLabel, family } = relationshipType(r.type);
  const share = shareText(r.share);
  const label = [
    `${r.label ?? chartLabel}${share === '' ? '' : ` ${share}`}`, datesText(r),
    status === 'confirmed' || status === 'reported' ? '' : status,
  ].filter((line) => line !== '');
  const sentence = tieWords(r, true, status, (id) => names.get(id) ?? id);
  return {
    relationship: r, status, family, arrows: arrowsOf(r), ended: hasEnded(r), label, sentence,
    citations: r.claims.map((claim) => citationOf(claim, sources.get(claim.source))),
  };
}

function arrowsOf({ type, properties }: Relationship): RelationshipText['arrows'] {
  if (!relationshipType(type).directed) return 'none';
  if (properties?.undirected !== true) return 'to';
  return properties.mutual === true ? 'both' : 'none';
}

/** Publisher, “Title”, date, place: what it says; and what its stance is where it does not assert. */
function citationOf({ source: id, stance, statement, locator }: Claim, source: Source | undefined): string {
  const cited = source ? [source.publisher, `“${source.title}”`, source.published, locator, source.url] : [id, locator];
  const words = cited.filter((part) => part !== undefined).join(', ');
  return `${words}${stance === 'asserts' ? '' : ` (${stance})`}${statement === undefined ? '' : `: ${statement}`}`;
}

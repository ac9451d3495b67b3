import {
  hashOf,
  isDoubtful,
  statusOf,
  type Claim,
  type Dataset,
  type Entity,
  type Relationship,
  type Source,
  type SourceKind,
} from '../../model';
import type { Writing } from '../format';
import { Losses } from '../output';
import { SAID } from './statement';
import { statementDateOf } from './statementDate';
import { interestOf, isPlanned, writeInterest, type Annotation } from './writeInterest';
import { isParty, partyDetails } from './writeParty';

const SOURCE_TYPES: Readonly<Record<SourceKind, string>> = {
  registry: 'officialRegister',
  filing: 'officialRegister',
  court: 'officialRegister',
  statement: 'selfDeclaration',
  report: 'primaryResearch',
  news: 'thirdParty',
  book: 'thirdParty',
  other: 'thirdParty',
  reading: 'thirdParty',
};

/** The whole statement, as an annotation points at it (RFC 6901). */
const WHOLE = '';

/** What every statement of a file shares. */
interface Context {
  readonly dataset: Dataset;
  readonly sources: ReadonlyMap<string, Source>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly losses: Losses;
  /** The day of publication. */
  readonly today: string;
  readonly publicationDetails: Record<string, unknown>;
}

/**
 * Writes a dataset as BODS 0.4 statements, a JSON list: parties, then relationships, a statement each. `today` is the date of
 * publication.
 */
export function writeBods(dataset: Dataset, today = new Date()): Writing {
  const losses = new Losses('BODS');
  const context: Context = {
    dataset,
    sources: new Map(dataset.sources.map((s) => [s.id, s])),
    entities: new Map(dataset.entities.map((e) => [e.id, e])),
    losses,
    today: today.toISOString().slice(0, 10),
    publicationDetails: {
      publicationDate: today.toISOString().slice(0, 10),
      bodsVersion: '0.4',
      publisher: { name: dataset.title },
      ...(isAddress(dataset.licence ?? '') ? { license: new URL(dataset.licence!).href } : {}),
    },
  };
  countHead(dataset, losses);
  // What an indirect relationship is made of stands before it.
  const [components, others] = [true, false].map((one) =>
    dataset.relationships.filter((r) => (r.properties?.isComponent === true) === one),
  );
  const statements = [
    ...dataset.entities.flatMap((e) => partyStatement(e, context)),
    ...[...components!, ...others!].flatMap((r) => relationshipStatement(r, context)),
  ];
  return { bytes: new TextEncoder().encode(`${JSON.stringify(statements, null, 1)}\n`), issues: losses.issues() };
}

/** What a list of statements says nothing of: there is no record of the whole. */
function countHead({ summary, licence }: Dataset, losses: Losses): void {
  losses.add(
    'title-as-publisher',
    'dataset',
    'the title of the dataset; it stands as the name of the publisher',
    'Read back, the title is made of the file’s name.',
  );
  if (summary) losses.add('lost-summary', 'dataset', 'its summary', 'Keep a copy as a Throughline dataset.');
  if (licence !== undefined && !isAddress(licence))
    losses.add('lost-licence', 'dataset', 'a licence that is no web address', 'Write the address of its text.');
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function partyStatement(entity: Entity, context: Context): Record<string, unknown>[] {
  if (!isParty(entity)) {
    context.losses.add(
      'no-record',
      `entity ${entity.id}`,
      'the entity itself: BODS has no networks, assets, events and places',
      'Write FollowTheMoney or a Throughline dataset.',
    );
    return [];
  }
  const stances = new Set((entity.claims ?? []).map((c) => c.stance));
  if (stances.size > 1 || (stances.size === 1 && !stances.has('asserts')))
    context.losses.add(
      'lost-stance',
      `entity ${entity.id}`,
      'that its sources allege, deny or question it',
      'Keep a copy as a Throughline dataset.',
    );
  const recordType = entity.type === 'person' ? 'person' : 'entity';
  return [statement(recordType, entity.id, entity.id, partyDetails(entity, context.losses), entity.claims ?? [], [], context)];
}

function relationshipStatement(relationship: Relationship, context: Context): Record<string, unknown>[] {
  const { losses, entities, sources } = context;
  const at = `relationship ${relationship.id}`;
  const code = interestOf(relationship);
  const ends = [entities.get(relationship.from), entities.get(relationship.to)];
  const status = statusOf(relationship.claims, (id) => sources.get(id));
  if (code === undefined || ends.some((e) => e === undefined || !isParty(e)) || ends[1]!.type === 'person') {
    losses.add(
      'no-interest',
      at,
      'the relationship itself: BODS has interests of a person or body in a body only',
      'Write FollowTheMoney or a Throughline dataset.',
    );
    return [];
  }
  if (isPlanned(relationship)) {
    losses.add(
      'lost-planned',
      at,
      'a relationship that was only planned; elsewhere it would read as a fact, so it was left out',
      'Keep a copy as a Throughline dataset.',
    );
    return [];
  }
  if (status === 'denied') {
    losses.add(
      'lost-denied',
      at,
      'a relationship that its sources deny; elsewhere it would read as a fact, so it was left out',
      'Keep a copy as a Throughline dataset.',
    );
    return [];
  }
  const { interest, annotations } = writeInterest(relationship, code, losses);
  if (relationship.amount) losses.add('lost-amount', at, 'its amount', 'Keep a copy as a Throughline dataset.');
  const doubt: Annotation[] = isDoubtful(status)
    ? [{ statementPointerTarget: WHOLE, motivation: 'commenting', description: `${SAID.status}${status}` }]
    : [];
  if (doubt.length > 0)
    losses.add(
      'status-as-annotation',
      at,
      'that it is alleged, disputed or a reading of ours, but for an annotation, which not every tool shows',
      'Tell whoever gets the file.',
    );
  const components = relationship.properties?.componentRecords;
  const isComponent = relationship.properties?.isComponent === true;
  const details = {
    isComponent,
    ...(Array.isArray(components) && !isComponent ? { componentRecords: components.map(String) } : {}),
    subject: relationship.to,
    interestedParty: relationship.from,
    interests: [interest],
  };
  const id = entities.has(relationship.id) ? `relationship-${relationship.id}` : relationship.id;
  return [statement('relationship', id, relationship.to, details, relationship.claims, [...annotations, ...doubt], context)];
}

function statement(
  recordType: string,
  recordId: string,
  subject: string,
  details: Record<string, unknown>,
  claims: readonly Claim[],
  annotations: readonly Annotation[],
  context: Context,
): Record<string, unknown> {
  const cited = [...new Set(claims.map((c) => c.source))].map((id) => context.sources.get(id)).filter((s) => s !== undefined);
  const dated = statementDateOf(claims, cited[0], context.today);
  const notes = [...annotations, ...dated.annotations, ...cited.slice(1).map(alsoSaidBy)];
  if (cited.some((s) => s.author !== undefined || s.reliability !== undefined))
    context.losses.add(
      'lost-source-details',
      `${recordType} ${recordId}`,
      'authors and reliability of its sources',
      'Keep a copy as a Throughline dataset.',
    );
  if (claims.some((c) => c.statement !== undefined || c.quote !== undefined || c.checked !== undefined || c.credibility !== undefined))
    context.losses.add(
      'lost-claims',
      `${recordType} ${recordId}`,
      'what its sources say, word for word',
      'Keep a copy as a Throughline dataset.',
    );
  return {
    statementId: statementIdFor(`${context.dataset.id}/${recordType}/${recordId}`),
    statementDate: dated.date,
    declarationSubject: subject,
    recordId,
    recordType,
    recordStatus: 'new',
    recordDetails: details,
    publicationDetails: context.publicationDetails,
    ...(cited[0] ? { source: sourceObject(cited[0]) } : {}),
    ...(notes.length > 0 ? { annotations: notes } : {}),
  };
}

function sourceObject({ title, publisher, url, kind }: Source): Record<string, unknown> {
  return { type: [SOURCE_TYPES[kind]], description: title, ...(url ? { url: new URL(url).href } : {}), assertedBy: [{ name: publisher }] };
}

function alsoSaidBy({ publisher, title, url }: Source): Annotation {
  return {
    statementPointerTarget: WHOLE,
    motivation: url ? 'linking' : 'commenting',
    description: `${SAID.source}${publisher} | ${title}`,
    ...(url ? { url: new URL(url).href } : {}),
  };
}

/**
 * A statement id of 32 hexadecimal digits, the same for the same text at every writing: four FNV-1a hashes of it, each with a
 * start of its own.
 */
function statementIdFor(text: string): string {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((start) => hashOf(text, start).toString(16).padStart(8, '0')).join('');
}

import { boundsOf, relationshipTypeIds, relationshipTypes, type Entity, type Properties, type Relationship, type Share } from '../../model';
import { asList, asObject, asText, type Json } from '../records';
import { between, isoDateOf } from '../words';
import { type DatasetBuilder, flattened } from '../builder';
import { annotationTexts, claimsOf } from './claims';
import { interestCode, INTERESTS, type InterestReading } from './interestTypes';
import { spelledOut } from './readParty';
import type { BodsRecord, StatedRecords } from './records';
import { SAID, type Statement } from './statement';

const READ: ReadonlySet<string> = new Set([
  'subject', 'interestedParty', 'interests', 'isComponent', 'componentRecords', 'componentStatementIDs', 'source', 'annotations',
  'publicationDetails', '__proto__',
]);
const READ_OF_INTEREST: ReadonlySet<string> = new Set([
  'type', 'share', 'startDate', 'endDate', 'interestLevel', 'directOrIndirect', '__proto__',
]);

/** A relationship in the making: the version of it that counts, and what tells it from other interests of its record. */
interface Draft {
  readonly key: string;
  readonly relationship: Omit<Relationship, 'id'>;
  readonly at: string;
  /** The day of the last statement that says so. */
  readonly stated: string | undefined;
  /** When its share took the place of another one of the same interest: it starts then, not when the interest did. */
  readonly since?: string;
}

/**
 * Reads the interests of a record through all its statements. An interest that a later statement repeats is the same
 * relationship with one claim more; one that it no longer has ended when that statement was made, unless it says when; a
 * closed record ends those still open. A share that a later statement changes starts with that statement, or with the
 * start that it states anew, and the earlier one ends there. Interests that differ within a statement are parallel
 * relationships.
 */
export function readRelationship(record: BodsRecord, records: StatedRecords, builder: DatasetBuilder): void {
  const ended: Draft[] = [];
  let open = new Map<string, Draft>();
  for (const version of record.versions) {
    const now = draftsOf(version, records, builder);
    for (const draft of open.values()) {
      if (now.has(draft.key)) continue;
      const successor = [...now.values()].find((one) => !open.has(one.key) && one.since === undefined && isSameInterest(draft, one));
      const since = successor && changedOn(draft, successor, version);
      if (successor && since !== undefined) now.set(successor.key, { ...successor, since });
      ended.push(endedBy(draft, version, since));
    }
    open = new Map([...now].map(([key, draft]) => [key, continued(open.get(key), draft)]));
    if (version.status !== 'closed') continue;
    for (const draft of open.values()) ended.push(closedBy(draft, version));
    open = new Map();
  }
  const all = [...ended, ...open.values()].map(withStart);
  all.forEach(({ relationship, at }, i) =>
    builder.addRelationship({ id: all.length === 1 ? record.id : `${record.id}-${i + 1}`, ...relationship }, at),
  );
}

function continued(before: Draft | undefined, now: Draft): Draft {
  if (!before) return now;
  const claims = [...before.relationship.claims, ...now.relationship.claims];
  return {
    ...now,
    ...(before.since === undefined ? {} : { since: before.since }),
    relationship: { ...before.relationship, ...now.relationship, claims },
  };
}

/** Whether two drafts are one interest of the same party, whose share or dates differ. */
function isSameInterest({ relationship: a }: Draft, { relationship: b }: Draft): boolean {
  return (
    a.type === b.type &&
    a.from === b.from &&
    a.to === b.to &&
    a.indirect === b.indirect &&
    a.role === b.role &&
    a.label === b.label &&
    a.properties?.interest === b.properties?.interest
  );
}

/**
 * When the share of an interest became another one: at the start that the later statement states anew, else on the day
 * of that statement. Undefined where the share is the same or that day tells nothing: it is not after the earlier one.
 */
function changedOn(before: Draft, after: Draft, { date }: Statement): string | undefined {
  if (JSON.stringify(before.relationship.share) === JSON.stringify(after.relationship.share)) return undefined;
  const [former, start] = [before.relationship.start, after.relationship.start];
  if (start !== undefined && isAfter(start, former ?? before.stated)) return start;
  return date !== undefined && isAfter(date, before.stated) && (former === undefined || isAfter(date, former)) ? date : undefined;
}

function isAfter(date: string, other: string | undefined): boolean {
  return other !== undefined && boundsOf(date)!.earliest > boundsOf(other)!.latest;
}

/** A relationship with the start of its share; the start of the interest, where that is another, is kept beside it. */
function withStart(draft: Draft): Draft {
  const { since, relationship } = draft;
  if (since === undefined || since === relationship.start) return draft;
  const properties =
    relationship.start === undefined ? relationship.properties : { ...relationship.properties, startDate: relationship.start };
  return { ...draft, relationship: clean({ ...relationship, start: since, properties }) };
}

function endedBy(draft: Draft, { date, statementId }: Statement, changed: string | undefined): Draft {
  return withEnd(draft, changed ?? date, { replacedBy: statementId });
}

function closedBy(draft: Draft, { date }: Statement): Draft {
  return withEnd(draft, date, { recordStatus: 'closed' });
}

function withEnd(draft: Draft, date: string | undefined, properties: Properties): Draft {
  const end = draft.relationship.end ?? date ?? '..';
  return { ...draft, relationship: { ...draft.relationship, end, properties: { ...draft.relationship.properties, ...properties } } };
}

function draftsOf(statement: Statement, records: StatedRecords, builder: DatasetBuilder): Map<string, Draft> {
  const from = party(statement, 'interestedParty', records, builder);
  const to = party(statement, 'subject', records, builder);
  const interests = asList(statement.details.interests).filter((one) => asObject(one) !== undefined);
  const claims = claimsOf(statement, builder);
  const base = baseProperties(statement, builder);
  const drafts = new Map<string, Draft>();
  for (const interest of interests.length === 0 ? [{}] : (interests as Json[])) {
    const said = readInterest(interest, statement, builder);
    const key = JSON.stringify([from, to, said.type, said.share, said.indirect, said.start, said.properties]);
    const properties = { ...base, ...said.properties };
    const relationship = {
      ...said,
      from,
      to,
      claims,
      ...(Object.keys(properties).length > 0 ? { properties } : { properties: undefined }),
    };
    if (!drafts.has(key)) drafts.set(key, { key, relationship: clean(relationship), at: statement.at, stated: statement.date });
  }
  return drafts;
}

function clean<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}

/** The record behind an end; an end that is not specified is an entity of its own that says so. */
function party(statement: Statement, end: 'subject' | 'interestedParty', records: StatedRecords, builder: DatasetBuilder): string {
  const value = statement.details[end];
  const json = asObject(value);
  const reference = asText(value) ?? asText(json?.describedByEntityStatement) ?? asText(json?.describedByPersonStatement);
  if (reference !== undefined) return records.resolve(reference);
  const unspecified = asObject(json?.unspecified) ?? json ?? {};
  const reason = asText(unspecified.reason);
  const id = `${statement.recordId}-${end}`;
  if (reason === undefined)
    builder.warn(
      'missing-end',
      statement.at,
      `"${end}" is neither named nor said to be unspecified; an entity was put there that says so.`,
      'Name it, or give a reason.',
      JSON.stringify(value),
    );
  if (!builder.hasEntity(id)) builder.addEntity(unspecifiedParty(id, end, reason, unspecified), statement.at);
  return id;
}

function unspecifiedParty(id: string, end: 'subject' | 'interestedParty', reason: string | undefined, unspecified: Json): Entity {
  const what = end === 'subject' ? 'unspecified subject' : 'unspecified interested party';
  const properties = Object.fromEntries([
    ['unspecified', true] as const,
    ...Object.entries(unspecified).flatMap(([name, value]) => flattened(name, value)),
  ]);
  return {
    id,
    type: end === 'subject' ? 'organization' : 'person',
    name: reason === undefined ? what : `${what} (${spelledOut(reason)})`,
    properties,
  };
}

type Said = Pick<Relationship, 'type' | 'role' | 'label' | 'share' | 'indirect' | 'start' | 'end'> & { properties: Properties };

function readInterest(interest: Json, statement: Statement, builder: DatasetBuilder): Said {
  const raw = asText(interest.type);
  const code = raw === undefined ? undefined : interestCode(raw);
  if (raw !== undefined && code === undefined)
    builder.warn(
      'unknown-interest',
      statement.at,
      `"${raw}" is no interest type of BODS 0.1 to 0.4; it was read as a “linked to” with that label.`,
      'Use a code of the interestType codelist.',
      raw,
    );
  const properties: Properties = {};
  for (const [name, value] of Object.entries(interest)) {
    if (READ_OF_INTEREST.has(name)) continue;
    const plain = flattened(name, value);
    Object.assign(properties, Object.fromEntries(plain));
    if (plain.length > 0) builder.keep(name);
  }
  if (code !== undefined) properties.interest = code;
  const share = shareIn(interest, statement, builder, properties);
  const directness = asText(interest.directOrIndirect) ?? asText(interest.interestLevel);
  if (directness === 'unknown') properties.directOrIndirect = directness;
  const indirect = directness === 'indirect' || (directness !== 'direct' && hasComponents(statement));
  const plain =
    code !== undefined
      ? INTERESTS[code]!
      : raw === undefined
        ? INTERESTS.unknownInterest!
        : { type: 'linkedTo' as const, label: `has as interest: ${spelledOut(raw)}` };
  const reading = withDetails(plain, code, properties);
  return {
    ...reading,
    ...(share === undefined ? {} : { share }),
    ...(indirect ? { indirect } : {}),
    ...datesIn(interest, statement, builder, properties),
    properties,
  };
}

/**
 * The details of an interest are the role, where the code tells none; a verb of the catalogue at their beginning is the type that
 * was written as this code (a partner's was once written as an unknown interest).
 */
function withDetails(reading: InterestReading, code: string | undefined, properties: Properties): InterestReading {
  const { details } = properties;
  if (typeof details !== 'string') return reading;
  const [first, ...rest] = details.split('; ');
  const type = relationshipTypeIds.find(
    (id) =>
      relationshipTypes[id].verb === first &&
      (relationshipTypes[id].bods === code || (id === 'partnerIn' && code === 'unknownInterest')) &&
      id !== reading.type,
  );
  if (type === undefined && reading.role !== undefined) return reading;
  delete properties.details;
  const role = type === undefined ? details : rest.join('; ');
  return { ...(type === undefined ? reading : { type }), ...(role === '' ? {} : { role }) };
}

function hasComponents({ details }: Statement): boolean {
  return asList(details.componentRecords ?? details.componentStatementIDs).length > 0;
}

/** An exact share, or bounds; what is exclusive is kept beside them. A share that is none between 0 and 100 stays a property. */
function shareIn(interest: Json, { at, recordId }: Statement, builder: DatasetBuilder, properties: Properties): Share | undefined {
  const json = asObject(interest.share);
  if (!json) {
    if (interest.share !== undefined && interest.share !== null) badShare(interest.share);
    return undefined;
  }
  const figure = (name: string) =>
    typeof json[name] === 'number' || (typeof json[name] === 'string' && json[name].trim() !== '') ? Number(json[name]) : undefined;
  const exact = figure('exact');
  const min = figure('minimum') ?? figure('exclusiveMinimum');
  const max = figure('maximum') ?? figure('exclusiveMaximum');
  if (exact === undefined && min === undefined && max === undefined) return undefined;
  const share = exact === undefined ? between(min ?? 0, max ?? 100) : between(exact, exact);
  if (share === undefined) badShare(json);
  else
    for (const name of ['exclusiveMinimum', 'exclusiveMaximum'])
      if (json[name] === true || typeof json[name] === 'number') properties[name] = true;
  return share;

  function badShare(value: unknown): void {
    builder.warn(
      'bad-share',
      at,
      `The share of “${recordId}” is none between 0 and 100; it was kept as a property.`,
      'Write { "exact": 75 } or { "minimum": 25, "maximum": 50 }, in per cent.',
      JSON.stringify(value),
    );
    properties.share = JSON.stringify(value);
  }
}

function datesIn(
  interest: Json,
  statement: Statement,
  builder: DatasetBuilder,
  properties: Properties,
): Pick<Relationship, 'start' | 'end'> {
  const dates: Pick<Relationship, 'start' | 'end'> = {};
  for (const [name, field] of [
    ['startDate', 'start'],
    ['endDate', 'end'],
  ] as const) {
    const text = asText(interest[name]);
    if (text === undefined) continue;
    const { date, whole } = isoDateOf(text);
    if (date === undefined)
      builder.warn(
        'bad-date',
        statement.at,
        `"${name}" of “${statement.recordId}” is no date that exists; it was kept as a property.`,
        'Write YYYY-MM-DD, of a day that exists.',
        text,
      );
    else dates[field] = unrounded(date, name, statement);
    if (!whole) properties[name] = text;
  }
  return dates;
}

/** The partial date that this program rounded and annotated when it wrote the statement. */
function unrounded(date: string, name: string, { annotations }: Statement): string {
  const found = annotations
    .map(asObject)
    .find(
      (one) =>
        asText(one?.statementPointerTarget) === `/recordDetails/interests/0/${name}` && asText(one?.description)?.startsWith(SAID.rounded),
    );
  const original = isoDateOf(asText(found?.description)?.slice(SAID.rounded.length) ?? '').date;
  return original !== undefined && date.startsWith(original) ? original : date;
}

function baseProperties(statement: Statement, builder: DatasetBuilder): Properties {
  const components = asList(statement.details.componentRecords ?? statement.details.componentStatementIDs).flatMap(
    (id) => asText(id) ?? [],
  );
  const rest = [...Object.entries(statement.details).filter(([name]) => !READ.has(name)), ...Object.entries(statement.extras)].flatMap(
    ([name, value]) => flattened(name, value),
  );
  const ours = Object.values(SAID);
  const foreign = statement.annotations.filter(
    (one) => !annotationTexts([one]).some((text) => ours.some((prefix) => text.startsWith(prefix))),
  );
  const kept: [string, Properties[string]][] = [
    ...rest,
    ...(components.length > 0 ? [['componentRecords', components] as [string, string[]]] : []),
    ...flattened('annotations', foreign),
  ];
  for (const name of new Set(kept.map(([key]) => key.split('.')[0]!))) builder.keep(name);
  if (statement.isComponent) kept.push(['isComponent', true]);
  return Object.fromEntries(kept);
}

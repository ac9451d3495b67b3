import { isDoubtful, relationshipTypes, statusOf, type FtmCounterpart, type Relationship, type Source } from '../../model';
import { shareAsText } from '../words';
import type { Losses } from '../output';
import { WrittenEntity } from './writtenEntity';
import { isA, propertiesOf, schemaNamed } from './schemata';
import { isAuthority, linkReading, markOf } from './schemaTypes';
import { writeProperties } from './writeThing';

/** How links are written: the schema of every entity, its name, and the sources, by id. */
interface LinkContext {
  readonly schemata: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly losses: Losses;
}

interface Ends {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
}

/** Writes a relationship; undefined where it must not be written: what all sources deny would read as a fact elsewhere. */
export function writeLink(relationship: Relationship, id: string, context: LinkContext): Record<string, unknown> | undefined {
  const { losses, sources } = context;
  const at = `relationship ${relationship.id}`;
  const status = statusOf(relationship.claims, (source) => sources.get(source));
  if (status === 'denied') {
    losses.add(
      'lost-denied', at, 'a relationship that its sources deny; elsewhere it would read as a fact, so it was left out',
      'Keep a copy as a Throughline dataset.',
    );
    return undefined;
  }
  const ends = endsOf(relationship, context);
  const out = new WrittenEntity(id, ends.schema, at, losses);
  if (ends.schema === 'Sanction') out.add('authority', context.names.get(relationship.from) ?? relationship.from);
  else out.add(ends.from, relationship.from);
  out.add(ends.to, relationship.to);
  if (isDoubtful(status)) out.addTo(['status', 'summary'], status, 'status');
  writeRole(relationship, out);
  writeDates(relationship, out);
  writeFigures(relationship, out);
  out.cite(relationship.claims, sources, [relationship.properties?.datasets].flat());
  return out.toJson(writeProperties(relationship.properties ?? {}, out));
}

/**
 * The schema of its own that it was read from, else its type's, else an UnknownLink:
 * the first that has room for what is said and whose ends may be what they are.
 */
function endsOf(relationship: Relationship, { schemata, losses }: LinkContext): Ends {
  const { type } = relationship;
  const own = relationship.properties?.schema;
  const reading = typeof own === 'string' && schemaNamed(own) ? linkReading(own, [markOf(type, own) ?? '']) : undefined;
  const candidates: Ends[] = [];
  if (reading?.type === type) candidates.push({ schema: own as string, from: reading.from, to: reading.to });
  candidates.push({ ...(relationshipTypes[type].ftm as FtmCounterpart) });
  const fits = (ends: Ends) =>
    mayHold(ends.schema, relationship)
    && mayStand(ends.schema, ends.from, schemata.get(relationship.from)!)
    && mayStand(ends.schema, ends.to, schemata.get(relationship.to)!);
  const found = candidates.find(fits);
  if (found) return found;
  losses.add(
    'weaker-schema',
    `relationship ${relationship.id}`,
    `a schema as exact as “${relationshipTypes[type].verb}” between such ends; it is an UnknownLink with that role`,
    'Nothing need be done: it is read back as what it was.',
  );
  return { schema: 'UnknownLink', from: 'subject', to: 'object' };
}

/** Whether a schema has room for dates and sources where there are any: Similar has for neither. */
function mayHold(schema: string, { start, end, claims }: Relationship): boolean {
  const has = (property: string) => propertiesOf(schema).has(property);
  return (has('startDate') || (start === undefined && end === undefined)) && (has('sourceUrl') || claims.length === 0);
}

function mayStand(schema: string, property: string, entity: string): boolean {
  const entry = propertiesOf(schema).get(property);
  if (!entry) return false;
  return entry.range === undefined ? schema === 'Sanction' && isAuthority(entity) : isA(entity, entry.range);
}

function writeRole(relationship: Relationship, out: WrittenEntity): void {
  const mark = markOf(relationship.type, out.schema);
  if (mark !== undefined && !out.add('role', mark)) out.add('relationship', mark);
  const property = out.schema === 'Sanction' ? 'program' : out.schema === 'Family' || out.schema === 'Associate' ? 'relationship' : 'role';
  out.addTo([property, 'summary'], relationship.role, 'role');
  const readBack = linkReading(out.schema, mark === undefined ? [] : [mark])?.label;
  if (relationship.label !== undefined && relationship.label !== readBack) {
    out.losses.add(
      'label-as-role', out.at, 'its own verb; it stands among the roles or in the summary',
      'Nothing need be done; read back, it is a role.',
    );
    out.addTo(out.schema === 'UnknownLink' ? ['role'] : ['summary'], relationship.label, 'label');
  }
}

function writeDates(relationship: Relationship, out: WrittenEntity): void {
  const { start, end } = relationship;
  if (out.schema === 'Payment' && start !== undefined && start === end) out.add('date', start);
  else {
    out.addTo(['startDate'], start, 'start');
    out.addTo(['endDate'], end, 'end');
  }
}

function writeFigures(relationship: Relationship, out: WrittenEntity): void {
  const { share, amount, indirect } = relationship;
  if (share !== undefined) out.addTo(['percentage'], shareAsText(share), 'share');
  if (indirect) out.addTo(['ownershipType'], 'indirect', 'indirectness');
  if (amount === undefined) return;
  out.addTo(['amount', 'sharesValue'], String(amount.value), 'amount');
  out.add(out.has('amount') ? 'currency' : 'sharesCurrency', amount.currency);
  if (amount.ceiling) out.losses.add('lost-ceiling', out.at, 'that its amount is “up to”', 'Keep a copy as a Throughline dataset.');
}

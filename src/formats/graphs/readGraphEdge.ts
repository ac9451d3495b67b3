import { isDoubtful, relationshipType, withoutNoXml, type Claim, type Family, type Relationship, type Status } from '../../model';
import { readRoundTripRelationship } from './roundTripField';
import {
  endsAsRead,
  type Fields,
  namesRelationshipType,
  relationshipTypeOfFields,
  relationshipTypeOfWord,
  takeDates,
  takeRole,
  takeShare,
} from '../words';
import { type DatasetBuilder, idOf, keptProperties } from '../builder';
import { takeEdgeSources } from './edgeSources';
import type { GraphEdge } from './graphRecord';
import { takeRoundTripField } from './readGraphNode';
import { textOfHtml } from '../text/textOfHtml';

/** Fields that our own writers add for people who look at the file elsewhere; they follow from the rest and are not read back. */
export const DERIVED_FIELDS = ['family', 'status', 'shareMin', 'shareMax', 'sources'] as const;

/** In which families a figure called share or percentage is a share. */
const HOLDING: ReadonlySet<Family> = new Set<Family>(['ownership', 'venture']);

/**
 * The relationship that an edge is: its type by its label or a field that names it, else `linkedTo` with its words as
 * label, or `connectedWith` where the edge has no direction either; an edge without a direction whose type has one gets the
 * property `undirected`; its dates and role, and
 * of a holding its share, by fields that are called so; what our own writers carried; and the rest as properties. Its claims
 * are those of the sources that its fields name, else `claim`, which is what the file says.
 */
export function readGraphEdge(edge: GraphEdge, claim: () => Claim, builder: DatasetBuilder): Relationship {
  const fields: Fields = new Map(edge.fields);
  const carried = takeRoundTripField(fields, (text) => readRoundTripRelationship(text, edge.at, builder));
  if (carried?.claims) for (const derived of DERIVED_FIELDS) fields.delete(derived);
  const label = wordsIn(edge.label?.trim() ?? '', carried);
  for (const [name, value] of fields)
    if (typeof value === 'string' && namesRelationshipType(name)) fields.set(name, wordsIn(value, carried));
  const read = withoutDirection(
    relationshipTypeOfFields(label === '' || fields.has('label') ? fields : new Map(fields).set('label', label)),
    edge,
  );
  if (read.stated !== undefined) fields.delete(read.stated);
  else if (label !== '' && read.label !== label && !fields.has('label')) fields.set('label', label);
  if (read.label !== undefined && read.field !== undefined) fields.delete(read.field);
  const turned = edge.direction === 'directed' && read.turned;
  const role = carried?.role ?? takeRole(fields) ?? read.role;
  const share = carried?.share ?? (carried || HOLDING.has(relationshipType(read.type).family) ? takeShare(fields) : undefined);
  const dates = takeDates(fields, edge.start, edge.end);
  const cited =
    carried?.claims ??
    takeEdgeSources(fields).map((source) =>
      builder.claim(
        builder.source(JSON.stringify(source), () => source),
        'asserts',
      ),
    );
  const verb = read.stated === undefined ? (carried?.label ?? read.label) : verbBeside(read.type, label, carried?.label);
  return {
    id: edge.id ?? builder.freshRelationshipId(`${edge.source.slice(0, 80)}-${read.type}-${edge.target.slice(0, 80)}`),
    type: read.type,
    ...withIds(endsAsRead({ ...read, turned }, edge.source, edge.target)),
    ...dates,
    ...(share === undefined ? {} : { share }),
    ...(carried?.indirect === undefined ? {} : { indirect: carried.indirect }),
    ...(carried?.amount ? { amount: carried.amount } : {}),
    ...(role === undefined ? {} : { role }),
    ...(verb === undefined ? {} : { label: verb }),
    claims: carried?.claims || cited.length > 0 ? [...cited] : [claim()],
    ...keptProperties(fields, edge.at, builder, { ...read.properties, ...directionOf(edge, read.type), ...carried?.properties }),
  };
}

const MARKUP = /<\/?(?:html|body|p|div|br|b|i|u|em|strong|small|big|sub|sup|span|font|center|a|h[1-6]|table|tr|td|li|ul|ol)\b[^<>]*>/i;

/** A verb as plain text: tools that draw labels as HTML write them so. What our own writers wrote is no markup, whatever it looks like. */
function wordsIn(text: string, carried: object | undefined): string {
  return carried === undefined && MARKUP.test(text) ? textOfHtml(text).replace(/\n/g, ' ') : text;
}

/** The text on a line: its verb, and its status where that must not be overlooked. */
export function labelOnLine(type: Relationship['type'], verb: string | undefined, status: Status): string {
  return `${verb ?? relationshipType(type).chartLabel}${isDoubtful(status) ? ` (${status})` : ''}`;
}

/**
 * The verb of an edge whose type is stated: what was carried, unless the label was changed since; a label that says what the type
 * says is none.
 */
function verbBeside(type: Relationship['type'], label: string, carried: string | undefined): string | undefined {
  if (!/\p{Letter}/u.test(label)) return carried;
  const plain = label.replace(/ \((?:alleged|disputed|reading)\)$/, '');
  if (asShown(plain) === asShown(carried ?? relationshipType(type).chartLabel)) return carried;
  return relationshipTypeOfWord(plain)?.type === type ? undefined : plain;
}

/** A text as it comes back from a file that has no place for some of its characters. */
function asShown(text: string): string {
  return withoutNoXml(text).replace(/\s+/g, ' ').trim();
}

/** What nothing but a line says of two is a `connectedWith`, which reads the same from both ends. */
function withoutDirection(read: ReturnType<typeof relationshipTypeOfFields>, { direction }: GraphEdge): typeof read {
  return read.type === 'linkedTo' && read.stated === undefined && direction !== 'directed' ? { ...read, type: 'connectedWith' } : read;
}

/** What must be kept of the direction beside the type. */
function directionOf({ direction }: GraphEdge, type: Relationship['type']): Relationship['properties'] {
  if (direction === 'directed') return {};
  if (!relationshipType(type).directed) return direction === 'mutual' ? { mutual: true } : {};
  return direction === 'mutual' ? { undirected: true, mutual: true } : { undirected: true };
}

function withIds({ from, to }: Pick<Relationship, 'from' | 'to'>): Pick<Relationship, 'from' | 'to'> {
  return { from: idOf(from), to: idOf(to) };
}

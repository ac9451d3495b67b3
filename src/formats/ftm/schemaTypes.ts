import {
  entityTypeIds, entityTypes, relationshipTypeIds, relationshipTypes,
  type EntityType, type FtmCounterpart, type RelationshipType,
} from '../../model';
import { lineageOf, schemaNamed } from './schemata';

/** The entity type of a schema or of its nearest ancestor that has one: what the catalogue writes as it, the first where several are. */
const TYPES = new Map<string, EntityType>();
for (const type of entityTypeIds) if (!TYPES.has(entityTypes[type].ftm)) TYPES.set(entityTypes[type].ftm, type);
/** What no type is written as, and what several are and the first is not what is mostly meant. */
const OTHER_SCHEMAS: Readonly<Record<string, EntityType>> = {
  Asset: 'asset', LegalEntity: 'organization', Project: 'event', CallForTenders: 'event', Message: 'asset', Identification: 'asset',
  Interval: 'event',
};
for (const [schema, type] of Object.entries(OTHER_SCHEMAS)) TYPES.set(schema, type);

/** Anything without a type is an asset. */
export function entityTypeOf(schema: string): EntityType {
  for (const name of lineageOf(schema)) {
    const type = TYPES.get(name);
    if (type !== undefined) return type;
  }
  return 'asset';
}

/** Whether an entity of this schema may be the authority that a Sanction names. */
export function isAuthority(schema: string): boolean {
  return ['publicBody', 'organization'].includes(entityTypeOf(schema));
}

/** The schema that an entity of this type is written as unless it keeps one of its own. */
export function schemaFor(type: EntityType): string {
  return entityTypes[type].ftm;
}

/** How a schema of links reads: which property holds the start of the verb, which its end, and the type. */
export interface LinkReading {
  readonly from: string;
  readonly to: string;
  readonly type: RelationshipType;
  /** The verb, where the type is `linkedTo` for want of a better one. */
  readonly label?: string;
}

/** The type that a schema stands for when no role says otherwise. */
const PLAIN: Readonly<Record<string, RelationshipType>> = {
  Ownership: 'owns',
  Directorship: 'directs',
  Membership: 'memberOf',
  Employment: 'employs',
  Family: 'family',
  Representation: 'represents',
  Payment: 'pays',
  Debt: 'lendsTo',
  Succession: 'succeeds',
  Similar: 'sameAs',
  ContractAward: 'contracts',
  EventParticipant: 'tookPartIn',
  UnknownLink: 'linkedTo',
};

/** Types told by the role, as "controller" in an Ownership, by schema; the role is the catalogue's own word for it. */
const TOLD_BY_ROLE = new Map<string, { type: RelationshipType; role: string }[]>();
for (const type of relationshipTypeIds) {
  const { schema, role }: FtmCounterpart = relationshipTypes[type].ftm;
  if (PLAIN[schema] !== type) TOLD_BY_ROLE.set(schema, [...(TOLD_BY_ROLE.get(schema) ?? []), { type, role }]);
}

function toldByRole(schema: string, roles: readonly string[]): RelationshipType | undefined {
  return roles.length === 0 ? undefined : TOLD_BY_ROLE.get(schema)?.find(({ role }) => roles.includes(role))?.type;
}

/** The word among the roles of a link by which its type is known again; undefined where the schema says enough. */
export function markOf(type: RelationshipType, schema: string): string | undefined {
  const counterpart: FtmCounterpart = relationshipTypes[type].ftm;
  if (counterpart.schema === schema) return PLAIN[schema] === type ? undefined : counterpart.role;
  return schema === 'UnknownLink' ? relationshipTypes[type].verb : undefined;
}

/** How a link of this schema and these roles is read; undefined where the schema is no link. */
export function linkReading(schema: string, roles: readonly string[]): LinkReading | undefined {
  const plain = Object.hasOwn(PLAIN, schema) ? PLAIN[schema]! : undefined;
  const type = toldByRole(schema, roles) ?? (schema === 'UnknownLink' ? toldByVerb(roles) : undefined) ?? plain;
  if (type !== undefined) {
    const { from, to } = schema === 'UnknownLink' ? { from: 'subject', to: 'object' } : (relationshipTypes[type].ftm as FtmCounterpart);
    return { from, to, type };
  }
  if (schema === 'Documentation') return { from: 'document', to: 'entity', type: 'documents' };
  const edge = schemaNamed(schema)?.edge;
  return (
    edge && { from: edge.source, to: edge.target, type: 'linkedTo', label: schema === 'Associate' ? 'is an associate of' : edge.label }
  );
}

function toldByVerb(roles: readonly string[]): RelationshipType | undefined {
  return relationshipTypeIds.find((type) => type !== 'linkedTo' && roles.includes(relationshipTypes[type].verb));
}

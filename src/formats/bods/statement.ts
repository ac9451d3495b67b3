import { asList, asObject, asText, type Json } from '../records';
import { isoDateOf } from '../words';

/** What a statement written here says in an annotation; read back as what it was. */
export const SAID = {
  status: 'Status: ', source: 'Also said by: ', rounded: 'Rounded from ', published: 'Its source was published on ',
  undated: 'No date is known; this is the day of the file',
} as const;

/** A statement of any version, in the terms of 0.4. */
export interface Statement {
  readonly kind: 'entity' | 'person' | 'relationship';
  readonly statementId: string;
  /** The record that it is about; before 0.4 its own id stands in. */
  readonly recordId: string;
  readonly replaces: readonly string[];
  readonly status: 'new' | 'updated' | 'closed';
  /** The day on which it was declared, else published. */
  readonly date: string | undefined;
  readonly isComponent: boolean;
  readonly details: Json;
  readonly publication: Json;
  readonly source: Json;
  readonly annotations: readonly unknown[];
  /** What is left of the statement itself: declaration, declarationSubject and what a publisher adds. */
  readonly extras: Json;
  readonly at: string;
}

const KINDS: Readonly<Record<string, Statement['kind']>> = {
  entity: 'entity', person: 'person', relationship: 'relationship',
  entityStatement: 'entity', personStatement: 'person', ownershipOrControlStatement: 'relationship',
};

/** Fields of a statement that are read as such and are none of its details. */
const ENVELOPE = [
  'statementId', 'statementID', 'statementType', 'statementDate', 'recordId', 'recordType', 'recordStatus', 'recordDetails',
  'replacesStatements', 'isComponent', 'publicationDetails', 'source', 'annotations', '__proto__',
] as const;

/** A statement of BODS 0.1 to 0.4; undefined where a value is none. */
export function statementOf(value: unknown, at: string): Statement | undefined {
  const json = asObject(value);
  const kindName = asText(json?.recordType) ?? asText(json?.statementType) ?? '';
  const kind = Object.hasOwn(KINDS, kindName) ? KINDS[kindName] : undefined;
  const statementId = asText(json?.statementId) ?? asText(json?.statementID);
  const recordId = asText(json?.recordId) ?? statementId;
  if (!json || kind === undefined || recordId === undefined) return undefined;
  const rest = Object.fromEntries(Object.entries(json).filter(([name]) => !(ENVELOPE as readonly string[]).includes(name)));
  const nested = asObject(json.recordDetails);
  const details = nested ?? (json.recordDetails === undefined ? rest : {});
  const publication = asObject(json.publicationDetails) ?? asObject(details.publicationDetails) ?? {};
  const status = asText(json.recordStatus);
  return {
    kind,
    statementId: statementId ?? recordId,
    recordId,
    replaces: asList(json.replacesStatements).flatMap((id) => asText(id) ?? []),
    status: status === 'closed' || status === 'updated' ? status : 'new',
    date: dateIn(json.statementDate) ?? dateIn(publication.publicationDate),
    isComponent: json.isComponent === true || details.isComponent === true,
    details,
    publication,
    source: asObject(json.source) ?? asObject(details.source) ?? {},
    annotations: [...asList(json.annotations), ...(nested ? asList(nested.annotations) : [])],
    extras: nested ? rest : {},
    at,
  };
}

function dateIn(value: unknown): string | undefined {
  const text = asText(value);
  return text === undefined ? undefined : isoDateOf(text).date;
}

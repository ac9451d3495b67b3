import type { EntityTypeEntry, RelationshipTypeEntry } from './catalogueEntry';

/**
 * The catalogue: every type of entity and relationship, as data. To add one, add an entry here, draw its icon in
 * `drawing/visualLanguage`, regenerate the schema, and every panel, filter, legend and format knows it.
 */
export const entityTypes = {
  company: { label: 'company', plural: 'companies', ftm: 'Company', bods: 'registeredEntity', shape: 'rounded' },
  jointVenture: { label: 'joint venture', plural: 'joint ventures', ftm: 'Company', bods: 'registeredEntity', shape: 'pill' },
  publicBody: { label: 'state body', plural: 'state bodies', ftm: 'PublicBody', bods: 'stateBody', shape: 'square' },
  person: { label: 'person', plural: 'people', ftm: 'Person', bods: 'person', shape: 'capsule' },
  organization: { label: 'organization', plural: 'organizations', ftm: 'Organization', bods: 'legalEntity', shape: 'cut' },
  network: { label: 'network', plural: 'networks', ftm: 'Asset', bods: null, shape: 'hexagon' },
  asset: { label: 'asset', plural: 'assets', ftm: 'Asset', bods: null, shape: 'folded' },
  event: { label: 'event', plural: 'events', ftm: 'Event', bods: null, shape: 'tag' },
  place: { label: 'place', plural: 'places', ftm: 'Address', bods: null, shape: 'tab' },
} as const satisfies Record<string, EntityTypeEntry>;

/** The id of a type of entity. */
export type EntityType = keyof typeof entityTypes;
export const entityTypeIds = Object.keys(entityTypes) as [EntityType, ...EntityType[]];

const PARTY = ['company', 'jointVenture', 'publicBody', 'person', 'organization'] as const;
const BODY = ['company', 'jointVenture', 'publicBody', 'organization'] as const;
const HELD = ['company', 'jointVenture', 'organization', 'network', 'asset'] as const;

const ownership = (holding: string) => ({ schema: 'Ownership', from: 'owner', to: 'asset', role: holding }) as const;
const link = (role: string) => ({ schema: 'UnknownLink', from: 'subject', to: 'object', role }) as const;

/** Every type of relationship, with its words both ways and what may stand at its ends. */
export const relationshipTypes = {
  owns: {
    verb: 'owns', inverse: 'is owned by', past: 'owned', inversePast: 'was owned by', chartLabel: 'owns', directed: true,
    family: 'ownership', from: PARTY, to: HELD, ftm: ownership('owner'), bods: 'shareholding',
  },
  controls: {
    verb: 'controls', inverse: 'is controlled by', past: 'controlled', inversePast: 'was controlled by', chartLabel: 'controls',
    directed: true, family: 'ownership', from: PARTY, to: HELD, ftm: ownership('controller'), bods: 'otherInfluenceOrControl',
  },
  trusteeOf: {
    verb: 'is trustee of', inverse: 'has as trustee', past: 'was trustee of', inversePast: 'had as trustee', chartLabel: 'trustee',
    directed: true, family: 'ownership', from: PARTY, to: BODY,
    ftm: { schema: 'Representation', from: 'agent', to: 'client', role: 'trustee' }, bods: 'trustee',
  },
  partnerIn: {
    verb: 'is a partner in', inverse: 'has as a partner', past: 'was a partner in', inversePast: 'had as a partner', chartLabel: 'partner',
    directed: true, family: 'venture', from: PARTY, to: HELD, ftm: ownership('joint venture partner'), bods: 'shareholding',
  },
  partnersWith: {
    verb: 'works with', inverse: 'works with', past: 'worked with', inversePast: 'worked with', chartLabel: 'works with', directed: false,
    family: 'venture', from: PARTY, to: PARTY, ftm: link('works with'), bods: null,
  },
  operates: {
    verb: 'operates', inverse: 'is operated by', past: 'operated', inversePast: 'was operated by', chartLabel: 'operates', directed: true,
    family: 'operation', from: PARTY, to: 'any', ftm: link('operates'), bods: null,
  },
  provides: {
    verb: 'provides services to', inverse: 'gets services from', past: 'provided services to', inversePast: 'got services from',
    chartLabel: 'serves', directed: true, family: 'operation', from: 'any', to: 'any', ftm: link('provides services to'), bods: null,
  },
  carriesTrafficFor: {
    verb: 'carries traffic for', inverse: 'has its traffic carried by', past: 'carried traffic for',
    inversePast: 'had its traffic carried by', chartLabel: 'carries traffic', directed: true, family: 'operation', from: BODY, to: 'any',
    ftm: link('carries traffic for'), bods: null,
  },
  competesWith: {
    verb: 'competes with', inverse: 'competes with', past: 'competed with', inversePast: 'competed with', chartLabel: 'competes',
    directed: false, family: 'operation', from: 'any', to: 'any', ftm: link('competes with'), bods: null,
  },
  activeIn: {
    verb: 'is active in', inverse: 'has active in it', past: 'was active in', inversePast: 'had active in it', chartLabel: 'active in',
    directed: true, family: 'operation', from: 'any', to: ['place', 'asset', 'network'], ftm: link('active in'), bods: null,
  },
  supplies: {
    verb: 'supplies', inverse: 'is supplied by', past: 'supplied', inversePast: 'was supplied by', chartLabel: 'supplies', directed: true,
    family: 'supply', from: 'any', to: 'any', ftm: link('supplies'), bods: null,
  },
  builds: {
    verb: 'builds', inverse: 'is built by', past: 'built', inversePast: 'was built by', chartLabel: 'builds', directed: true,
    family: 'supply', from: PARTY, to: 'any', ftm: link('builds'), bods: null,
  },
  intermediaryFor: {
    verb: 'acts as intermediary for', inverse: 'works through', past: 'acted as intermediary for', inversePast: 'worked through',
    chartLabel: 'intermediary', directed: true, family: 'supply', from: 'any', to: 'any',
    ftm: { schema: 'Representation', from: 'agent', to: 'client', role: 'intermediary' }, bods: null,
  },
  contracts: {
    verb: 'has an agreement with', inverse: 'has an agreement with', past: 'had an agreement with', inversePast: 'had an agreement with',
    chartLabel: 'agreement', directed: false, family: 'supply', from: PARTY, to: PARTY,
    ftm: { schema: 'ContractAward', from: 'supplier', to: 'contract', role: 'agreement' }, bods: null,
  },
  finances: {
    verb: 'finances', inverse: 'is financed by', past: 'financed', inversePast: 'was financed by', chartLabel: 'finances', directed: true,
    family: 'finance', from: PARTY, to: 'any', ftm: link('finances'), bods: null,
  },
  pays: {
    verb: 'pays', inverse: 'is paid by', past: 'paid', inversePast: 'was paid by', chartLabel: 'pays', directed: true, family: 'finance',
    from: PARTY, to: PARTY, ftm: { schema: 'Payment', from: 'payer', to: 'beneficiary', role: 'payment' }, bods: null,
  },
  lendsTo: {
    verb: 'lends to', inverse: 'borrows from', past: 'lent to', inversePast: 'borrowed from', chartLabel: 'lends', directed: true,
    family: 'finance', from: PARTY, to: PARTY, ftm: { schema: 'Debt', from: 'creditor', to: 'debtor', role: 'loan' }, bods: null,
  },
  licenses: {
    verb: 'licenses', inverse: 'is licensed by', past: 'licensed', inversePast: 'was licensed by', chartLabel: 'licenses', directed: true,
    family: 'authority', from: BODY, to: 'any', ftm: link('licenses'), bods: null,
  },
  regulates: {
    verb: 'regulates', inverse: 'is regulated by', past: 'regulated', inversePast: 'was regulated by', chartLabel: 'regulates',
    directed: true, family: 'authority', from: 'any', to: 'any', ftm: link('regulates'), bods: null,
  },
  sanctions: {
    verb: 'sanctions', inverse: 'is sanctioned by', past: 'sanctioned', inversePast: 'was sanctioned by', chartLabel: 'sanctions',
    directed: true, family: 'authority', from: 'any', to: 'any',
    ftm: { schema: 'Sanction', from: 'authority', to: 'entity', role: 'sanction' }, bods: null,
  },
  exempts: {
    verb: 'exempts', inverse: 'is exempted by', past: 'exempted', inversePast: 'was exempted by', chartLabel: 'exempts', directed: true,
    family: 'authority', from: 'any', to: 'any', ftm: link('exempts'), bods: null,
  },
  investigates: {
    verb: 'investigates', inverse: 'is investigated by', past: 'investigated', inversePast: 'was investigated by',
    chartLabel: 'investigates', directed: true, family: 'authority', from: 'any', to: 'any', ftm: link('investigates'), bods: null,
  },
  charges: {
    verb: 'charges', inverse: 'is charged by', past: 'charged', inversePast: 'was charged by', chartLabel: 'charges', directed: true,
    family: 'authority', from: BODY, to: PARTY, ftm: link('charges'), bods: null,
  },
  directs: {
    verb: 'directs', inverse: 'is directed by', past: 'directed', inversePast: 'was directed by', chartLabel: 'directs', directed: true,
    family: 'people', from: PARTY, to: BODY, ftm: { schema: 'Directorship', from: 'director', to: 'organization', role: 'director' },
    bods: 'seniorManagingOfficial',
  },
  employs: {
    verb: 'employs', inverse: 'is employed by', past: 'employed', inversePast: 'was employed by', chartLabel: 'employs', directed: true,
    family: 'people', from: BODY, to: ['person'], ftm: { schema: 'Employment', from: 'employer', to: 'employee', role: 'employee' },
    bods: null,
  },
  family: {
    verb: 'is a relative of', inverse: 'is a relative of', past: 'was a relative of', inversePast: 'was a relative of',
    chartLabel: 'family', directed: false, family: 'people', from: ['person'], to: ['person'],
    ftm: { schema: 'Family', from: 'person', to: 'relative', role: 'relative' }, bods: null,
  },
  memberOf: {
    verb: 'is a member of', inverse: 'has as a member', past: 'was a member of', inversePast: 'had as a member', chartLabel: 'member',
    directed: true, family: 'people', from: PARTY, to: BODY,
    ftm: { schema: 'Membership', from: 'member', to: 'organization', role: 'member' }, bods: null,
  },
  represents: {
    verb: 'represents', inverse: 'is represented by', past: 'represented', inversePast: 'was represented by', chartLabel: 'represents',
    directed: true, family: 'people', from: PARTY, to: PARTY,
    ftm: { schema: 'Representation', from: 'agent', to: 'client', role: 'representative' }, bods: null,
  },
  meets: {
    verb: 'meets', inverse: 'meets', past: 'met', inversePast: 'met', chartLabel: 'met', directed: false, family: 'people', from: PARTY,
    to: PARTY, ftm: { schema: 'Associate', from: 'person', to: 'associate', role: 'meeting' }, bods: null,
  },
  locatedIn: {
    verb: 'is located in', inverse: 'is the location of', past: 'was located in', inversePast: 'was the location of', chartLabel: 'in',
    directed: true, family: 'other', from: 'any', to: ['place'], ftm: link('located in'), bods: null,
  },
  tookPartIn: {
    verb: 'took part in',
    inverse: 'involved',
    past: 'took part in',
    inversePast: 'involved',
    chartLabel: 'took part',
    directed: true,
    family: 'other',
    from: 'any',
    to: ['event'],
    ftm: { schema: 'EventParticipant', from: 'participant', to: 'event', role: 'participant' },
    bods: null,
  },
  documents: {
    verb: 'documents', inverse: 'is documented by', past: 'documented', inversePast: 'was documented by', chartLabel: 'documents',
    directed: true, family: 'other', from: ['asset', 'event', ...PARTY], to: 'any', ftm: link('documents'), bods: null,
  },
  succeeds: {
    verb: 'succeeds', inverse: 'is succeeded by', past: 'succeeded', inversePast: 'was succeeded by', chartLabel: 'succeeds',
    directed: true, family: 'other', from: 'any', to: 'any',
    ftm: { schema: 'Succession', from: 'successor', to: 'predecessor', role: 'successor' }, bods: null,
  },
  sameAs: {
    verb: 'is the same as', inverse: 'is the same as', past: 'was the same as', inversePast: 'was the same as', chartLabel: 'same as',
    directed: false, family: 'other', from: 'any', to: 'any', ftm: { schema: 'Similar', from: 'candidate', to: 'match', role: 'same' },
    bods: null,
  },
  connectedWith: {
    verb: 'is connected with', inverse: 'is connected with', past: 'was connected with', inversePast: 'was connected with',
    chartLabel: 'connected', directed: false, family: 'other', from: 'any', to: 'any', ftm: link('connected with'), bods: null,
  },
  linkedTo: {
    verb: 'is linked to', inverse: 'is linked to', past: 'was linked to', inversePast: 'was linked to', chartLabel: 'linked to',
    directed: true, family: 'other', from: 'any', to: 'any', ftm: link('linked to'), bods: null,
  },
} as const satisfies Record<string, RelationshipTypeEntry<EntityType>>;

/** The id of a type of relationship. */
export type RelationshipType = keyof typeof relationshipTypes;
export const relationshipTypeIds = Object.keys(relationshipTypes) as [RelationshipType, ...RelationshipType[]];

/** The entry of a relationship type, with the widths that its literal type hides. */
export function relationshipType(id: RelationshipType): RelationshipTypeEntry<EntityType> {
  return relationshipTypes[id];
}

/** Whether the catalogue lets a relationship of this type run from one type of entity to another. */
export function permits(id: RelationshipType, from: EntityType, to: EntityType): boolean {
  const entry = relationshipType(id);
  const allows = (ends: readonly EntityType[] | 'any', type: EntityType) => ends === 'any' || ends.includes(type);
  return allows(entry.from, from) && allows(entry.to, to);
}

/** Whether a relationship of this type records a stake: its share is a part of what it runs to. */
export function recordsStake(id: RelationshipType): boolean {
  return id === 'owns' || id === 'partnerIn';
}

import { relationshipType, relationshipTypeIds, type Properties, type Relationship, type RelationshipType } from '../../model';
import { foldFieldName, foldWords } from './foldWords';

/** What a word for an edge means in the catalogue. */
export interface RelationshipTypeRead {
  readonly type: RelationshipType;
  /** The word is read from the end to the start ("is owned by"): the ends change places. Never for a type without a direction. */
  readonly turned: boolean;
  /** In what capacity, where the word says more than the type: shareholder, wife. */
  readonly role?: string;
}

/** Fields that name the type of an edge in files of general graph tools, the likeliest first, as `foldWords` gives them. */
const TYPE_FIELDS = ['relationship type', 'relationship', 'relation type', 'relation', 'edge type', 'edgetype', 'rel type', 'reltype', 'link type', 'interaction', 'shared interaction', 'predicate', 'type', 'kind', 'category', 'class', 'schema', 'label', 'edge label', 'edgelabel', 'name', 'role'] as const;

/** What the type of an edge is in the tables of Gephi: no verb, though somebody may have directed something. */
const DIRECTEDNESS = /^(?:un|bi|mutual)?-?directed$|^mutual$/i;

/** Usual words, read from start to end; those after a "<" from end to start. */
const WORDS: Partial<Record<RelationshipType, string>> = {
  owns: 'own,ownership,owner,owner of,owns shares in,holds shares in,shareholding,stake,stake in,equity<owned by,subsidiary of,is a subsidiary of,is subsidiary of,wholly owned by',
  controls: 'control,controlling,parent company of,beneficially owns<controlled by,is controlled by',
  trusteeOf: 'trustee,trustee of,trustee for',
  partnerIn: 'partner in,joint venture partner,joint venture partner in,is partner in',
  partnersWith: 'partner,partners with,partnership,partner of,cooperates with,collaborates with,collaboration,alliance,allied with',
  operates: 'operate,operator of<operated by',
  provides: 'provide,provides services to,service provider,serves',
  competesWith: 'competitor,competitor of,competition,rival,rival of',
  activeIn: 'active in,operates in,does business in',
  supplies: 'supply,supplier,supplier of,supplier to,sells to,delivers to<supplied by,customer of,buys from,purchases from',
  builds: 'build,builder of,constructs<built by',
  intermediaryFor: 'intermediary,intermediary of,intermediary for,middleman,middleman for,agent for',
  contracts: 'contract,contracted,contract with,agreement,agreement with',
  finances: 'finance,funds,funded,funding,invests in,investor,investor in,investment,donates to,donated to,donation,donor<funded by,financed by',
  pays: 'pay,payment,paid,transfer,transferred,transaction,sent money to,transfers money to<paid by,receives money from',
  lendsTo: 'loan,lender,lender to,loaned to,creditor,creditor of<borrows from,debtor of',
  licenses: 'license,licence,licences,licensor<licensed by,licensee of',
  regulates: 'regulate,regulator,regulator of<regulated by',
  sanctions: 'sanction,sanctioned,designates<sanctioned by',
  investigates: 'investigate,investigation,investigated<investigated by,under investigation by',
  charges: 'charged,indicts,indicted,prosecutes<charged by,indicted by,prosecuted by',
  directs: 'directorship,heads,manages,leads,runs,board member,member of the board,board member of,chairs<managed by,headed by,led by',
  employs: 'employ,employer,employer of<works for,works at,worked for,employee,employee of,employed by,employment',
  family: 'relative,relative of,related,kin,sibling,sibling of,married,married to,spouse of',
  memberOf: 'member,member of,membership,belongs to,part of group',
  represents: 'representative,representative of,represent,lawyer,lawyer of,lawyer for,attorney of,power of attorney,agent of,lobbies for<represented by',
  meets: 'met,meeting,met with,meets with',
  locatedIn: 'located in,location,based in,lives in,resides in,address,registered address,registered in,headquartered in,incorporated in',
  tookPartIn: 'participant,participant in,participated in,participates in,attended,attends,attendee',
  documents: 'document,documentation,mentions<mentioned in',
  succeeds: 'successor,successor of,successor to,replaces,formerly,merged from<predecessor,predecessor of,merged into,renamed to',
  sameAs: 'same,same as,sameas,is same as,identical,identical to,alias,alias of,also known as',
  linkedTo: 'link,linked,linked to,link to,related to,relates to,relation,connection,connected,connected to,associated with,association,edge,interacts with,pp',
};

/** Nouns for who somebody is to the other end, with what they mean; the noun is the role. "X of" counts as the noun. */
const ROLES: Partial<Record<RelationshipType, string>> = {
  owns: 'shareholder,stockholder,majority shareholder,minority shareholder,nominee shareholder,co owner,sole owner',
  controls: 'beneficial owner,ultimate beneficial owner,ubo,controller',
  directs: 'director,ceo,cfo,coo,cto,chief executive,chief executive officer,chief financial officer,chairman,chairwoman,chairperson,chair,president,vice president,secretary,treasurer,manager,managing director,executive,founder,co founder,minister,head',
  family: 'father,mother,son,daughter,brother,sister,husband,wife,spouse,uncle,aunt,nephew,niece,cousin,grandfather,grandmother,father in law,mother in law,son in law,daughter in law,brother in law,sister in law',
};

const BY_WORD = new Map<string, RelationshipTypeRead>([...usual(), ...roles(), ...ofCatalogue()]);

/**
 * What a word or verb means: the catalogue's ids, verbs both ways and FollowTheMoney's schemata, else usual English
 * words. Undefined where none fits as a whole: of half a sentence nothing is guessed. The words for a mere link
 * ("related to") give `linkedTo`.
 */
export function relationshipTypeOfWord(text: string): RelationshipTypeRead | undefined {
  const words = foldFieldName(text);
  const plain = words.replace(/^(?:is|was|are|has|had)(?: an| a| the)? (?=.)/, '');
  return BY_WORD.get(words) ?? BY_WORD.get(plain) ?? BY_WORD.get(plain.replace(/ of$/, ''));
}

/** A relationship's type by its fields, and what must be kept with it. */
export interface RelationshipTypeFound extends RelationshipTypeRead {
  /** The verb of the file's own, where the type is `linkedTo` and the file has other words. */
  readonly label?: string;
  /** The field whose whole value is one of the catalogue's ids: the type is stated, and the field need not be kept. */
  readonly stated?: string;
  /** The field that the type or label was found in; it stays a property where the type was guessed. */
  readonly field?: string;
  /** `typeGuessedFrom` (a field) where the type was guessed from a word; empty where it is stated or `linkedTo`. */
  readonly properties: Properties;
}

/**
 * The type of a relationship by its fields, in the order of `TYPE_FIELDS`: one that states a type of the catalogue by its
 * id ("type" before all others, since our own writers call it so); else one that has a usual word for it; else `linkedTo`, with the first text of such a field as its label. No guess
 * is silent: `properties` records it. The label of an edge and what else a format sets apart may be given as fields.
 */
export function relationshipTypeOfFields(fields: ReadonlyMap<string, unknown>): RelationshipTypeFound {
  const told = [...fields].flatMap(([field, value]) => (typeof value === 'string' && value.trim() !== '' && !DIRECTEDNESS.test(value.trim()) && rank(field) !== -1 ? [{ field, value: value.trim() }] : [])).sort((a, b) => rank(a.field) - rank(b.field));
  const ids = told.filter(({ value }) => relationshipTypeIds.includes(value as RelationshipType));
  const stated = ids.find(({ field }) => field === 'type') ?? ids[0];
  if (stated) return { type: stated.value as RelationshipType, turned: false, stated: stated.field, properties: {} };
  for (const { field, value } of told) {
    const read = relationshipTypeOfWord(value);
    if (read !== undefined && read.type !== 'linkedTo') return { ...read, field, properties: { typeGuessedFrom: field } };
  }
  return { type: 'linkedTo', turned: false, ...labelOf(told), properties: {} };
}

/** Figures and words for a mere link are no verb. */
function labelOf(told: readonly { field: string; value: string }[]): Pick<RelationshipTypeFound, 'label' | 'field'> {
  const found = told.find(({ value }) => /\p{Letter}/u.test(value) && relationshipTypeOfWord(value) === undefined && value.length <= 200);
  return found ? { label: found.value, field: found.field } : {};
}

/** Ends as the type is read: those of a turned word change places. */
export function endsAsRead(read: RelationshipTypeRead, source: string, target: string): Pick<Relationship, 'from' | 'to'> {
  return read.turned ? { from: target, to: source } : { from: source, to: target };
}

function rank(field: string): number {
  return TYPE_FIELDS.indexOf(foldFieldName(field) as (typeof TYPE_FIELDS)[number]);
}

function usual(): [string, RelationshipTypeRead][] {
  return relationshipTypeIds.flatMap((type) => {
    const [forward = '', backward = ''] = (WORDS[type] ?? '').split('<');
    const read = (words: string, turned: boolean) => words.split(',').filter((word) => word !== '').map((word): [string, RelationshipTypeRead] => [word, { type, turned: turned && relationshipType(type).directed }]);
    return [...read(forward, false), ...read(backward, true)];
  });
}

function roles(): [string, RelationshipTypeRead][] {
  return relationshipTypeIds.flatMap((type) => (ROLES[type] ?? '').split(',').filter((word) => word !== '').map((word): [string, RelationshipTypeRead] => [word, { type, turned: false, role: word }]));
}

function ofCatalogue(): [string, RelationshipTypeRead][] {
  return relationshipTypeIds.flatMap((type) => {
    const { verb, inverse, past, inversePast, chartLabel, directed } = relationshipType(type);
    const backward = directed ? [inverse, inversePast].filter((words) => words !== verb && words !== past) : [];
    const schema = relationshipType(type).ftm.schema;
    const plain = schema === 'UnknownLink' || schema === 'Ownership' || schema === 'Representation' ? [] : [schema];
    return [
      ...backward.map((words): [string, RelationshipTypeRead] => [foldWords(words), { type, turned: true }]),
      ...[chartLabel, ...plain, verb, past, type, type.toLowerCase()].map((words): [string, RelationshipTypeRead] => [foldWords(words), { type, turned: false }]),
    ];
  });
}

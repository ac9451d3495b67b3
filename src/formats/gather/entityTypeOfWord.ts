import { entityTypeIds, entityTypes, type EntityType, type Properties } from '../../model';
import { foldFieldName, foldWords } from './foldWords';

/**
 * The type of an entity of which a file says none, or none that is known. The catalogue has no neutral type; an
 * organization may stand at either end of nearly every relationship, so that it makes the fewest of them impossible.
 */
export const DEFAULT_ENTITY_TYPE: EntityType = 'organization';

/** Fields that name the type of a node in files of general graph tools, the likeliest first, as `foldWords` gives them. */
const TYPE_FIELDS = ['entity type', 'entitytype', 'node type', 'nodetype', 'type', 'kind', 'schema', 'category', 'class', 'labels', 'element type', 'group'] as const;

/** Usual words for each type, singular; a word that several types could claim (firm, agency, fund) goes where it is right most often. */
const WORDS: Readonly<Record<EntityType, string>> = {
  company: 'company,corporation,corp,firm,business,enterprise,registered entity,limited company,ltd,llc,llp,plc,gmbh,subsidiary,holding,holding company,shell company,shell,offshore,offshore entity,operator,telco,telecom,bank,vendor,supplier,manufacturer,contractor,startup,brand,employer,issuer,broker',
  jointVenture: 'joint venture,jv,venture,consortium',
  publicBody: 'public body,state body,government,government body,government agency,agency,ministry,department,authority,regulator,court,parliament,embassy,police,army,military,municipality,council,state,central bank,official body,political body',
  person: 'person,people,individual,human,natural person,man,woman,politician,officer,director,shareholder,employee,character,author,actor,contact,beneficial owner,pep,oligarch,lawyer,journalist,official,user,male,female,student,ceo',
  organization: 'organization,organisation,org,legal entity,institution,ngo,association,foundation,charity,trust,fund,party,political party,union,university,school,club,society,nonprofit,non profit,think tank,media,newspaper,community,team,collective,intermediary,legal arrangement,church,international organization,international organisation',
  network: 'network,mobile network,cable,submarine cable,autonomous system,asn',
  asset: 'asset,property,real estate,vehicle,ship,vessel,aircraft,yacht,airplane,product,document,account,bank account,domain,website,web site,web page,url,thing,object,software,security,patent,trademark,building,phone,email,equipment,technology,satellite,contract,licence,license',
  event: 'event,meeting,incident,conference,transaction,project,lawsuit,case,trial,election,conflict,war,tender',
  place: 'place,location,country,city,town,village,region,address,territory,nation,province,county,district,port,airport,jurisdiction,area,continent,island',
};

const BY_WORD = new Map<string, EntityType>([
  ...entityTypeIds.flatMap((id) => WORDS[id].split(',').map((word) => [word, id] as const)),
  ...entityTypeIds.flatMap((id) => [id, entityTypes[id].label, entityTypes[id].plural].map((word) => [foldWords(word), id] as const)),
  ...entityTypeIds.map((id) => [id.toLowerCase(), id] as const),
]);

/**
 * The entity type that a word or short phrase stands for, in any case, singular or plural: the catalogue's ids and
 * labels, else usual English words; of a phrase ("Offshore shell company") the last word that is known. Undefined where
 * none is.
 */
export function entityTypeOfWord(text: string): EntityType | undefined {
  const words = foldFieldName(text);
  const whole = known(words);
  if (whole !== undefined || words.split(' ').length > 6) return whole;
  return words.split(' ').reduceRight<EntityType | undefined>((found, word) => found ?? known(word), undefined);
}

function known(word: string): EntityType | undefined {
  return BY_WORD.get(word) ?? BY_WORD.get(word.replace(/ies$/, 'y')) ?? BY_WORD.get(word.replace(/s$/, '')) ?? BY_WORD.get(word.replace(/es$/, ''));
}

/** The type of an entity, and what must be kept with it. */
export interface EntityTypeRead {
  readonly type: EntityType;
  /** The field whose whole value is one of the catalogue's ids: the type is stated, and the field need not be kept. */
  readonly stated?: string;
  /** The field in which a word for the type was found; it stays a property. */
  readonly field?: string;
  /** What records the guess: `typeGuessedFrom` (a field), or `typeUnknown` where the default stands. Empty where the type is stated. */
  readonly properties: Properties;
}

/**
 * The type of an entity by its fields: one that states a type of the catalogue by its id ("type"
 * before all others, since our own writers call it so), else one that has a usual word
 * for it, in the order of `TYPE_FIELDS`; else `otherwise`. No guess is silent: `properties` records it.
 */
export function entityTypeOfFields(fields: ReadonlyMap<string, unknown>, otherwise: EntityType = DEFAULT_ENTITY_TYPE): EntityTypeRead {
  const told = [...fields].flatMap(([field, value]) => (typeof value === 'string' && rank(field) !== -1 ? [{ field, value: value.trim() }] : [])).sort((a, b) => rank(a.field) - rank(b.field));
  const ids = told.filter(({ value }) => entityTypeIds.includes(value as EntityType));
  const stated = ids.find(({ field }) => field === 'type') ?? ids[0];
  if (stated) return { type: stated.value as EntityType, stated: stated.field, properties: {} };
  for (const { field, value } of told) {
    const type = entityTypeOfWord(value);
    if (type !== undefined) return { type, field, properties: { typeGuessedFrom: field } };
  }
  return { type: otherwise, properties: { typeUnknown: true } };
}

function rank(field: string): number {
  return TYPE_FIELDS.indexOf(foldFieldName(field) as (typeof TYPE_FIELDS)[number]);
}

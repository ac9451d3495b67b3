import { relationshipType, relationshipTypeIds, type Properties, type Relationship, type RelationshipType } from '../../model';
import { foldFieldName, nestingOf } from './foldWords';
import { RELATIONSHIP_WORDS } from './relationshipWords';
import { foldTypeWord, spellingsOf, wordForms } from './wordFold';

/** What a word for an edge means in the catalogue. */
export interface RelationshipTypeRead {
  readonly type: RelationshipType;
  /** The word is read from the end to the start ("is owned by"): the ends change places. Never for a type without a direction. */
  readonly turned: boolean;
  /** In what capacity, where the word says more than the type: shareholder, wife. */
  readonly role?: string;
}

/** Fields that name the type of an edge in files of general graph tools, the likeliest first, as `foldWords` gives them. */
const TYPE_FIELDS = [
  'relationship type', 'relationship', 'relation type', 'relation', 'edge type', 'edgetype', 'rel type', 'reltype', 'link type',
  'connection type', 'interaction', 'shared interaction', 'predicate', 'type', 'kind', 'category', 'class', 'schema', 'connection', 'label',
  'edge label', 'edgelabel', 'name', 'role',
] as const;

/** What the type of an edge is in the tables of Gephi: no verb, though somebody may have directed something. */
const DIRECTEDNESS = /^(?:un|bi|mutual)?-?directed$|^mutual$/i;

/** Made when the first word is asked for: most files of a format of their own ask for none. */
let byWord: ReadonlyMap<string, WordRead> | undefined;
const find = (word: string) => (byWord ??= mapOfWords()).get(word);

/**
 * What a word or verb means: the catalogue's ids, verbs both ways and FollowTheMoney's schemata, else the usual words of
 * nine languages (`relationshipWords.ts`). Undefined where none fits as a whole: of half a sentence nothing is guessed.
 * The words for a mere link ("related to") give `linkedTo`. A role is in the words of the text, an English one folded.
 */
export function relationshipTypeOfWord(text: string): RelationshipTypeRead | undefined {
  const words = foldTypeWord(text);
  const plain = words.replace(/^(?:is|was|are|has|had)(?: an| a| the)? (?=.)/, '');
  const found = find(words) ?? find(plain) ?? find(plain.replace(/ (?:of|von|de|di)$/, '')) ?? inOtherForm(words);
  if (found === undefined || found.language === undefined) return found;
  const { language, ...read } = found;
  return read.role === undefined || language === 'en' ? read : { ...read, role: text.trim().replace(/\s+/g, ' ') };
}

/** A plural or a feminine of a word. */
function inOtherForm(word: string): WordRead | undefined {
  return word.length < 5 ? undefined : wordForms(word).map(find).find((read) => read !== undefined);
}

/** A relationship's type by its fields, and what must be kept with it. */
interface RelationshipTypeFound extends RelationshipTypeRead {
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
 * The type of a relationship by its fields, the shallowest first, in the order of `TYPE_FIELDS`: one that states a type of the catalogue by
 * its id ("type" before all others, since our own writers call it so); else one that has a usual word for it; else `linkedTo`, with the
 * first text of such a field as its label. No guess is silent: `properties` records it. The label of an edge and what else a format sets
 * apart may be given as fields.
 */
export function relationshipTypeOfFields(fields: ReadonlyMap<string, unknown>): RelationshipTypeFound {
  const told = [...fields]
    .flatMap(([field, value]) =>
      typeof value === 'string' && value.trim() !== '' && !DIRECTEDNESS.test(value.trim()) && rank(field) !== -1
        ? [{ field, value: value.trim() }]
        : [],
    )
    .sort((a, b) => nestingOf(a.field) - nestingOf(b.field) || rank(a.field) - rank(b.field));
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

/** Whether a field of this name may name the type of a relationship. */
export function namesRelationshipType(field: string): boolean {
  return rank(field) !== -1;
}

function rank(field: string): number {
  return TYPE_FIELDS.indexOf(foldFieldName(field) as (typeof TYPE_FIELDS)[number]);
}

/** What a word means, and the language whose list it stands in. */
interface WordRead extends RelationshipTypeRead {
  readonly language?: Language;
}

type Language = keyof typeof RELATIONSHIP_WORDS;
const LANGUAGES = Object.keys(RELATIONSHIP_WORDS) as Language[];

/** The words of all languages, an earlier language first; the catalogue's own before them all. */
function mapOfWords(): ReadonlyMap<string, WordRead> {
  const found = new Map<string, WordRead>();
  for (const [word, read] of [...ofCatalogue().reverse(), ...LANGUAGES.flatMap((language) => wordsOf(language))])
    if (!found.has(word)) found.set(word, read);
  return found;
}

function wordsOf(language: Language): [string, WordRead][] {
  const { words, roles } = RELATIONSHIP_WORDS[language];
  return relationshipTypeIds.flatMap((type) => [
    ...readings(type, words[type] ?? '', language, false), ...readings(type, roles[type] ?? '', language, true),
  ]);
}

function readings(type: RelationshipType, list: string, language: Language, isRole: boolean): [string, WordRead][] {
  return list.split('<').flatMap((words, backward) =>
    words
      .split(',')
      .filter((word) => word !== '')
      .flatMap((word) =>
        spellingsOf(word).map((spelt): [string, WordRead] => [
          spelt, { type, turned: backward === 1 && relationshipType(type).directed, ...(isRole ? { role: word } : {}), language },
        ]),
      ),
  );
}

function ofCatalogue(): [string, RelationshipTypeRead][] {
  return relationshipTypeIds.flatMap((type) => {
    const { verb, inverse, past, inversePast, chartLabel, directed } = relationshipType(type);
    const backward = directed ? [inverse, inversePast].filter((words) => words !== verb && words !== past) : [];
    const schema = relationshipType(type).ftm.schema;
    const plain = schema === 'UnknownLink' || schema === 'Ownership' || schema === 'Representation' ? [] : [schema];
    return [
      ...backward.map((words): [string, RelationshipTypeRead] => [foldTypeWord(words), { type, turned: true }]),
      ...[chartLabel, ...plain, verb, past, type, type.toLowerCase()].map((words): [string, RelationshipTypeRead] => [
        foldTypeWord(words), { type, turned: false },
      ]),
    ];
  });
}

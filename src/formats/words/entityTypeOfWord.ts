import { entityTypeIds, entityTypes, type EntityType, type Properties } from '../../model';
import { ENTITY_WORDS, type WordsOfEntityTypes } from './entityWords';
import { foldFieldName, nestingOf } from './foldWords';
import { foldTypeWord, spellingsOf, wordForms } from './wordFold';

/**
 * The type of an entity of which a file says none, or none that is known. The catalogue has no neutral type; an
 * organization may stand at either end of nearly every relationship, so that it makes the fewest of them impossible.
 */
export const DEFAULT_ENTITY_TYPE: EntityType = 'organization';

/** Fields that name the type of a node in files of general graph tools, the likeliest first, as `foldWords` gives them. */
const TYPE_FIELDS = [
  'entity type', 'entitytype', 'node type', 'nodetype', 'type', 'kind', 'schema', 'category', 'class', 'labels', 'element type', 'group',
] as const;

/** Words as they are compared. Made when the first one is asked for. */
interface WordMaps {
  readonly all: ReadonlyMap<string, EntityType>;
  /** Nouns of languages whose phrases begin with them: "société civile", "общество с ограниченной ответственностью". */
  readonly first: ReadonlyMap<string, EntityType>;
}

let made: WordMaps | undefined;

function wordMaps(): WordMaps {
  if (made) return made;
  const { fr, es, it, pt, ru, ar } = ENTITY_WORDS;
  const ofCatalogue = entityTypeIds.flatMap((id) =>
    [id, id.toLowerCase(), entityTypes[id].label, entityTypes[id].plural].map((word) => [foldTypeWord(word), id] as const),
  );
  made = {
    all: new Map([...Object.values(ENTITY_WORDS).reverse().flatMap((words) => entriesOf(words)), ...ofCatalogue]),
    first: new Map([fr, es, it, pt, ru, ar].flatMap((words) => entriesOf(words))),
  };
  return made;
}

function entriesOf(words: WordsOfEntityTypes): (readonly [string, EntityType])[] {
  return entityTypeIds.flatMap((id) =>
    (words[id] ?? '')
      .split(',')
      .filter((word) => word !== '')
      .flatMap((word) => spellingsOf(word).map((spelt) => [spelt, id] as const)),
  );
}

/** What stands before one of these is the noun that a phrase is about: "member of parliament" is no parliament. */
const PREPOSITIONS = / (?:of|for|in|by|with|from|under|at|de|des|du|di|da|do|del|della|von|der|fur|im|v|s) .*$/;
/** Words behind a noun that say how it is and not what: "company limited by guarantee". */
const BEHIND = / (?:limited|incorporated|registered|dissolved|active|inactive|closed|private|public)$/;
/** The longest phrase that is taken for a word for a type, in words. */
const LONGEST_PHRASE = 6;

/**
 * The entity type that a word or short phrase stands for, in any case, singular or plural: the catalogue's ids and
 * labels, else the usual words of nine languages (`entityWords.ts`). Of a phrase the noun counts that it is about: the
 * last word in English ("Offshore shell company"; "Venture capital" is no venture), the first in Romance languages.
 * What stands in brackets counts where nothing outside of them is known. Undefined where none is.
 */
export function entityTypeOfWord(text: string): EntityType | undefined {
  const whole = known(foldTypeWord(text));
  if (whole !== undefined || text.length > 200) return whole;
  const outside = text.replace(/\([^)]*\)|\[[^\]]*\]/g, ',');
  const parts = [...outside.split(/[,;:/|]/), ...(/[([]([^)\]]*)[)\]]/.exec(text)?.slice(1) ?? [])];
  return parts.map((part) => ofPhrase(part)).find((type) => type !== undefined);
}

function ofPhrase(text: string): EntityType | undefined {
  if (/\p{Script=Han}/u.test(text)) return ofEnding([...text.trim()]);
  const folded = foldTypeWord(text);
  if (folded.split(' ').length > LONGEST_PHRASE) return undefined;
  const words = folded.replace(PREPOSITIONS, '').replace(BEHIND, '').split(' ');
  const endings = words.map((_, i) => words.slice(i).join(' '));
  return endings.map((ending) => known(ending)).find((type) => type !== undefined) ?? wordMaps().first.get(words[0]!);
}

/** In scripts without spaces the noun is the end of the text: 投资有限公司. */
function ofEnding(letters: readonly string[]): EntityType | undefined {
  return letters
    .map((_, i) => wordMaps().all.get(foldTypeWord(letters.slice(i).join(''))))
    .find((type, i) => type !== undefined && (i === 0 || i < letters.length - 1));
}

function known(word: string): EntityType | undefined {
  return wordForms(word).map((form) => wordMaps().all.get(form)).find((type) => type !== undefined);
}

/** The type of an entity, and what must be kept with it. */
interface EntityTypeRead {
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
 * for it, the shallowest first, in the order of `TYPE_FIELDS`; else `otherwise`. No guess is silent: `properties` records it.
 */
export function entityTypeOfFields(fields: ReadonlyMap<string, unknown>, otherwise: EntityType = DEFAULT_ENTITY_TYPE): EntityTypeRead {
  const told = [...fields]
    .flatMap(([field, value]) => (typeof value === 'string' && rank(field) !== -1 ? [{ field, value: value.trim() }] : []))
    .sort((a, b) => nestingOf(a.field) - nestingOf(b.field) || rank(a.field) - rank(b.field));
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

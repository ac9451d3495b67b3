import {
  foldName, foldText, isCommonWord, isPlaceWord, soundOf,
  type Entity, type EntityType, type Relationship, type Source,
} from '../../model';

/** How a withheld thing may be written. */
export interface Spelled<T> {
  readonly of: T;
  /** Names, numbers and addresses, as they are written. */
  readonly names: readonly string[];
  /** Ids that are made of no name: found only as they are written, and whole. */
  readonly codes: readonly string[];
}

type Spellings = Pick<Spelled<unknown>, 'names' | 'codes'>;

/** A name of so few folded letters counts as a word of its own alone: a longer one also within a longer word. */
const SHORTEST_INSIDE = 5;
/** From so many letters on a name is also found by its sound: Khuavey is Huawei. */
const SHORTEST_SOUND = 6;
/** A name of so few letters in capitals is an abbreviation, which counts as it is written: WHO is not "who". */
const ABBREVIATION = 3;
const SHORTEST_ID = 4;
/** A title of fewer words is as often a word of any text. */
const TITLE_WORDS = 3;
/** A sentence that is shorter says nothing that would tell the tie. */
const LONG_SENTENCE = 20;
/** Whose names are made of a legal form, words that many share, and one of their own. */
const FIRMS: ReadonlySet<EntityType> = new Set(['company', 'jointVenture', 'organization']);
const NAME_KEY = /name|alias|spelling|title/i;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Every spelling by which an entity can be told: names, id, numbers in registers, and native names that another tool kept. */
export function spellingsOfEntity(entity: Entity): Spellings {
  const { id, type, name, shortName, aliases = [], identifiers = [], properties = {} } = entity;
  const names = [name, ...(shortName === undefined ? [] : [shortName]), ...aliases];
  const kept = Object.entries(properties).flatMap(([key, value]) => (NAME_KEY.test(key) ? [value].flat() : []));
  const turned = type === 'person' ? names.map(lastNameFirst) : [];
  const bare = FIRMS.has(type) ? names.flatMap(distinctive) : [];
  const numbers = identifiers.map((i) => i.value).filter((value) => foldText(value).length >= SHORTEST_INSIDE);
  return withId(id, [...names, ...turned, ...bare, ...numbers, ...kept.filter((v) => typeof v === 'string')]);
}

/**
 * An id with the spellings of its record: made of a name it is one more of them, else a code. A short one, or one without a letter, is
 * neither: "7" is the number of many things.
 */
function withId(id: string, names: readonly string[]): Spellings {
  const told = unique(names);
  const words = new Set(told.flatMap((name) => foldText(name).split(' ')));
  if (foldText(id).split(' ').some((word) => word.length >= SHORTEST_ID && words.has(word))) return { names: unique([id, ...told]),
    codes: [] };
  return { names: told, codes: id.length >= SHORTEST_ID && /\p{L}/u.test(id) ? [id] : [] };
}

/** Every spelling by which a source can be told. A title of one or two words is no spelling: it stands in any text. */
export function spellingsOfSource({ id, title, author, url, archived, file }: Source): Spellings {
  const long = (text: string | undefined, words: number) =>
    text !== undefined && foldText(text).split(' ').length >= words ? [text] : [];
  const files = [url, archived, file?.name].filter((text) => text !== undefined);
  return withId(id, [...long(title, TITLE_WORDS), ...long(author, 2), ...files]);
}

/** Every spelling by which a tie can be told: its id, and the sentences that say so. */
export function spellingsOfTie({ id, claims }: Relationship): Spellings {
  const said = claims.flatMap(({ statement, quote }) => [statement, quote]).filter((text) => text !== undefined);
  return withId(id, said.filter((text) => foldText(text).length >= LONG_SENTENCE));
}

/** "Naguib Sawiris" as "Sawiris Naguib". */
function lastNameFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1)!, ...words.slice(0, -1)].join(' ');
}

/** A company's name without its legal form, and without the words that many names share; none where only such are left. */
function distinctive(name: string): string[] {
  const { words, joined } = foldName(name);
  const own = words.filter((word) => !isCommonWord(word));
  const tells = own.some((word) => !isPlaceWord(word)) && own.join('').length >= SHORTEST_INSIDE;
  return [...(joined.length >= SHORTEST_INSIDE ? [joined] : []), ...(tells ? [own.join(' ')] : [])];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text.trim() !== ''))];
}

/** What was found: of whom, and by which spelling. */
export interface Finding<T> {
  readonly of: T;
  readonly name: string;
}

interface Needle<T> extends Finding<T> {
  /** Folded, its words together. */
  readonly key: string;
  readonly sound: string;
  readonly exact: boolean;
  /** As it is written, for scripts without spaces and for names without a letter. */
  readonly raw?: string;
}

/** A text as it is searched. */
interface Folded {
  readonly raw: string;
  readonly words: readonly string[];
  readonly sounds: readonly string[];
  readonly written: ReadonlySet<string>;
}

/**
 * Finds spellings in texts, in whatever case, marks, script, spacing and transliteration they are written (`foldText`, `soundOf`),
 * also inside a longer word or address. It finds too much rather than too little: a text that is found is left out or reworded.
 * Cost O(spellings × words).
 */
export function spellingFinder<T>(spelled: readonly Spelled<T>[]): (text: string) => Finding<T> | undefined {
  const needles = spelled.flatMap(({ of, names }) => names.map((name) => needleOf(name, of)));
  const codes = spelled.flatMap(({ of, codes: ids }) => ids.map((name) => ({ of, name })));
  return (text) => {
    if (text === '' || spelled.length === 0) return undefined;
    const code = codes.find(({ name }) => standsWhole(name, text));
    if (code) return code;
    const folded = foldedText(text);
    const needle = needles.find((one) => stands(one, folded));
    return needle && { of: needle.of, name: needle.name };
  };
}

/** Whether a code stands in a text with nothing at its ends that could belong to it. */
function standsWhole(code: string, text: string): boolean {
  const belongs = /[\p{L}\p{N}_-]/u;
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1))
    if (!belongs.test(text[at - 1] ?? ' ') && !belongs.test(text[at + code.length] ?? ' ')) return true;
  return false;
}

function needleOf<T>(name: string, of: T): Needle<T> {
  const plain = plainText(name);
  const words = foldText(plain).split(' ');
  const key = words.join('');
  return {
    of, name, key, sound: words.map(soundOf).join(''), exact: words.length === 1 && key.length <= ABBREVIATION,
    ...(key === '' || UNSPACED.test(plain) ? { raw: plain } : {}),
  };
}

function foldedText(text: string): Folded {
  const raw = plainText(text);
  const words = foldText(raw).split(' ');
  return { raw, words, sounds: words.map(soundOf), written: new Set(raw.match(WORD)) };
}

function stands<T>({ name, key, sound, exact, raw }: Needle<T>, { raw: text, words, sounds, written }: Folded): boolean {
  if (raw !== undefined && text.includes(raw)) return true;
  if (key === '') return false;
  if (exact) return written.has(plainText(name));
  if (key.length < SHORTEST_INSIDE) return joinsTo(words, key, true)
    || [...written].some((word) => joinsTo(foldText(word).split(' '), key, true));
  return joinsTo(words, key, false) || (sound.length >= SHORTEST_SOUND && joinsTo(sounds, sound, false));
}

/** Whether a key stands within a word, or begins with one and goes on over those that follow; `whole`: and ends with one. */
function joinsTo(words: readonly string[], key: string, whole: boolean): boolean {
  for (let i = 0; i < words.length; i++) {
    if (!whole && words[i]!.includes(key)) return true;
    let joined = '';
    for (let n = i; n < words.length && joined.length < key.length && key.startsWith(joined); n++) joined += words[n]!;
    if (whole ? joined === key : joined.startsWith(key)) return true;
  }
  return false;
}

/**
 * Composed letters, what an address writes by its percent signs, and nothing that is not seen: soft hyphens, joiners, marks of direction.
 */
function plainText(text: string): string {
  return unescapedAddress(text).normalize('NFKC').replace(/\p{Cf}/gu, '').trim();
}

function unescapedAddress(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    const bytes = escaped.slice(1).split('%').map((hex) => parseInt(hex, 16));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  });
}

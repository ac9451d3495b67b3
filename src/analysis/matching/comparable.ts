import { foldName, foldText, type Entity, type FoldedName, type LegalFormKind } from '../../model';
import { numberOf, schemeNamed, type IdentifierScheme } from './identifierScheme';
import type { SharedNumber, Vocabulary, Word } from './vocabulary';

/** A name made ready to be compared. */
export interface ComparableName {
  readonly written: string;
  readonly words: readonly Word[];
  /** All words as one, so that what is written together and apart is the same. */
  readonly joined: string;
  /** Its numerals in order, which must be the same. */
  readonly numerals: string;
  readonly forms: ReadonlySet<LegalFormKind>;
  readonly alias: boolean;
}

export interface ComparableNumber {
  readonly scheme: IdentifierScheme;
  /** The scheme as the file names it. */
  readonly named: string;
  readonly written: string;
  readonly shared: SharedNumber;
  /** The country in which it is unique; absent where it is so worldwide or nobody knows. */
  readonly country?: string;
}

/** An entity made ready to be compared. */
export interface Comparable {
  readonly entity: Entity;
  readonly person: boolean;
  readonly names: readonly ComparableName[];
  readonly numbers: readonly ComparableNumber[];
}

/** How many names and numbers of an entity are compared; further ones are not, so that one with thousands costs no more. */
const NAMES_COMPARED = 24;
const NUMBERS_COMPARED = 40;
/** How many words and letters of a name are compared. */
const WORDS_COMPARED = 16;
const LETTERS_COMPARED = 300;

/** Titles and the particles of personal names, which are written or left out at will. */
const SILENT = new Set([
  'mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'lord', 'lady', 'dame', 'hon', 'herr', 'frau', 'monsieur', 'madame', 'mme', 'senor',
  'senora', 'don', 'dona', 'signor', 'signora', 'haji', 'hajji', 'sheikh', 'shaykh', 'al', 'el', 'ul', 'bin', 'ibn', 'bint', 'van', 'von',
  'der', 'den', 'de', 'da', 'di', 'du', 'la', 'le',
]);

/** Makes an entity ready: names folded, numbers without punctuation. */
export function comparable(entity: Entity, vocabulary: Vocabulary): Comparable {
  const person = entity.type === 'person';
  const written = [
    ...new Set([entity.name, ...(entity.shortName === undefined ? [] : [entity.shortName]), ...(entity.aliases ?? [])]),
  ].slice(0, NAMES_COMPARED);
  const names = written
    .map((name) => comparableName(name, name !== entity.name, person, vocabulary))
    .filter((name) => name.words.length > 0);
  return { entity, person, names: oneOfEach(names), numbers: numbersOf(entity, vocabulary) };
}

/** Its words and numbers, each once. */
export function partsOf({ names, numbers }: Comparable): { words: Set<Word>; numbers: Set<SharedNumber> } {
  return { words: new Set(names.flatMap((name) => name.words)), numbers: new Set(numbers.map((number) => number.shared)) };
}

function comparableName(written: string, alias: boolean, person: boolean, vocabulary: Vocabulary): ComparableName {
  const read = written.slice(0, LETTERS_COMPARED);
  const { words, joined, forms } = person ? foldedPerson(read) : foldName(read);
  const told = words.slice(0, WORDS_COMPARED).map((word) => vocabulary.word(word));
  const numerals = told.filter((word) => word.numeral).map((word) => word.text).sort().join(' ');
  return { written, words: told, joined, numerals, forms, alias };
}

/** The first of the names that fold to the same: one name in capitals, in Cyrillic and with three legal forms is compared once. */
function oneOfEach(names: readonly ComparableName[]): ComparableName[] {
  if (names.length < 2) return [...names];
  const first = new Map<string, ComparableName>();
  for (const name of names) {
    const key = `${name.joined} ${name.words.map((word) => word.text).join(' ')}`;
    if (!first.has(key)) first.set(key, name);
  }
  return [...first.values()];
}

const NO_FORM: ReadonlySet<LegalFormKind> = new Set();

function foldedPerson(written: string): FoldedName {
  const words = foldText(written).split(' ').filter((word) => word !== '');
  const telling = words.filter((word) => !SILENT.has(word));
  const told = telling.length >= 2 ? telling : words;
  return { words: told, joined: told.join(''), forms: NO_FORM };
}

function numbersOf({ identifiers = [], jurisdiction }: Entity, vocabulary: Vocabulary): ComparableNumber[] {
  return identifiers.slice(0, NUMBERS_COMPARED).flatMap(({ scheme: named, value }) => {
    const number = numberOf(value);
    if (number === undefined) return [];
    const known = schemeNamed(named);
    const scheme: IdentifierScheme =
      known.shape
      && !known.shape.test(
        value
          .toUpperCase()
          .replace(/[\s./-]/g, '')
          .replace(/^HTTPS?:.*(Q\d+)$/, '$1'),
      )
        ? { ...known, scope: 'unknown', single: false }
        : known;
    const country = scheme.scope === 'country' ? (scheme.country ?? jurisdiction?.slice(0, 2)) : undefined;
    return [{
      scheme, named, written: value, shared: vocabulary.number(`${scheme.family} ${number}`), ...(country === undefined ? {} : { country }),
    }];
  });
}

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Entity } from '../../model';

/** How a name was changed, or in what an entity is another that only looks like one of the base. */
export const CHANGES = [
  'the same', 'case and marks', 'another legal form', 'Cyrillic letters', 'one letter wrong', 'a common word more or less',
  'words in another order', 'written together', 'an initial for the first name', 'a patronymic more', 'under an alias',
] as const;
export const LOOKALIKES = [
  'another business of the same first word', 'a numbered sister', 'a namesake born in another year', 'a relative of the same surname',
  'a daughter in another place',
] as const;
export type Change = (typeof CHANGES)[number];
type Lookalike = (typeof LOOKALIKES)[number];

/** Two lists of entities of which it is known which are one. */
export interface MatchCase {
  base: Entity[];
  added: Entity[];
  /** Added id → the id of the base that it is, and how it was changed. */
  truth: Map<string, { id: string; change: Change }>;
  /** Added id → what it only looks like. */
  lookalikes: Map<string, Lookalike>;
}

const SYLLABLES = [
  'ka', 'lo', 'mi', 'ren', 'tar', 'vos', 'bel', 'dun', 'fer', 'gan', 'hul', 'jar', 'kes', 'lim', 'nor', 'pol', 'qua', 'ris', 'sen', 'tov',
  'ul', 'ver', 'wex', 'yar', 'zim', 'bra', 'cro', 'dre', 'fli', 'gro', 'pla', 'sti', 'tra', 'vin', 'mar', 'del', 'gor', 'han', 'nik', 'pet',
  'rom', 'sal', 'tan',
];
const BUSINESS = [
  'Trading', 'Technologies', 'Holding', 'Group', 'International', 'Shipping', 'Energy', 'Construction', 'Electronics', 'Logistics',
  'Industries', 'Investments', 'Services', 'Engineering', 'Mining', 'Development',
];
const PLACES = 'Beijing|Shanghai|Cairo|Almaty|Nicosia|Riga|Panama|Dubai|Busan|Kyiv|Sofia|Tbilisi'.split('|');
const FORMS = 'Ltd|Limited|LLC|GmbH|S.A.|JSC|OOO|Co., Ltd.|Inc.|S.p.A.|B.V.|PJSC'.split('|');
const SAME_KIND: Readonly<Record<string, string>> = {
  Ltd: 'Limited', Limited: 'L.L.C.', LLC: 'Ltd.', GmbH: 'Gesellschaft mit beschränkter Haftung', 'S.A.': 'SA', JSC: 'Joint Stock Company',
  OOO: 'Limited Liability Company', 'Co., Ltd.': 'Company Limited', 'Inc.': 'Incorporated', 'S.p.A.': 'SpA', 'B.V.': 'BV', PJSC: 'ПАО',
};
const COUNTRIES = 'CN EG KZ CY LV PA AE KR UA BG GE RU GB DE'.split(' ');
const GIVEN = [
  'John', 'Maria', 'Ivan', 'Elena', 'Ahmed', 'Fatima', 'Wei', 'Min', 'Carlos', 'Ana', 'Sergei', 'Olga', 'David', 'Sarah', 'Yusuf', 'Leila',
  'Peter', 'Anna', 'Hassan', 'Noor', 'Andrei', 'Daria', 'Kim', 'Jin', 'Marco', 'Giulia', 'Omar', 'Aisha', 'Viktor', 'Irina',
];
const PATRONYMICS = 'Petrovich Ivanovich Sergeevich Mikhailovich Aleksandrovich'.split(' ');
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries([
  'a:а', 'b:б', 'c:к', 'd:д', 'e:е', 'f:ф', 'g:г', 'h:х', 'i:и', 'j:й', 'k:к', 'l:л', 'm:м', 'n:н', 'o:о', 'p:п', 'q:к', 'r:р', 's:с',
  't:т', 'u:у', 'v:в', 'w:в', 'x:кс', 'y:й', 'z:з',
].map((pair) => pair.split(':') as [string, string]));

/**
 * Makes up `size` entities and as many to be matched with them: half are entities of the base under a changed name, a quarter only look
 * like one, a quarter are strangers. A third of all have a country, a fifth a date, as leaks and registers have. The same seed makes the
 * same case.
 */
export function makeMatchCase(size: number, seed: number): MatchCase {
  const random = xoroshiro128plus(seed);
  const below = (n: number) => (random.next() >>> 0) % n;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const maker = new NameMaker(below, pick);
  const base = Array.from({ length: size }, (_, i) => maker.entity(`a${i}`));
  const made: MatchCase = { base, added: [], truth: new Map(), lookalikes: new Map() };
  for (let i = 0; i < size; i++) {
    const like = base[below(size)]!;
    const id = `b${i}`;
    if (i % 4 === 2) maker.lookalike(id, like, made);
    else if (i % 4 === 3) made.added.push(maker.entity(id));
    else maker.changed(id, base[i]!, made);
  }
  return made;
}

class NameMaker {
  constructor(
    private readonly below: (n: number) => number,
    private readonly pick: <T>(list: readonly T[]) => T,
  ) {}

  entity(id: string): Entity {
    return this.below(2) === 0 ? this.company(id, this.word(), this.pick(BUSINESS)) : this.person(id, this.pick(GIVEN), this.word());
  }

  changed(id: string, of: Entity, into: MatchCase): void {
    const possible = of.type === 'person' ? PERSON_CHANGES : COMPANY_CHANGES;
    const change = this.pick(Object.keys(possible) as Change[]);
    const name = possible[change]!(of.name, this.pick, this.below);
    const { aliases: _, ...rest } = of;
    into.added.push({
      ...rest, id, name: change === 'under an alias' ? `${this.word()} ${this.pick(FORMS)}` : name,
      ...(change === 'under an alias' ? { aliases: [of.name] } : {}),
    });
    into.truth.set(id, { id: of.id, change });
  }

  lookalike(id: string, of: Entity, into: MatchCase): void {
    const words = of.name.split(' ');
    const kind: Lookalike =
      of.type === 'person'
        ? this.pick(['a namesake born in another year', 'a relative of the same surname'] as const)
        : this.pick(['another business of the same first word', 'a numbered sister', 'a daughter in another place'] as const);
    const made: Record<Lookalike, () => Entity> = {
      'another business of the same first word': () => this.company(id, words[0]!, this.other(BUSINESS, words[1]!)),
      'a numbered sister': () => ({ ...of, id, name: of.name.replace(words[1]!, `${words[1]} ${2 + this.below(8)}`) }),
      'a daughter in another place': () => ({ ...of, id, name: `${this.pick(PLACES)} ${of.name}` }),
      'a namesake born in another year': () => ({ ...of, id, start: String(1900 + this.below(30)) }),
      'a relative of the same surname': () => this.person(id, this.other(GIVEN, words[0]!), words[1]!),
    };
    const entity = made[kind]();
    if (kind === 'a namesake born in another year' && of.start === undefined) return void into.added.push(this.entity(id));
    into.added.push(entity);
    into.lookalikes.set(id, kind);
  }

  private company(id: string, word: string, business: string): Entity {
    return { id, type: 'company', name: `${word} ${business} ${this.pick(FORMS)}`, ...this.circumstances(1950) };
  }

  private person(id: string, given: string, surname: string): Entity {
    return { id, type: 'person', name: `${given} ${surname}`, ...this.circumstances(1940) };
  }

  private circumstances(from: number): Pick<Entity, 'jurisdiction' | 'start'> {
    return {
      ...(this.below(3) === 0 ? { jurisdiction: this.pick(COUNTRIES) } : {}),
      ...(this.below(5) === 0 ? { start: String(from + this.below(60)) } : {}),
    };
  }

  private word(): string {
    const word = Array.from({ length: 2 + this.below(3) }, () => this.pick(SYLLABLES)).join('');
    return word[0]!.toUpperCase() + word.slice(1);
  }

  private other(list: readonly string[], than: string): string {
    return list[(list.indexOf(than) + 1 + this.below(list.length - 1)) % list.length]!;
  }
}

type Rename = (name: string, pick: <T>(list: readonly T[]) => T, below: (n: number) => number) => string;

const marked: Rename = (name) => name.toUpperCase().replace(/E/g, 'É').replace(/O/g, 'Ö');
const cyrillic: Rename = (name) =>
  name
    .split(' ')
    .map((word) => [...word.toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join(''))
    .join(' ');
const misspelt: Rename = (name, pick, below) => {
  const words = name.split(' ');
  const longest = words.indexOf([...words].sort((x, y) => y.length - x.length)[0]!);
  const word = words[longest]!;
  const at = 1 + below(word.length - 1);
  words[longest] = pick([
    word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + pick([...'aeioulnrst']) + word.slice(at),
    word.slice(0, at) + pick([...'aeioulnrst']) + word.slice(at + 1),
  ]);
  return words.join(' ');
};
/** The word that is a company's own, and what follows it. */
const own = (name: string) => [name.split(' ')[0]!, name.split(' ').slice(1)] as const;

const COMPANY_CHANGES: Partial<Record<Change, Rename>> = {
  'the same': (name) => name,
  'case and marks': marked,
  'another legal form': (name) =>
    FORMS.reduce((found, form) => (name.endsWith(` ${form}`) ? name.slice(0, -form.length) + SAME_KIND[form]! : found), name),
  'Cyrillic letters': (name) =>
    `${cyrillic(
      own(name)[0], (l) => l[0]!, () => 0,
    )} ${own(name)[1].join(' ')}`,
  'one letter wrong': misspelt,
  'a common word more or less': (name, pick) => `${own(name)[0]} ${own(name)[1][0]} ${pick(BUSINESS)} ${own(name)[1].slice(1).join(' ')}`,
  'written together': (name) => own(name)[0] + own(name)[1].join(' ').toLowerCase(),
  'under an alias': (name) => name,
};
const PERSON_CHANGES: Partial<Record<Change, Rename>> = {
  'the same': (name) => name,
  'case and marks': marked,
  'Cyrillic letters': cyrillic,
  'one letter wrong': misspelt,
  'words in another order': (name) => name.split(' ').reverse().join(', '),
  'an initial for the first name': (name) => `${name[0]}. ${name.split(' ')[1]}`,
  'a patronymic more': (name, pick) => name.replace(' ', ` ${pick(PATRONYMICS)} `),
};

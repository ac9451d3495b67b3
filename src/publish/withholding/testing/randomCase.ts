import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { Claim, Dataset, Entity, Relationship, Source } from '../../../model';

const SYLLABLES = ['zor', 'vek', 'qua', 'mib', 'tul', 'ghe', 'xan', 'ryo', 'pluk', 'wex', 'dju', 'fym'] as const;
const HAN = '鑫淼焱犇骉羴猋赑掱毳垚雥';
const CYRILLIC: Readonly<Record<string, string>> = {
  zor: 'зор', vek: 'век', qua: 'куа', mib: 'миб', tul: 'тул', ghe: 'ге', xan: 'хан', ryo: 'рё', pluk: 'плук', wex: 'векс', dju: 'джу',
    fym: 'фым',
};
const GREEK: Readonly<Record<string, string>> = {
  zor: 'ζορ', vek: 'βεκ', qua: 'κυα', mib: 'μιβ', tul: 'τυλ', ghe: 'γχε', xan: 'ξαν', ryo: 'ρυο', pluk: 'πλυκ', wex: 'υεξ', dju: 'δζυ',
    fym: 'φυμ',
};
/** A font of Han is cut for each page that needs one, which takes long. */
const HAN_EVERY = 10;
const MARKED: Readonly<Record<string, string>> = { a: 'á', e: 'ê', o: 'ó', u: 'ü' };
const TYPES = ['company', 'person', 'jointVenture', 'publicBody', 'network'] as const;

interface RandomCase {
  readonly dataset: Dataset;
  /** What is withheld: an entity taken out, an entity under another name, a source and a tie. */
  readonly out: string;
  readonly renamed: string;
  readonly source: string;
  readonly tie: string;
}

/**
 * A case whose names are made of rare syllables, so that none stands in a page by chance, and whose texts name its entities in
 * every spelling; the same for the same seed.
 */
export function randomCase(seed: number): RandomCase {
  const random = xoroshiro128plus(seed);
  const below = (n: number) => uniformInt(random, 0, n - 1);
  const one = <T>(list: ArrayLike<T>): T => list[below(list.length)]!;
  const han = seed % HAN_EVERY === 0;
  const taken = new Set<string>();
  const freshName = (): { latin: string; cyrillic: string; han: string } => {
    const parts = Array.from({ length: 4 }, () => one(SYLLABLES));
    const latin = `${capital(parts.slice(0, 2).join(''))} ${capital(parts.slice(2).join(''))}`;
    if (taken.has(parts.slice(0, 2).join('')) || taken.has(parts.slice(2).join(''))) return freshName();
    taken.add(parts.slice(0, 2).join('')).add(parts.slice(2).join(''));
    return { latin, cyrillic: parts.map((p) => CYRILLIC[p]!).join(''), han: han ? Array.from({ length: 4 }, () => one(HAN)).join('')
      : parts.map((p) => GREEK[p]!).join('') };
  };
  const entities = Array.from({ length: 6 }, (): Entity => {
    const { latin, cyrillic, han } = freshName();
    return {
      id: latin.toLowerCase().replace(' ', '-'), type: one(TYPES), name: one([latin, `${latin} Co., Ltd.`]), aliases: [cyrillic, han],
      identifiers: [{ scheme: 'LEI', value: `${latin.replace(' ', '').toUpperCase()}${below(90) + 10}` }],
      properties: { nativeName: `${han}${one(HAN)}` },
    };
  });
  const mention = () => spelling(one(entities), below(10));
  const sources = Array.from({ length: 4 }, (_, i): Source => ({
    id: `source-${i}`, title: one([`What the ${freshName().latin} papers of ${mention()} say`,
      `The ${freshName().latin} file of the year`]),
    publisher: one([`${freshName().latin} Herald`, `The ${mention()} Gazette`]), kind: one(['news', 'registry', 'report']),
    url: `https://example.org/${i}/${encodeURIComponent(one([mention(), 'report']))}`, author: freshName().latin,
  }));
  const claim = (): Claim => ({
    source: one(sources).id, stance: one(['asserts', 'alleges', 'denies']),
      statement: `It is said of ${mention()} that it paid ${below(99)}.`,
    quote: one([`“${mention()}” is named`, 'Nobody is named']), locator: one(['p. 4', `note on ${mention()}`]),
  });
  const relationships = Array.from({ length: 8 }, (_, i): Relationship => {
    const from = below(entities.length);
    const [a, b] = [entities[from]!, entities[(from + 1 + below(entities.length - 1)) % entities.length]!];
    return {
      id: `${a.id}-to-${b.id}-${i}`, type: one(['supplies', 'owns'] as const), from: a.id, to: b.id,
      claims: [claim(), claim()], ...one([{}, { role: `agent of ${mention()}` }, { label: 'feeds' }]),
    };
  });
  const dataset: Dataset = {
    format: 'throughline/1', id: one(['case', `case-of-${entities[0]!.id}`]), title: one(['A case', `The affair of ${mention()}`]),
    summary: `All about ${mention()}.`, sources, entities: entities.map((e) =>
      ({ ...e, summary: `Known to ${mention()}.`, claims: [claim()] })),
    relationships,
  };
  const first = below(entities.length);
  return {
    dataset, out: entities[first]!.id, renamed: entities[(first + 1) % entities.length]!.id, source: one(sources).id,
    tie: one(relationships).id,
  };
}

/** A way to write an entity's name. */
function spelling({ name, aliases }: Entity, way: number): string {
  const [cyrillic, han] = aliases as [string, string];
  const bare = name.replace(' Co., Ltd.', '');
  return [
    name, bare, bare.toUpperCase(), bare.replace(' ', ''), bare.toLowerCase().replace(' ', '_'), cyrillic, `由${han}经营`,
    bare.replace(/[aeou]/, (v) => MARKED[v]!),
    `${bare.slice(0, 3)}\u00ad${bare.slice(3)}`,
    bare.replace(/[A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ][way]!;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Entity } from '../../../model';

const SYLLABLES = [
  'ka', 'lo', 'mi', 'ren', 'tar', 'vos', 'bel', 'dun', 'fer', 'gan', 'hul', 'jar', 'kes', 'lim', 'nor', 'pol', 'qua', 'ris', 'sen', 'tov',
  'ul', 'ver', 'wex', 'yar', 'zim', 'bra', 'cro', 'dre', 'fli', 'gro', 'pla', 'sti', 'tra', 'vin', 'mar', 'del', 'gor', 'han', 'nik', 'pet',
  'rom', 'sal', 'tan',
];
const CYRILLIC = [
  'ка', 'ло', 'ми', 'рен', 'тар', 'вос', 'бел', 'дун', 'фер', 'ган', 'хул', 'жар', 'кес', 'лим', 'нор', 'пол', 'ква', 'рис', 'сен', 'тов',
  'ул', 'вер', 'век', 'яр', 'зим', 'бра', 'кро', 'дре', 'фли', 'гро', 'пла', 'сти', 'тра', 'вин', 'мар', 'дел', 'гор', 'хан', 'ник', 'пет',
  'ром', 'сал', 'тан',
];
const HAN = [...'中华联合电子科技集团国际贸易有限公司北京上海深圳南方东海金山银河熊猫光明长城新世纪大地天宇恒信通达'];
const BUSINESS = [
  'Trading', 'Technologies', 'Holding', 'Group', 'International', 'Shipping', 'Energy', 'Construction', 'Électronique', 'Logistics',
  'Industries', 'Investments',
];
const FORMS = 'Ltd|Limited|LLC|GmbH|S.A.|JSC|OOO|Co., Ltd.|Inc.|S.p.A.'.split('|');
/** Few words are in very many names and many in few: a word's number is drawn as this power of a number below 1. */
const HEAVINESS = 3;
const WORDS = 100_000;

/**
 * Makes up companies as registers have them: a name of two to five words, for two in five an alias, for three in five a registration
 * number. `otherScripts`: what share of the names, 0–1, is Cyrillic (two thirds of it) or Han. The same seed makes the same ones.
 */
export function makeNamedEntities(count: number, seed: number, otherScripts: number): Entity[] {
  const random = xoroshiro128plus(seed);
  const fraction = () => (random.next() >>> 0) / 2 ** 32;
  const below = (n: number) => Math.floor(fraction() * n);
  const word = (syllables: readonly string[]) => {
    const n = Math.floor(fraction() ** HEAVINESS * WORDS) + syllables.length;
    let [rest, made] = [n, ''];
    for (; rest > 0; rest = Math.floor(rest / syllables.length)) made += syllables[(rest + n) % syllables.length]!;
    return made[0]!.toUpperCase() + made.slice(1);
  };
  const several = (n: number, one: () => string) => Array.from({ length: n }, one);
  const latin = () =>
    [...several(1 + below(2), () => word(SYLLABLES)), BUSINESS[below(BUSINESS.length)]!, FORMS[below(FORMS.length)]!].join(' ');
  const cyrillic = () => `ООО «${several(1 + below(2), () => word(CYRILLIC)).join(' ')}»`;
  const han = () => several(5 + below(6), () => HAN[below(HAN.length)]!).join('');
  const name = () => (fraction() >= otherScripts ? latin() : below(3) < 2 ? cyrillic() : han());
  return Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    type: 'company',
    name: name(),
    ...(below(5) < 2 ? { aliases: [name()] } : {}),
    ...(below(5) < 3 ? { identifiers: [{ scheme: 'registrationNumber', value: `${10_000_000 + below(90_000_000)}` }] } : {}),
  }));
}

import { DATASET_FORMAT, type Claim, type Dataset, type Entity, type Relationship, type Source } from '../../model';

/** A small case for the tests: dates that start and end, every status, a hub, a place, and a company that nothing ties. */

const source = (id: string, publisher: string, kind: Source['kind'] = 'news'): Source => ({
  id, title: `Report of ${publisher}`, publisher, kind,
});
const entity = (id: string, type: Entity['type'], name: string, more: Partial<Entity> = {}): Entity => ({ id, type, name, ...more });
const asserts = (...sources: string[]): Claim[] => sources.map((s) => ({ source: s, stance: 'asserts' }));
const tie = (
  id: string, type: Relationship['type'], from: string, to: string, claims: Claim[], more: Partial<Relationship> = {},
): Relationship => ({ id, type, from, to, claims, ...more });

export const smallCase: Dataset = {
  format: DATASET_FORMAT, id: 'small', title: 'A small case',
  sources: [source('hill', 'The Hill'), source('times', 'The Times'), source('registry', 'The Registry', 'registry')],
  entities: [
    entity('huawei', 'company', 'Huawei', { aliases: ['HW'] }),
    entity('panda', 'company', 'Panda'),
    entity('koryolink', 'network', 'Koryolink', { start: '2008' }),
    entity('cheo', 'jointVenture', 'CHEO'),
    entity('orascom', 'company', 'Orascom', { end: '2011' }),
    entity('otmt', 'company', 'OTMT', { start: '2011' }),
    entity('kptc', 'publicBody', 'Korea Post'),
    entity('loxley', 'company', 'Loxley'),
    entity('pyongyang', 'place', 'Pyongyang'),
    entity('recluse', 'company', 'Recluse'),
  ],
  relationships: [
    tie('huawei-panda', 'partnersWith', 'huawei', 'panda', [{ source: 'hill', stance: 'alleges' }], { start: '2008', end: '2016' }),
    tie('panda-koryolink', 'supplies', 'panda', 'koryolink', asserts('hill', 'times'), { start: '2008' }),
    tie('huawei-koryolink', 'builds', 'huawei', 'koryolink', [{ source: 'times', stance: 'denies' }], { start: '2008' }),
    tie('cheo-koryolink', 'operates', 'cheo', 'koryolink', asserts('registry'), { start: '2008-12' }),
    tie('orascom-cheo', 'owns', 'orascom', 'cheo', asserts('registry'), { start: '2008', end: '2011', share: 75 }),
    tie('otmt-cheo', 'owns', 'otmt', 'cheo', asserts('registry'), { start: '2011', share: 75 }),
    tie('kptc-cheo', 'owns', 'kptc', 'cheo', asserts('registry'), { share: 25, start: '2008' }),
    tie('loxley-kptc', 'partnersWith', 'loxley', 'kptc', [...asserts('times'), { source: 'hill', stance: 'denies' }], {
      start: '1995', end: '2003',
    }),
    tie('kptc-pyongyang', 'locatedIn', 'kptc', 'pyongyang', asserts('times')),
    tie('huawei-pyongyang', 'activeIn', 'huawei', 'pyongyang', asserts('hill'), { start: '2008', end: '..' }),
  ],
};

/** Many companies owned by a few: more than is drawn at once. */
export function largeCase(count: number): Dataset {
  const entities = Array.from({ length: count }, (_, i) => entity(`c${i}`, 'company', `Company ${i}`));
  const relationships = Array.from({ length: count - 1 }, (_, i) => tie(`t${i}`, 'owns', `c${i % 7}`, `c${i + 1}`, []));
  return { format: DATASET_FORMAT, id: 'large', title: 'A large case', sources: [], entities, relationships };
}

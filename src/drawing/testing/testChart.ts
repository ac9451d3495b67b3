import {
  citedSources, DATASET_FORMAT, SNAPSHOT_FORMAT,
  type Claim, type Dataset, type Entity, type Position, type Relationship, type RouteAnswer, type Snapshot, type Source,
} from '../../model';

/** A small chart for the tests of drawing: every entity type, family and status, and names that want escaping. */

const source = (id: string, publisher: string, title: string, published: string, kind: Source['kind'] = 'news'): Source => ({
  id, publisher, title, published, kind, url: `https://example.org/${id}?a=1&b=2`,
});

const testSources: Source[] = [
  source('the-hill', 'The Hill', 'Leaked work orders', '2019-07-22'),
  source('asia-times', 'Asia Times', 'Who built the "networks" <of> the North', '2019-07'),
  source('registry', 'Companies Registry', 'Annual return', '2014-05-12', 'registry'),
  source('un-panel', 'UN Panel of Experts', 'Report S/2015/131', '2015-02-23', 'report'),
];

const entity = (id: string, type: Entity['type'], name: string, jurisdiction?: string, more: Partial<Entity> = {}): Entity => ({
  id, type, name, ...(jurisdiction ? { jurisdiction } : {}), ...more,
});

const testEntities: Entity[] = [
  entity('achim', 'jointVenture', 'Achim Panda JV', 'KP'),
  entity('panda-group', 'company', 'Panda Electronics Group', 'CN'),
  entity('panda', 'company', 'Panda International', 'CN', {
    claims: [{ source: 'asia-times', stance: 'asserts', statement: 'A trading arm of the group.', locator: '¶3' }],
  }),
  entity('huawei', 'company', 'Huawei', 'CN'),
  entity('koryolink', 'network', 'Koryolink', 'KP'),
  entity('cheo', 'jointVenture', 'CHEO Technology JV', 'KP'),
  entity('otmt', 'company', 'Orascom Telecom Media', 'EG'),
  entity('kptc', 'publicBody', 'Korea Post & Telecom. Corp.', 'KP'),
  entity('orabank', 'company', 'Orabank', 'KP', { end: '2016' }),
  entity('committee', 'publicBody', 'UN 1718 Committee'),
  entity('sawiris', 'person', 'Naguib Sawiris', 'EG'),
  entity('agency', 'organization', '<b onload="x">Agency</b> "5" \u0007', 'US'),
  entity('shipment', 'event', 'Shipment of 2003'),
  entity('gateway', 'asset', 'بوابة الاعتراض'),
  entity('dandong', 'place', '丹东 Dandong', 'CN'),
];

const asserts = (...sources: string[]): Claim[] =>
  sources.map((s, i) => ({ source: s, stance: 'asserts', statement: 'Said in passing.', locator: `¶${i + 1}` }));
const alleges = (...sources: string[]): Claim[] => asserts(...sources).map((c) => ({ ...c, stance: 'alleges' }));

const tie = (
  id: string, type: Relationship['type'], from: string, to: string, claims: Claim[], more: Partial<Relationship> = {},
): Relationship => ({ id, type, from, to, claims, ...more });

const testRelationships: Relationship[] = [
  tie('group-owns-panda', 'owns', 'panda-group', 'panda', asserts('registry'), { share: 60 }),
  tie('panda-partner', 'partnerIn', 'panda', 'achim', asserts('asia-times')),
  tie(
    'huawei-panda',
    'partnersWith',
    'huawei',
    'panda',
    [
      ...alleges('the-hill', 'asia-times'),
      { source: 'asia-times', stance: 'alleges', statement: 'Moved equipment by rail.', locator: '¶9' },
    ],
    { start: '2008', end: '2016' },
  ),
  tie('panda-supplies', 'supplies', 'panda', 'koryolink', alleges('the-hill'), { start: '2008' }),
  tie('huawei-builds', 'builds', 'huawei', 'koryolink', alleges('the-hill', 'asia-times')),
  tie('cheo-operates', 'operates', 'cheo', 'koryolink', asserts('the-hill', 'asia-times'), { start: '2008-12' }),
  tie('otmt-owns', 'owns', 'otmt', 'cheo', asserts('registry'), { share: 75 }),
  tie('kptc-owns', 'owns', 'kptc', 'cheo', asserts('registry'), { share: 25 }),
  tie('otmt-orabank', 'owns', 'otmt', 'orabank', asserts('asia-times'), { end: '2016' }),
  tie('exempts', 'exempts', 'committee', 'otmt', [
    ...asserts('un-panel'), { source: 'asia-times', stance: 'denies', statement: 'No exemption was given.', locator: '¶12' },
  ]),
  tie('huawei-denied', 'activeIn', 'huawei', 'dandong', [{ source: 'the-hill', stance: 'denies', statement: 'No business presence.' }]),
  tie('sawiris-directs', 'directs', 'sawiris', 'otmt', asserts('asia-times', 'registry')),
  tie('otmt-finances', 'finances', 'otmt', 'cheo', asserts('un-panel')),
  tie('agency-investigates', 'investigates', 'agency', 'shipment', asserts('the-hill')),
  tie('took-part', 'tookPartIn', 'dandong', 'shipment', asserts('un-panel')),
  tie('kptc-gateway', 'operates', 'kptc', 'gateway', asserts('un-panel')),
];

export const testDataset: Dataset = {
  format: DATASET_FORMAT, id: 'test', title: 'Test chart', sources: testSources, entities: testEntities, relationships: testRelationships,
};

const at = (x: number, y: number): Position => ({ x, y });
export const testPositions: Record<string, Position> = {
  achim: at(92, 42), 'panda-group': at(322, 26), panda: at(222, 122), huawei: at(82, 222), koryolink: at(372, 222), cheo: at(372, 357),
  otmt: at(226, 447), kptc: at(492, 447), orabank: at(132, 532), committee: at(346, 532), sawiris: at(72, 400), agency: at(640, 60),
  shipment: at(640, 170), gateway: at(650, 532), dandong: at(590, 290),
};

const hop = (from: string, to: string, ids: string[], status: 'alleged' | 'confirmed') => ({
  from, to, status,
  relationships: ids.map((id) => {
    const r = testRelationships.find((t) => t.id === id)!;
    return {
      id, type: r.type, from: r.from, to: r.to, status, forward: r.from === from, sources: citedSources([r]).size,
      publishers: ['The Hill', 'Asia Times'].slice(0, r.claims.length),
    };
  }),
});

export const testAnswer: RouteAnswer = {
  from: 'huawei', to: 'koryolink', complete: true, excluded: { status: 1, period: 0, type: 0, source: 0 },
  routes: [
    {
      entities: ['huawei', 'koryolink'], hops: [hop('huawei', 'koryolink', ['huawei-builds'], 'alleged')], length: 1, strength: 'alleged',
      weakest: 0, together: { answer: 'yes', periods: [{}] },
    },
    {
      entities: ['huawei', 'panda', 'koryolink'],
      hops: [hop('huawei', 'panda', ['huawei-panda'], 'alleged'), hop('panda', 'koryolink', ['panda-supplies'], 'alleged')], length: 2,
      strength: 'alleged', weakest: 0, together: { answer: 'possibly', periods: [{ from: '2008-01-01', to: '2016-12-31' }] },
    },
  ],
};

export const testSnapshot: Snapshot = {
  format: SNAPSHOT_FORMAT, title: 'Huawei & Koryolink', origin: { id: 'test', title: 'Test chart' }, dataset: testDataset,
  chart: { layout: 'organic', positions: testPositions, pinned: ['cheo'] }, filter: {}, selection: { kind: 'entity', id: 'panda' },
  trace: {
    question: { from: 'huawei', to: 'koryolink', k: 10, maxHops: 6, direction: 'any', filter: {}, avoid: [], places: false },
    answer: testAnswer, active: 1, only: false,
  },
  hidden: 'hidden: 9 ended before, 2 denied',
};

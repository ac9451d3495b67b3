import { DATASET_FORMAT, type Dataset } from '../../model';

/** A made-up case in which everything occurs that a picture or script must tell apart; tests write it. */
export const harbourCase: Dataset = {
  format: DATASET_FORMAT, id: 'harbour', title: 'Who runs the harbour', summary: 'A made-up case.', licence: 'CC0-1.0',
  sources: [
    {
      id: 'gazette', title: 'Notices of the port', publisher: 'The Gazette', published: '2019-07', url: 'https://gazette.example/notices',
      kind: 'registry',
    },
    { id: 'courier', title: 'Who owns "North"?', publisher: 'The Courier', author: 'A. Ash', kind: 'news', reliability: 'C' },
  ],
  entities: [
    {
      id: 'oak',
      type: 'company',
      name: 'Oak Shipping "North" Ltd',
      shortName: 'Oak',
      aliases: ['Oak & Sons'],
      jurisdiction: 'CY',
      start: '1998',
      identifiers: [{ scheme: 'LEI', value: '5299000000000000TEST' }],
      properties: { fleet: 3, rating: 0.5, listed: true, tags: ['a', 'b'], mixed: ['a', 1, null], status: 'a property of that name' },
    },
    {
      id: 'quay', type: 'jointVenture', name: 'Quay JV', end: '..',
      claims: [{ source: 'gazette', stance: 'asserts', statement: 'It was entered.', locator: 'p. 4' }],
    },
    { id: 'ministry', type: 'publicBody', name: 'Ministry of Ports' },
    { id: 'jürgen', type: 'person', name: 'Jürgen Müller' },
    { id: 'club', type: 'organization', name: 'Harbour Club' },
    { id: 'net', type: 'network', name: 'Pier Net' },
    { id: 'crane', type: 'asset', name: 'Crane 7' },
    { id: 'launch', type: 'event', name: 'Launch, 2008' },
    { id: 'town', type: 'place', name: 'Quay Town' },
  ],
  relationships: [
    {
      id: 'r1', type: 'owns', from: 'oak', to: 'quay', share: 75, start: '2008-01', end: '2011',
      claims: [{ source: 'gazette', stance: 'asserts', locator: 'p. 4', statement: "It's three quarters." }],
    },
    {
      id: 'r2', type: 'owns', from: 'ministry', to: 'quay', share: { min: 10, max: 25 }, start: '2008', end: '..',
      claims: [{ source: 'courier', stance: 'alleges', made: '2020', credibility: 3 }],
    },
    {
      id: 'r3', type: 'controls', from: 'jürgen', to: 'oak',
      claims: [
        { source: 'courier', stance: 'asserts' }, { source: 'gazette', stance: 'denies', statement: 'He does not.' },
      ],
    },
    { id: 'r4', type: 'owns', from: 'club', to: 'net', claims: [{ source: 'gazette', stance: 'denies' }] },
    { id: 'r5', type: 'family', from: 'jürgen', to: 'jürgen', role: 'himself', claims: [{ source: 'courier', stance: 'asserts' }] },
    {
      id: 'r6', type: 'linkedTo', from: 'oak', to: 'crane', label: 'quarrels over', claims: [], properties: { undirected: true, weight: 2 },
    },
    {
      id: 'r7', type: 'pays', from: 'oak', to: 'ministry', amount: { value: 1.5e6, currency: 'EUR', ceiling: true },
      claims: [{ source: 'courier', stance: 'asserts' }],
    },
    {
      id: 'r8', type: 'pays', from: 'oak', to: 'ministry', indirect: true, claims: [{ source: 'courier', stance: 'asserts' }],
      properties: { undirected: true, mutual: true },
    },
    {
      id: 'r9', type: 'tookPartIn', from: 'ministry', to: 'launch',
      claims: [
        { source: 'courier', stance: 'alleges' }, { source: 'courier', stance: 'alleges' },
      ],
    },
    { id: 'r10', type: 'locatedIn', from: 'quay', to: 'town', claims: [{ source: 'gazette', stance: 'asserts' }] },
  ],
};

/** The same case with every text and id replaced, for texts that must not become more than text. */
export function harbourCaseWith(texts: readonly string[]): Dataset {
  let n = 0;
  const next = () => texts[n++ % texts.length]!;
  const ids = new Map(harbourCase.entities.map((e, i) => [e.id, `${texts[i % texts.length]!}${i}`.slice(-180)]));
  return {
    ...harbourCase,
    title: next() || 'untitled',
    summary: next() || 'none',
    sources: harbourCase.sources.map((s) => ({ ...s, title: next() || 'untitled', publisher: next() || 'nobody' })),
    entities: harbourCase.entities.map(
      (e) =>
        ({
          ...e, id: ids.get(e.id)!, name: next() || 'unnamed', shortName: undefined, summary: next() || undefined,
          properties: { [next()]: next(), list: [next(), next()] },
        }) as Dataset['entities'][number],
    ),
    relationships: harbourCase.relationships.map((r) => ({
      ...r, from: ids.get(r.from)!, to: ids.get(r.to)!, label: next() || 'ties', role: next() || 'role',
      claims: r.claims.map((c) => ({ ...c, statement: next() || 'said', locator: next() || 'p. 1' })),
    })),
  };
}

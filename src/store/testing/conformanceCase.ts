import { DATASET_FORMAT, type Dataset } from '../../model';

/**
 * A small case of our own making with all that the suite asks about: aliases, scripts, dates, a denial, a place, parallel relationships.
 */
export const conformanceCase: Dataset = {
  format: DATASET_FORMAT, id: 'harbour', title: 'The harbour concession', summary: 'Who runs the harbour of Port Elm.',
  sources: [
    { id: 'gazette', title: 'Harbour let', publisher: 'The Gazette', published: '2012-03', kind: 'news' },
    { id: 'register', title: 'Company register extract', publisher: 'Registry of Elmland', kind: 'registry' },
    { id: 'denial', title: 'Statement', publisher: 'Quayside Holding', kind: 'statement' },
    { id: 'uncited', title: 'Background', publisher: 'The Gazette', kind: 'news' },
  ],
  entities: [
    {
      id: 'quayside', type: 'company', name: 'Quayside Holding Limited', aliases: ['Quayside', 'QHL', '码头控股'], jurisdiction: 'GB',
      start: '1998',
    },
    {
      id: 'elm-port', type: 'jointVenture', name: 'Elm Port Operations', aliases: ['Elmport'],
      claims: [{ source: 'gazette', stance: 'asserts' }],
    },
    { id: 'ministry', type: 'publicBody', name: 'Ministry of Havens', aliases: ['Министерство гаваней'] },
    { id: 'novak', type: 'person', name: 'Zoë Nováková', identifiers: [{ scheme: 'passport', value: 'P-7741' }] },
    { id: 'broker', type: 'company', name: 'Grey Broker' },
    { id: 'elmland', type: 'place', name: 'Elmland' },
    { id: 'loner', type: 'organization', name: 'Friends of the Lighthouse' },
  ],
  relationships: [
    {
      id: 'q-owns-elm', type: 'owns', from: 'quayside', to: 'elm-port', start: '2008-05', end: '2014', share: 60,
      claims: [{ source: 'register', stance: 'asserts' }],
    },
    {
      id: 'q-partner-elm', type: 'partnerIn', from: 'quayside', to: 'elm-port', start: '2008',
      claims: [{ source: 'gazette', stance: 'asserts' }],
    },
    {
      id: 'm-partner-elm', type: 'partnerIn', from: 'ministry', to: 'elm-port', start: '2008', end: '..', share: 40,
      claims: [
        { source: 'gazette', stance: 'asserts' }, { source: 'register', stance: 'asserts' },
      ],
    },
    {
      id: 'broker-for-q', type: 'intermediaryFor', from: 'broker', to: 'quayside', start: '2011',
      claims: [
        { source: 'gazette', stance: 'alleges' }, { source: 'denial', stance: 'denies' },
      ],
    },
    {
      id: 'novak-directs', type: 'directs', from: 'novak', to: 'quayside', start: '2010-01-15',
      claims: [{ source: 'register', stance: 'asserts' }],
    },
    { id: 'novak-pays', type: 'pays', from: 'novak', to: 'ministry', claims: [{ source: 'denial', stance: 'denies' }] },
    { id: 'q-in', type: 'locatedIn', from: 'quayside', to: 'elmland', claims: [{ source: 'register', stance: 'asserts' }] },
    { id: 'm-in', type: 'locatedIn', from: 'ministry', to: 'elmland', claims: [{ source: 'register', stance: 'asserts' }] },
  ],
};

/** Two ties of two entities: of one, both publishers copy a third, one of them by way of the other; of the other, one does. */
export const copiedCase: Dataset = {
  format: DATASET_FORMAT, id: 'copied', title: 'Who says it first',
  sources: [
    { id: 'wire', title: 'Sale', publisher: 'Wire', kind: 'news' },
    { id: 'post', title: 'Sale, says Wire', publisher: 'Post', kind: 'news', derivedFrom: ['wire'] },
    { id: 'zeitung', title: 'Verkauf', publisher: 'Zeitung', kind: 'news', derivedFrom: ['post'] },
    { id: 'gazette', title: 'Sale seen', publisher: 'Gazette', kind: 'news' },
  ],
  entities: [{ id: 'a', type: 'company', name: 'Ash' }, { id: 'b', type: 'company', name: 'Birch' }],
  relationships: [
    {
      id: 'copied', type: 'owns', from: 'a', to: 'b',
      claims: [{ source: 'post', stance: 'asserts' }, { source: 'zeitung', stance: 'asserts' }],
    },
    {
      id: 'two', type: 'supplies', from: 'a', to: 'b',
      claims: [{ source: 'zeitung', stance: 'asserts' }, { source: 'gazette', stance: 'asserts' }],
    },
  ],
};

/** The ids of records, in their order. */
export const ids = (records: readonly { id: string }[]) => records.map((r) => r.id);

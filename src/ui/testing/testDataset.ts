import { DATASET_FORMAT, type Dataset } from '../../model';

/** For tests: a denied tie, an alleged one and one without a counterpart in most formats. */
export const smallDataset: Dataset = {
  format: DATASET_FORMAT, id: 'small', title: 'Small',
  sources: [{ id: 'gazette', title: 'The Gazette', publisher: 'The Gazette', kind: 'news' }],
  entities: [
    { id: 'alder', type: 'company', name: 'Alder Ltd' }, { id: 'birch', type: 'company', name: 'Birch plc' },
    { id: 'cedar', type: 'network', name: 'Cedar Net' },
  ],
  relationships: [
    { id: 'one', type: 'owns', from: 'alder', to: 'birch', claims: [{ source: 'gazette', stance: 'denies' }] },
    { id: 'two', type: 'operates', from: 'birch', to: 'cedar', claims: [{ source: 'gazette', stance: 'alleges' }] },
  ],
};

import { expect, test } from 'vitest';
import { statusOf, type Dataset } from '../../model';
import { withhold } from './withhold';

const dataset: Dataset = {
  format: 'throughline/1', id: 'x', title: 'A sale',
  sources: [
    { id: 'wire', title: 'Vekzor sold', publisher: 'Vekzor Wire', kind: 'news' },
    { id: 'post', title: 'Sold', publisher: 'Post', kind: 'news', derivedFrom: ['wire'] },
    { id: 'herald', title: 'It is sold', publisher: 'Herald', kind: 'news', derivedFrom: ['wire'] },
  ],
  entities: [{ id: 'a', type: 'company', name: 'Ash' }, { id: 'b', type: 'company', name: 'Birch' }],
  relationships: [{
    id: 'r', type: 'owns', from: 'a', to: 'b',
    claims: ['wire', 'post', 'herald'].map((source) => ({ source, stance: 'asserts' as const })),
  }],
};

test.each([undefined, 'A wire'])('copies of a source that is withheld do not become independent of one another', (as) => {
  const { dataset: published, idOf } = withhold(dataset, [{ kind: 'source', id: 'wire', as }]);
  const [tie] = published.relationships;
  const byId = new Map(published.sources.map((s) => [s.id, s]));
  expect(statusOf(tie!.claims, (id) => byId.get(id))).toBe('reported');
  expect(JSON.stringify(published)).not.toMatch(/vekzor|"wire"/i);
  expect(tie!.claims).toHaveLength(as === undefined ? 2 : 3);
  expect(idOf('source', 'wire')).toBe(as === undefined ? undefined : 'withheld-source-1');
});

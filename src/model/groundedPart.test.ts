import { expect, test } from 'vitest';
import { DATASET_FORMAT, groundedPart, readSnapshot, SNAPSHOT_FORMAT, type DatasetPart, type Relationship } from './index';

const owns = (id: string, claims: Relationship['claims']): Relationship => ({ id, type: 'owns', from: 'a', to: 'b', claims });
const part: DatasetPart = {
  sources: [
    { id: 'times', title: 'T', publisher: 'The Times', kind: 'news' },
    { id: 'ours', title: 'Our reading', publisher: 'The editor', kind: 'reading' },
  ],
  entities: ['a', 'b'].map((id) => ({ id, type: 'company', name: id })),
  relationships: [
    owns('told', [{ source: 'times', stance: 'asserts' }]),
    owns('half', [{
      source: 'ours',
      stance: 'asserts',
      restsOn: [
        { record: 'told', source: 'times' }, { record: 'elsewhere', source: 'times' },
      ],
    }]),
    owns('bare', [{ source: 'ours', stance: 'asserts', restsOn: [{ record: 'elsewhere', source: 'times' }] }]),
  ],
};

test('a part that goes out by itself names no ground outside of it', () => {
  const { relationships } = groundedPart(part);
  expect(relationships.map((r) => r.claims[0]!.restsOn)).toEqual([undefined, [{ record: 'told', source: 'times' }], undefined]);
  expect(JSON.stringify(relationships)).not.toContain('elsewhere');
});

test('what needs no change stays the same object', () => {
  const { relationships, entities } = groundedPart(part);
  expect(relationships[0]).toBe(part.relationships[0]);
  expect(entities[0]).toBe(part.entities[0]);
});

test('a snapshot whose readings rest on what it does not hold is read without a complaint', () => {
  const { snapshot, issues } = readSnapshot({
    format: SNAPSHOT_FORMAT,
    title: 'S',
    origin: { id: 'x', title: 'X' },
    dataset: { format: DATASET_FORMAT, id: 'x', title: 'X', ...groundedPart(part) },
    chart: { layout: 'organic', positions: { a: { x: 0, y: 0 }, b: { x: 200, y: 0 } }, pinned: [] },
    filter: {},
  });
  expect(issues).toEqual([]);
  expect(snapshot!.dataset.relationships).toHaveLength(3);
});

import { expect, test } from 'vitest';
import { DATASET_FORMAT, type Entity, type Relationship } from '../../model';
import { MemoryStore } from '../../store';
import { heldByListed } from './heldByListed';

const MANY = 10_050;
const company = (id: string): Entity => ({ id, type: 'company', name: id });

test('nobody below a holder of more than ten thousand goes uncounted', async () => {
  const held = Array.from({ length: MANY }, (_, i) => `held-${i}`);
  const relationships = held.map((to): Relationship => ({ id: `owns-${to}`, type: 'owns', from: 'listed', to, share: 10, claims: [] }));
  const store = await MemoryStore.open({
    format: DATASET_FORMAT, id: 'd', title: 'D', sources: [], entities: [company('listed'), ...held.map(company)], relationships,
  });
  const { held: found, notAsked } = await heldByListed(store, ['listed'], undefined);
  expect([found.length, notAsked]).toEqual([0, MANY - 5000]);
});

import fc from 'fast-check';
import { expect } from 'vitest';
import { ENTITY_IDS, randomFilter, randomPart, randomQuestion } from '../../analysis/testing/randomPart';
import { connectQuestion, DATASET_FORMAT, intermediaryQuestion, routeQuestion, type Dataset } from '../../model';
import type { GraphStore } from '../../store';

/** Datasets with everything that questions about ties depend on. */
export const tiedDataset: fc.Arbitrary<Dataset> = randomPart.map((part) => ({ format: DATASET_FORMAT, id: 'any', title: 'Any', ...part }));

/** Questions about such datasets, of every kind. */
export const questionsAboutTies = fc.record({
  routes: fc.array(randomQuestion, { minLength: 6, maxLength: 6 }),
  filters: fc.array(randomFilter, { minLength: 3, maxLength: 3 }),
  parties: fc.array(fc.subarray([...ENTITY_IDS], { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 2 }),
});
type QuestionsAboutTies = typeof questionsAboutTies extends fc.Arbitrary<infer T> ? T : never;

/** Holds the answers about ties to those of a dataset in memory. */
export async function expectSameTies(store: GraphStore, oracle: GraphStore, asked: QuestionsAboutTies): Promise<void> {
  for (const input of asked.routes) {
    const question = routeQuestion.parse(input);
    expect(await settled(store.routes(question))).toEqual(await settled(oracle.routes(question)));
    expect(await settled(store.whyNoRoute(question))).toEqual(await settled(oracle.whyNoRoute(question)));
    const { k: _k, via: _via, maxHops, ...ends } = input;
    for (const longest of [{}, { maxHops }]) {
      const between = intermediaryQuestion.parse({ ...ends, ...longest, k: 20 });
      expect(await settled(store.between(between))).toEqual(await settled(oracle.between(between)));
    }
  }
  for (const filter of asked.filters) {
    const [entity, other] = ENTITY_IDS as [string, string];
    const asOf = { from: '2002', to: '2002' };
    expect(await store.histogram({ filter })).toEqual(await oracle.histogram({ filter }));
    expect(await store.structure({ filter })).toEqual(await oracle.structure({ filter }));
    expect(await store.neighbours({ entity, filter, limit: 3 })).toEqual(await oracle.neighbours({ entity, filter, limit: 3 }));
    expect(await store.tieKinds({ entity, filter, without: [other] })).toEqual(await oracle.tieKinds({ entity, filter, without: [other] }));
    expect(await store.ventures({ filter })).toEqual(await oracle.ventures({ filter }));
    expect(await store.ventures({ about: entity, filter })).toEqual(await oracle.ventures({ about: entity, filter }));
    const owners = { entity, asOf, listed: [other], filter };
    expect(await store.owners(owners)).toEqual(await oracle.owners(owners));
    expect(await store.owners({ entity, filter })).toEqual(await oracle.owners({ entity, filter }));
    for (const parties of asked.parties) {
      const connect = connectQuestion.parse({ parties, filter });
      expect(await settled(store.connect(connect))).toEqual(await settled(oracle.connect(connect)));
    }
  }
  expect(await store.bestConnected({ limit: 4 })).toEqual(await oracle.bestConnected({ limit: 4 }));
}

/** Holds records, figures and names to those of a dataset in memory. */
export async function expectSameRecords(store: GraphStore, oracle: GraphStore, dataset: Dataset): Promise<void> {
  const ids = dataset.entities.map((e) => e.id);
  const some = ids.filter((_, i) => i % 2 === 0);
  const { engine: _engine, ...figures } = await store.describe();
  expect(figures).toEqual(await oracle.describe());
  expect(await store.part({ ids: 'all' })).toEqual(await oracle.part({ ids: 'all' }));
  expect(await store.part({ ids: some })).toEqual(await oracle.part({ ids: some }));
  const relationships = dataset.relationships.map((r) => r.id).reverse();
  expect(await store.relationships({ ids: relationships })).toEqual(await oracle.relationships({ ids: relationships }));
  for (const { name } of dataset.entities.slice(0, 4)) {
    for (const text of [name, name.slice(0, 4)])
      expect(wellFound(await store.search({ text, limit: 1000 })), text).toEqual(wellFound(await oracle.search({ text, limit: 1000 })));
  }
}

/** Hits of which every word was found whole or begun: what is misspelt and written together is found in memory alone. */
function wellFound<T extends { score: number }>(hits: readonly T[]): T[] {
  return hits.filter((hit) => hit.score >= 0.5);
}

/** An answer, or the error that takes its place. */
async function settled(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeQuestion, type Dataset } from '../../model';
import { conformanceCase, copiedCase, ids } from './conformanceCase';
import type { GraphStore } from '../graphStore';
import { questionConformance } from './questionConformance';
import { recordConformance } from './recordConformance';

/** What every `GraphStore` answers alike. `make` opens a store over a dataset; the suite closes it. */
export function storeConformance(kind: string, make: (dataset: Dataset) => Promise<GraphStore>): void {
  describe(`a ${kind} store`, () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await make(conformanceCase);
    });
    afterAll(() => store.close());

    recordConformance(() => store);
    questionConformance(() => store);

    describe('sources that copy one another', () => {
      let copies: GraphStore;
      beforeAll(async () => {
        copies = await make(copiedCase);
      });
      afterAll(() => copies.close());

      test('count as one publisher for a status and a hop', async () => {
        const { routes } = await copies.routes(routeQuestion.parse({ from: 'a', to: 'b' }));
        expect(routes[0]!.hops[0]!.relationships).toMatchObject([
          { id: 'two', status: 'confirmed', publishers: ['Wire', 'Gazette'] }, { id: 'copied', status: 'reported', publishers: ['Wire'] },
        ]);
      });

      test('are handed out with what they derive from, directly and through others', async () => {
        expect(ids((await copies.part({ ids: ['a', 'b'] })).sources)).toEqual(['wire', 'post', 'zeitung', 'gazette']);
        expect(ids(await copies.sources({ ids: ['zeitung', 'gazette'] }))).toEqual(['zeitung', 'gazette', 'post', 'wire']);
      });
    });

    describe('a cancelled question', () => {
      test('that was cancelled before rejects with the reason of the signal', async () => {
        const reason = new Error('no longer wanted');
        const options = { signal: AbortSignal.abort(reason) };
        await expect(store.describe({}, options)).rejects.toBe(reason);
        await expect(store.search({ text: 'elm' }, options)).rejects.toBe(reason);
        await expect(store.routes(routeQuestion.parse({ from: 'novak', to: 'ministry' }), options)).rejects.toBe(reason);
      });

      test('leaves the store able to answer the next one', async () => {
        const controller = new AbortController();
        const first = store.search({ text: 'elm' }, { signal: controller.signal });
        const failed = expect(first).rejects.toThrow('another question');
        controller.abort(new Error('another question'));
        await failed;
        expect(ids(await store.search({ text: 'QHL' }))).toEqual(['quayside']);
      });
    });
  });
}

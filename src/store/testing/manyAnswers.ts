import {
  connectQuestion, intermediaryQuestion, leadsQuestion, namesQuestion, patternQuestion, routeQuestion, tiesQuestion, timelineQuestion,
  type Dataset, type Filter,
} from '../../model';
import type { GraphStore } from '../graphStore';
import { rowOrders } from '../questions';

/** What a store answers to many questions; errors are answers too. */
export async function manyAnswers(store: GraphStore, data: Dataset, filter: Filter): Promise<unknown[]> {
  const [first, last, middle] = [data.entities[0]!.id, data.entities.at(-1)!.id, data.entities[data.entities.length >> 1]!.id];
  const ends = { from: first, to: last, filter };
  const asked: (() => Promise<unknown>)[] = [
    () => store.describe(),
    () => store.part({ ids: 'all' }),
    () => store.part({ ids: data.entities.slice(0, 9).map((e) => e.id) }),
    () => store.relationships({ ids: data.relationships.map((r) => r.id).reverse() }),
    () => store.sources({ ids: ['s1', 'elsewhere', 's0'] }),
    () => store.histogram({ filter }),
    ...rowOrders.flatMap((order) => (['entities', 'relationships'] as const).map((of) =>
      () => store.rows({ of, filter, order, descending: order !== 'name', from: 1, limit: 50 }))),
    () => store.rows({ of: 'relationships', text: data.entities[0]!.name.slice(0, 20), filter }),
    () => store.routes(routeQuestion.parse({ ...ends, k: 20, avoid: [middle] })),
    () => store.whyNoRoute(routeQuestion.parse({ ...ends, maxHops: 1, avoid: [middle] })),
    () => store.routes(routeQuestion.parse({ ...ends, k: 9, hub: 3, direction: 'along', places: true })),
    () => store.routes(routeQuestion.parse({ ...ends, k: 9, hub: 2, via: middle })),
    () => store.connect(connectQuestion.parse({ parties: [...new Set([first, last, middle])], filter })),
    () => store.bestConnected({ limit: 7 }),
    () => store.between(intermediaryQuestion.parse(ends)),
    () => store.patterns(patternQuestion.parse({
      from: { entityTypes: ['company', 'person'], jurisdiction: 'GB' }, to: { entityTypes: ['company', 'jointVenture', 'publicBody'] },
      pattern: '(~any[share>=20] | ~any[held=2004..2010]){1,3} any?', filter, maxHops: 4, k: 30,
    })),
    () => store.matchNames(namesQuestion.parse({ names: data.entities.slice(0, 6).map(({ name }) => ({ name: name.slice(0, 500) })) })),
    () => store.tiesAmong(tiesQuestion.parse({ parties: [...new Set([first, last, ...data.entities.slice(0, 6).map((e) => e.id), 'x'])],
      filter })),
    () => store.leads(leadsQuestion.parse({ filter })),
    () => store.timeline(timelineQuestion.parse({ entities: [...new Set([first, last])], filter, ties: 'all' })),
    () => store.timeline(timelineQuestion.parse({ entities: data.entities.slice(0, 20).map((e) => e.id), filter, limit: 7 })),
    () => store.ventures({ filter }),
    () => store.ventures({ filter, about: first }),
    () => store.owners({ entity: last, filter, listed: [first], asOf: { from: '2010', to: '2010' } }),
    () => store.owners({ entity: first, filter }),
    () => store.structure({ filter }),
    () => store.overview({ filter }),
    () => store.overview({ by: 'type-country', groups: 2, filter }),
    ...data.entities
      .slice(0, 5)
      .flatMap(({ id, name }) => [
        () => store.neighbours({ entity: id, filter, limit: 4 }), () => store.tieKinds({ entity: id, filter }),
        () => store.search({ text: name }), () => store.search({ text: id }),
      ]),
  ];
  return Promise.all(asked.map(async (ask) => Promise.resolve().then(ask).catch((error: Error) => [error.name, error.message])));
}

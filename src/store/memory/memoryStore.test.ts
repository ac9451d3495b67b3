import { describe, expect, test } from 'vitest';
import {
  DATASET_FORMAT, drop, intermediaryQuestion, namesQuestion, othersTurn, put, routeQuestion,
  type CallOptions, type Dataset, type Edit,
} from '../../model';
import { storeConformance } from '../testing/conformance';
import { MemoryStore } from './MemoryStore';

storeConformance('memory', (dataset) => MemoryStore.open(dataset));

/** Entities in layers, each tied to all of the next layer: from end to end there are width ^ depth routes. */
function layered(width: number, depth: number): Dataset {
  const layers = [
    ['start'], ...Array.from({ length: depth }, (_, layer) => Array.from({ length: width }, (_, i) => `e${layer}-${i}`)), ['end'],
  ];
  return {
    format: DATASET_FORMAT,
    id: 'layered',
    title: 'Layers',
    sources: [],
    entities: layers.flat().map((id) => ({ id, type: 'company', name: id })),
    relationships: layers
      .slice(1)
      .flatMap((layer, above) =>
        layer.flatMap((to) => layers[above]!.map((from) => ({ id: `${from} ${to}`, type: 'owns', from, to, claims: [] }))),
      ),
  };
}

test('a long search that is cancelled gives way to the next question', async () => {
  const store = await MemoryStore.open(layered(60, 10));
  const question = routeQuestion.parse({ from: 'start', to: 'end', k: 1000, maxHops: 12 });
  const controller = new AbortController();
  const reason = new Error('another question');
  const long = store.routes(question, { signal: controller.signal, onProgress: () => controller.abort(reason) });
  const next = store.routes({ ...question, k: 1 });
  await expect(long).rejects.toBe(reason);
  expect((await next).routes).toHaveLength(1);
});

describe('a long question', () => {
  const questions: Record<string, (store: MemoryStore, options: CallOptions) => Promise<unknown>> = {
    ventures: (store, options) => store.ventures({ filter: {} }, options),
    owners: (store, options) => store.owners({ entity: 'end', filter: {} }, options),
    structure: (store, options) => store.structure({}, options),
    overview: (store, options) => store.overview({}, options),
    between: (store, options) => store.between(intermediaryQuestion.parse({ from: 'start', to: 'end', k: 1000 }), options),
  };

  /** An overview of few entities is made within a few turns, however many their ties are. */
  const datasetFor = (name: string) => (name === 'overview' ? layered(5, 8000) : layered(60, 10));

  test.each(Object.keys(questions))('about %s tells its progress, lets messages in, and is left when it is cancelled', async (name) => {
    const dataset = datasetFor(name);
    const store = await MemoryStore.open(dataset);
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const told: number[] = [];
    const answer = questions[name]!(store, { signal: controller.signal, onProgress: (done) => told.push(done) });
    const stopped = expect(answer).rejects.toBe(reason);
    for (let messages = 0; messages < 3 || told.length === 0; messages++) await othersTurn();
    controller.abort(reason);
    await stopped;
    expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect((await store.describe()).relationships).toBe(dataset.relationships.length);
  });
});

test('names are ranked by score, then by relationships, then by id', async () => {
  const entities = ['b', 'a', 'hub'].map((id): Dataset['entities'][number] => ({
    id, type: 'company', name: 'Kestrel', aliases: ['Kestrel Lines'],
  }));
  const store = await MemoryStore.open({
    ...layered(1, 1), entities: [...entities, { id: 'x', type: 'place', name: 'X' }],
    relationships: [{ id: 'r', type: 'locatedIn', from: 'hub', to: 'x', claims: [] }],
  });
  expect((await store.search({ text: 'kestrel' })).map((h) => [h.id, h.matched])).toEqual([
    ['hub', 'Kestrel'], ['a', 'Kestrel'], ['b', 'Kestrel'],
  ]);
});

test('a search while many names are indexed finds what a later one does, and a question in between is answered before', async () => {
  const many = Array.from({ length: 300_000 }, (_, i): Dataset['entities'][number] => ({
    id: `many-${i}`, type: 'company', name: `Company ${i} of Port Elm`,
  }));
  const layers = layered(2, 2);
  const store = await MemoryStore.open({ ...layers, entities: [...layers.entities, ...many] });
  const answered: string[] = [];
  const noted = async <T>(question: string, answer: Promise<T>): Promise<T> => answer.finally(() => answered.push(question));
  store.prepareSearch();
  const early = noted('search', store.search({ text: 'company 70007 of prot elm' }));
  await othersTurn();
  const between = noted('routes', store.routes(routeQuestion.parse({ from: 'start', to: 'end', k: 2 })));
  expect((await between).routes).toHaveLength(2);
  expect((await early)[0]!.id).toBe('many-70007');
  expect(answered).toEqual(['routes', 'search']);
  expect(await store.search({ text: 'company 70007 of prot elm' })).toEqual(await early);
});

test('a revision adds and takes relationships for the questions that follow, and taken back leaves all as it was', async () => {
  const data = layered(2, 2);
  const store = await MemoryStore.open(data);
  const question = routeQuestion.parse({ from: 'start', to: 'end', k: 10 });
  const before = await store.routes(question);
  const short: Dataset['relationships'][number] = {
    id: 'short', type: 'sameAs', from: 'start', to: 'end', claims: [{ source: 's', stance: 'asserts' }],
  };
  const source: Dataset['sources'][number] = { id: 's', title: 'S', publisher: 'P', kind: 'statement' };
  await store.revise({ add: { relationships: [short], sources: [source] }, remove: { relationships: [], sources: [] } });
  expect((await store.routes(question)).routes[0]).toMatchObject({ length: 1, hops: [{ relationships: [{ id: 'short' }] }] });
  expect((await store.describe()).sources).toBe(1);
  await store.revise({ add: { relationships: [], sources: [] }, remove: { relationships: ['short'], sources: ['s'] } });
  expect(await store.routes(question)).toEqual(before);
  expect(await store.part({ ids: 'all' })).toEqual({ entities: data.entities, relationships: data.relationships, sources: data.sources });
});

test('of two files those that may be one are proposed, once, and none of one file', async () => {
  const company = (id: string, name: string): Dataset['entities'][number] => ({ id, type: 'company', name });
  const entities = [
    company('a', 'Panda Electronics Group Co., Ltd.'), company('b', 'Panda Electronics Group'), company('c', 'Loxley'),
    company('x', 'PANDA ELECTRONICS GROUP CO LTD'), company('y', 'Orascom'),
  ];
  const store = await MemoryStore.open({ ...layered(1, 1), entities, relationships: [] }, { added: [3] });
  const { proposals } = await store.matches({});
  expect(proposals.map((p) => [p.a, p.b]).sort()).toEqual([['a', 'x'], ['b', 'x']]);
  expect((await store.matches({ decided: [['x', 'a']] })).proposals.map((p) => p.a)).toEqual(['b']);
  expect((await (await MemoryStore.open({ ...layered(1, 1), entities, relationships: [] })).matches({})).proposals).toEqual([]);
});

describe('edits laid over what was opened', () => {
  const source: Dataset['sources'][number] = { id: 's', title: 'S', publisher: 'P', kind: 'statement' };
  const tie: Dataset['relationships'][number] = {
    id: 'short', type: 'owns', from: 'start', to: 'oak', claims: [{ source: 's', stance: 'asserts' }],
  };
  const edits: Edit[] = [
    put('sources', source), put('entities', { id: 'oak', type: 'company', name: 'Oak Harbour Works' }), put('relationships', tie),
    put('notes', { id: 'n', text: 'Ask.', entity: 'oak' }),
  ];

  test('are answered over, and taken back leave what was opened', async () => {
    const data = layered(2, 2);
    const store = await MemoryStore.open(data);
    expect(await store.search({ text: 'Oak Harbour Works' })).toEqual([]);
    await store.edit({ edits });
    expect((await store.search({ text: 'Oak Harbour Works' })).map((h) => h.id)).toEqual(['oak']);
    expect((await store.routes(routeQuestion.parse({ from: 'end', to: 'oak', k: 1 }))).routes[0]!.entities.at(-1)).toBe('oak');
    expect((await store.citing({ source: 's' })).relationships.map((r) => r.id)).toEqual(['short']);
    expect((await store.whole()).notes).toEqual([{ id: 'n', text: 'Ask.', entity: 'oak' }]);
    await store.edit({ edits: [drop('entities', 'none')] });
    expect(await store.search({ text: 'Oak Harbour Works' })).toEqual([]);
    await store.edit({ edits: [] });
    expect(await store.whole()).toEqual(data);
  });

  test('and revisions that are asked for at once all hold, whichever ends first', async () => {
    const store = await MemoryStore.open(layered(2, 2));
    const same: Dataset['relationships'][number] = {
      id: 'same', type: 'sameAs', from: 'start', to: 'end', claims: [{ source: 's', stance: 'asserts' }],
    };
    await Promise.all([
      store.edit({ edits }), store.revise({ add: { relationships: [same], sources: [] }, remove: { relationships: [], sources: [] } }),
      store.edit({ edits: [...edits, put('entities', { id: 'ash', type: 'company', name: 'Ash' })] }),
    ]);
    expect((await store.relationships({ ids: ['same', 'short'] })).map((r) => r.id)).toEqual(['same', 'short']);
    expect((await store.entities({ ids: ['ash', 'oak'] })).map((e) => e.id)).toEqual(['ash', 'oak']);
  });

  test('keep apart the files that stand side by side, whoever is taken away', async () => {
    const company = (id: string, name: string): Dataset['entities'][number] => ({ id, type: 'company', name });
    const entities = [
      company('a', 'Panda Electronics Group Co., Ltd.'), company('gone', 'Loxley'), company('x', 'PANDA ELECTRONICS GROUP CO LTD'),
    ];
    const store = await MemoryStore.open({ ...layered(1, 1), entities, relationships: [] }, { added: [2] });
    await store.edit({ edits: [drop('entities', 'gone')] });
    expect((await store.matches({})).proposals.map((p) => [p.a, p.b])).toEqual([['a', 'x']]);
  });
});

test('a name that many have takes none of the candidates of another', async () => {
  const common = Array.from({ length: 60 }, (_, i) => ({ id: `p${i}`, type: 'person' as const, name: 'Ivan Petrov' }));
  const store = await MemoryStore.open({
    format: 'throughline/1', id: 'x', title: 'Names', sources: [], relationships: [],
    entities: [...common, { id: 'rare', type: 'person', name: 'Zorbek Quuxanov' }],
  });
  const names = [{ name: 'Ivan Petrov' }, { name: 'Zorbek Quuxanow' }];
  const { matches } = await store.matchNames(namesQuestion.parse({ names, limit: 1 }));
  expect(matches.map(({ candidates }) => candidates.length)).toEqual([1, 1]);
  expect(matches[1]!.candidates[0]!.entity).toBe('rare');
});

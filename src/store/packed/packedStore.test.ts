import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesAtHand, bytesOfBlob } from '../../packed';
import {
  dataset, intermediaryQuestion, leadsQuestion, namesQuestion, patternQuestion, routeQuestion, tiesQuestion, type Dataset, type Filter,
} from '../../model';
import { storeConformance } from '../testing/conformance';
import { conformanceCase } from '../testing/conformanceCase';
import type { GraphStore } from '../graphStore';
import { rowOrders } from '../questions';
import { MemoryStore } from '../memory';
import { anyDataset } from '../testing/anyDataset';
import { sinkInMemory } from '../testing/sinkInMemory';
import { packDataset } from './packDataset';
import { requestTable } from '../http';
import { openPackedStore } from './packedStore';

async function packedBytes(data: Dataset): Promise<Uint8Array> {
  const sink = sinkInMemory();
  await packDataset(data, sink);
  return sink.bytes();
}

const packed = async (data: Dataset) => openPackedStore(bytesAtHand(await packedBytes(data)));

storeConformance('packed', packed);
storeConformance('packed, in a file of the browser', async (data) =>
  openPackedStore(bytesOfBlob(new Blob([(await packedBytes(data)) as BlobPart]))),
);

const foundingCase = dataset.parse(
  JSON.parse(readFileSync(new URL('../../../graph-data/north-korea-telecom.json', import.meta.url), 'utf8')),
);

test('the founding case comes back as it was packed', async () => {
  const store = await packed(foundingCase);
  const { entities, relationships, sources } = foundingCase;
  expect(await store.part({ ids: 'all' })).toEqual({ entities, relationships, sources });
});

test('the same dataset gives the same bytes', async () => {
  expect(await packedBytes(foundingCase)).toEqual(await packedBytes(structuredClone(foundingCase)));
});

/** What a store answers to many questions; errors are answers too. */
async function answers(store: GraphStore, data: Dataset, filter: Filter): Promise<unknown[]> {
  const [first, last] = [data.entities[0]!.id, data.entities.at(-1)!.id];
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
    () => store.routes(routeQuestion.parse({ ...ends, k: 20, avoid: [data.entities[data.entities.length >> 1]!.id] })),
    () => store.whyNoRoute(routeQuestion.parse({ ...ends, maxHops: 1, avoid: [data.entities[data.entities.length >> 1]!.id] })),
    () => store.between(intermediaryQuestion.parse(ends)),
    () => store.patterns(patternQuestion.parse({
      from: { entityTypes: ['company', 'person'], jurisdiction: 'GB' }, to: { entityTypes: ['company', 'jointVenture', 'publicBody'] },
      pattern: '(~any[share>=20] | ~any[held=2004..2010]){1,3} any?', filter, maxHops: 4, k: 30,
    })),
    () => store.matchNames(namesQuestion.parse({ names: data.entities.slice(0, 6).map(({ name }) => ({ name: name.slice(0, 500) })) })),
    () => store.tiesAmong(tiesQuestion.parse({ parties: [...new Set([first, last, ...data.entities.slice(0, 6).map((e) => e.id), 'x'])],
      filter })),
    () => store.leads(leadsQuestion.parse({ filter })),
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
  return Promise.all(asked.map((ask) => ask().catch((error: Error) => [error.name, error.message])));
}

test('whatever the dataset, a packed one answers as one of objects does', async () => {
  const filter: fc.Arbitrary<Filter> = fc.constantFrom<Filter>(
    {}, { statuses: ['denied', 'disputed', 'reported'] }, { period: { from: '2004', to: '2010' } }, { withoutSources: ['s0'] },
    { entityTypes: ['company', 'person', 'place'] },
  );
  await fc.assert(
    fc.asyncProperty(anyDataset, filter, async (data, admitted) => {
      expect(await answers(await packed(data), data, admitted)).toEqual(await answers(await MemoryStore.open(data), data, admitted));
    }),
    { numRuns: 60 },
  );
});

test('more records than one answer may be made of are refused, with how many there are', async () => {
  const data: Dataset = {
    ...conformanceCase, entities: Array.from({ length: 260_000 }, (_, i) => ({ id: `e${i}`, type: 'company', name: `Company ${i}` })),
    relationships: [],
  };
  const store = await packed(data);
  await expect(store.part({ ids: 'all' })).rejects.toThrow('260000 records, and at most 250000');
  expect((await store.search({ text: 'company 77' }))[0]!.id).toBe('e77');
});

test('a server says what is wrong with a packed file that is damaged', async () => {
  const bytes = await packedBytes(conformanceCase);
  bytes[100]! ^= 1;
  const answered = requestTable(await openPackedStore(bytesAtHand(bytes)));
  expect(await answered('POST', '/part', { ids: 'all' })).toMatchObject({
    status: 500, json: { error: { name: 'PackedFileError', message: expect.stringMatching(/damaged at entities from 0 on.*checksum/) } },
  });
});

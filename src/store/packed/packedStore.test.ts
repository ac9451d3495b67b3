import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesAtHand, bytesOfBlob } from '../../packed';
import { dataset, type Dataset, type Filter } from '../../model';
import { storeConformance } from '../testing/conformance';
import { conformanceCase } from '../testing/conformanceCase';
import { MemoryStore } from '../memory';
import { anyDataset } from '../testing/anyDataset';
import { manyAnswers } from '../testing/manyAnswers';
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

test('whatever the dataset, a packed one answers as one of objects does', async () => {
  const filter: fc.Arbitrary<Filter> = fc.constantFrom<Filter>(
    {}, { statuses: ['denied', 'disputed', 'reported'] }, { period: { from: '2004', to: '2010' } }, { withoutSources: ['s0'] },
    { entityTypes: ['company', 'person', 'place'] },
  );
  await fc.assert(
    fc.asyncProperty(anyDataset, filter, async (data, admitted) => {
      const oracle = await MemoryStore.open(data);
      expect(await manyAnswers(await packed(data), data, admitted)).toEqual(await manyAnswers(oracle, data, admitted));
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

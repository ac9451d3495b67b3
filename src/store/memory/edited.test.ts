import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, NO_EDITS, type Dataset, type Filter } from '../../model';
import { bytesAtHand } from '../../packed';
import type { GraphStore } from '../graphStore';
import { openPackedStore, packDataset } from '../packed';
import { anyDataset } from '../testing/anyDataset';
import { anyScript, editsAfter } from '../testing/anyEdits';
import { manyAnswers } from '../testing/manyAnswers';
import { sinkInMemory } from '../testing/sinkInMemory';
import { MemoryStore } from './MemoryStore';

async function packed(data: Dataset): Promise<GraphStore> {
  const sink = sinkInMemory();
  await packDataset(data, sink);
  return openPackedStore(bytesAtHand(sink.bytes()));
}

const filter: fc.Arbitrary<Filter> = fc.constantFrom<Filter>(
  {}, { statuses: ['denied', 'disputed', 'reported'] }, { period: { from: '2004', to: '2010' } }, { withoutSources: ['s0'] },
  { entityTypes: ['company', 'person', 'place'] }, { sources: ['s1', 's3'], withoutSources: ['s2'] },
);

const bases = { 'a dataset of objects': MemoryStore.open, 'a packed dataset': packed };

test.each(Object.entries(bases))('%s with edits laid over it answers as one that is whole, and without them as before', async (_, open) => {
  await fc.assert(
    fc.asyncProperty(anyDataset, anyScript, filter, fc.nat(), async (data, script, admitted, nth) => {
      const store = await open(data);
      const states = editsAfter(data, script);
      // Questions before an edit leave behind what those after it must not take for their own.
      const before = await manyAnswers(store, data, admitted);
      for (const edits of [states[nth % states.length]!, states.at(-1)!]) {
        const whole = edited(data, edits);
        if (whole.entities.length === 0) continue;
        await store.edit!({ edits: [...edits.values()] });
        const oracle = await MemoryStore.open(whole);
        expect(await manyAnswers(store, whole, admitted)).toEqual(await manyAnswers(oracle, whole, admitted));
      }
      await store.edit!({ edits: [...NO_EDITS.values()] });
      expect(await manyAnswers(store, data, admitted)).toEqual(before);
    }),
    { numRuns: 30 },
  );
}, 120_000);

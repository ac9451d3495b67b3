import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryStore } from '../store';
import { anyDataset } from '../store/testing/anyDataset';
import { answerCall } from './answerCall';
import type { AskedLine } from './askedLog';
import type { McpDataset } from './dataset';
import { idText } from './quotation';
import { tools } from './tools';

const never = new AbortController().signal;
const draw = async () => ({ png: Uint8Array.of(1), title: 'Drawn', entities: 1, relationships: 0, sources: 0 });

test('whatever the dataset, every answer has the shape that its tool promises, and quotes all that it quotes', async () => {
  await fc.assert(
    fc.asyncProperty(anyDataset, async (data) => {
      const dataset: McpDataset = { store: await MemoryStore.open(data), draw };
      const [a, b] = [data.entities[0]!.id, data.entities.at(-1)!.id].map(idText);
      const asked: Record<string, object> = {
        describe: {}, search: { text: data.entities[0]!.name }, entity: { entity: a }, neighbours: { entity: a },
        routes: { from: a, to: b }, why_no_route: { from: a, to: b, maxHops: 1 }, between: { from: a, to: b }, ventures: {},
        owners: { entity: a, listed: [b] },
        claims: { about: a }, source: { source: 's0' }, timeline: { entity: a }, snapshot: { only: [a] },
      };
      for (const tool of tools) {
        const given = tool.input.parse(asked[tool.name]);
        const { isError, structuredContent, content } = await answerCall(tool, given, never, dataset, undefined);
        if (isError) expect((content[0] as { text: string }).text).toMatch(/^(Both ends|There is no|Several|Nothing)/);
        else expect(tool.output.parse(structuredContent)).toEqual(structuredContent);
      }
    }),
    { numRuns: 40 },
  );
});

test('a question that is given up is answered as such, and written down as cancelled', async () => {
  const lines: AskedLine[] = [];
  const cancelled = new AbortController();
  const data = { format: 'throughline/1' as const, id: 'd', title: 'D', sources: [], entities: [], relationships: [] };
  const store = await MemoryStore.open(data);
  const dataset: McpDataset = {
    draw,
    // A store whose question is under way until its asker gives it up.
    store: {
      ...store,
      describe: (_asked, { signal } = {}) => new Promise((_, reject) => {
        signal!.addEventListener('abort', () => reject(signal!.reason as Error));
        cancelled.abort();
      }),
    },
  };
  const log = { add: async (line: AskedLine) => void lines.push(line) };
  const result = await answerCall(tools[0]!, {}, cancelled.signal, dataset, log);
  expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('given up') }] });
  expect(lines).toMatchObject([{ asked: 'describe', outcome: 'cancelled' }]);
});

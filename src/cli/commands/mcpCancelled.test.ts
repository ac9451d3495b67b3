import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { DATASET_FORMAT, type Dataset } from '../../model';
import { mcpClient } from '../testing/mcpClient';
import { testFolder } from '../testing/run';

const folder = testFolder('mcp-cancelled');
const [WIDE, DEEP] = [40, 20];

/** Companies in layers, each held by all of the layer above: who holds the last one is a question of minutes. */
function layered(): Dataset {
  const id = (layer: number, i: number) => `n${layer}-${i}`;
  const each = Array.from({ length: WIDE }, (_, i) => i);
  const layers = Array.from({ length: DEEP }, (_, layer) => layer);
  const owns = (from: string, to: string) => ({
    id: `${from}-owns-${to}`, type: 'owns' as const, from, to, share: 2, claims: [{ source: 's', stance: 'asserts' as const }],
  });
  const held = layers.slice(1).flatMap((l) => each.flatMap((i) => each.map((j) => owns(id(l - 1, j), id(l, i)))));
  return {
    format: DATASET_FORMAT, id: 'layers', title: 'Layers', sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'registry' }],
    entities: layers.flatMap((l) => each.map((i) => ({ id: id(l, i), type: 'company' as const, name: id(l, i) }))),
    relationships: [...held, ...each.map((i) => owns(id(DEEP - 1, i), id(0, i)))],
  };
}

const log = folder.at('asked.jsonl');
const mcp = await mcpClient(folder.file('layers.json', layered()), '--log', log);
afterAll(() => mcp.close());

const logged = () =>
  readFileSync(log, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { asked: string; outcome: string });

test('a question of minutes keeps no other waiting, and stops where it is when it is cancelled', async () => {
  const giveUp = new AbortController();
  const asked = { entity: `n${DEEP - 1}-0`, listed: ['n0-0'] };
  const going = mcp.ask('owners', asked, { signal: giveUp.signal }).then(() => 'answered', () => 'given up');
  // It is under way, and this is answered all the same.
  expect(await mcp.ask('search', { text: 'n0-1' })).toMatchObject({ refused: false });
  giveUp.abort();
  expect(await going).toBe('given up');
  expect(await mcp.ask('describe')).toMatchObject({ refused: false });
  await vi.waitFor(() => expect(logged()).toContainEqual(expect.objectContaining({ asked: 'owners', outcome: 'cancelled' })), {
    timeout: 60_000, interval: 50,
  });
});

import { expect, test, vi } from 'vitest';
import type { GraphStore } from '../../store';
import { begin } from '../testing/begin';
import { testPlatform } from '../testing/testPlatform';

/** A workspace whose store tells of whom its structure was asked. */
async function begun() {
  const asked: string[][] = [];
  const platform = testPlatform();
  const { openStore } = platform;
  platform.openStore = async (source, ask) => {
    const opening = await openStore(source, ask);
    const store = opening.opened!.store;
    const structure: GraphStore['structure'] = (question, options) => {
      asked.push([...(question?.entities ?? ['everybody'])].sort());
      return store.structure(question, options);
    };
    return { ...opening, opened: { ...opening.opened!, store: { ...store, structure } } };
  };
  return { ...(await begin(platform)), asked };
}

test('only the entities of the chart are asked for, and those that come to it later as well', async () => {
  const { workspace, state, asked } = await begun();
  await workspace.run('remove', ['kptc', 'panda']);
  await workspace.run('colourByDegree');
  const drawn = [...state().chart.entities].sort();
  expect(drawn).not.toContain('kptc');
  expect(asked).toEqual([drawn]);
  expect([...state().structure!.rows.keys()].sort()).toEqual(drawn);

  await workspace.run('undo');
  await workspace.run('undo');
  await workspace.run('colourByDegree');
  await vi.waitFor(() => expect(state().structure!.rows.has('kptc')).toBe(true), { timeout: 60_000 });
  expect(asked.at(-1)).toContain('panda');
  const times = asked.length;
  await workspace.run('remove', ['kptc']);
  await workspace.run('askStructure');
  expect(asked).toHaveLength(times);
});

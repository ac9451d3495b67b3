import { expect, test } from 'vitest';
import { begin } from '../testing/begin';

test('what is another’s goes to a new entity beside the first, and undo makes them one again', async () => {
  const { workspace, state } = await begin();
  const before = state().records.entities.get('huawei')!;
  const drawn = state().chart.entities.size;
  await workspace.run('splitEntity', {
    id: 'huawei', name: 'Huawei Marine', ties: ['huawei-panda', 'huawei-pyongyang'], claims: [], aliases: [0],
  });
  const { entities, relationships } = state().records;
  expect(entities.get('huawei-marine')).toEqual({ id: 'huawei-marine', type: 'company', name: 'Huawei Marine', aliases: ['HW'] });
  expect(entities.get('huawei')).toEqual({ id: 'huawei', type: 'company', name: 'Huawei' });
  expect([relationships.get('huawei-panda')!.from, relationships.get('huawei-koryolink')!.from]).toEqual(['huawei-marine', 'huawei']);
  expect([state().chart.entities.size, state().selection]).toEqual([drawn + 1, { kind: 'entity', id: 'huawei-marine' }]);
  expect((await workspace.search('Huawei Marine'))[0]!.id).toBe('huawei-marine');
  await workspace.run('undo');
  expect([state().records.entities.get('huawei'), state().edits.size]).toEqual([before, 0]);
  expect(state().records.relationships.get('huawei-panda')!.from).toBe('huawei');
});

test('two that are selected fill the line that says that they are the same, and several are aligned as one step', async () => {
  const { workspace, state } = await begin();
  await workspace.run('selectSeveral', ['huawei', 'panda', 'cheo']);
  await workspace.run('alignRow');
  const y = ['huawei', 'panda', 'cheo'].map((id) => state().chart.positions.get(id)!.y);
  expect(new Set(y).size).toBe(1);
  expect(state().history.undo.at(-1)).toBe('Align in a row: 3 entities');
  await workspace.run('selectEntity', 'huawei');
  await workspace.run('sayTheSame', 'huawei');
  expect(state().entry.text).toMatch(/^Huawei is the same as $/);
});

import { expect, test } from 'vitest';
import { snapshotOf } from '..';
import { begin } from '../testing/begin';
import { fileOf } from '../testing/testPlatform';

test('nothing hidden or filtered out is in a snapshot', async () => {
  const { workspace, state } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('hide', 'loxley');
  await workspace.run('asOf', '2009');
  const text = JSON.stringify({ ...snapshotOf(state()), hidden: '' });
  for (const absent of ['loxley', 'otmt', 'huawei-koryolink']) expect(text).not.toContain(absent);
  expect(text).toContain('orascom');
});

test('a snapshot that is opened shows what was drawn, its route and its filter', async () => {
  const { workspace, state, platform } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('hide', 'loxley');
  await workspace.run('selectEntity', 'panda');
  const frozen = snapshotOf(state());
  await workspace.run('snapshot', { kind: 'json' });
  expect(platform.saved[0]?.name).toBe('huawei-koryolink.json');
  await workspace.run('openFile', fileOf('huawei-koryolink.json', JSON.stringify(frozen)));
  expect(state().report).toBeUndefined();
  expect(state().dataset?.fromSnapshot?.title).toBe('Huawei – Koryolink');
  expect({ ...snapshotOf(state()), hidden: '' }).toEqual({ ...frozen, hidden: '' });
  expect(state().trace.active).toBe(0);
});

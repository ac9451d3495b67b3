import { expect, test } from 'vitest';
import { commands } from '.';
import { begin } from './testing/begin';
import { smallCase } from './testing/smallCase';

test('a visit begins with the first bundled case, all of it where it is small', async () => {
  const { state } = await begin();
  expect(state().dataset?.bundled).toBe('small');
  expect(state().chart.entities.size).toBe(smallCase.entities.length);
  expect(state().chart.positions.size).toBe(smallCase.entities.length);
  expect(state().histogram.find((y) => y.year === 2008)?.starts).toBeGreaterThan(0);
});

test('every listed command can be run without an argument on an open case and fails nowhere', async () => {
  const { workspace, state } = await begin();
  await workspace.run('selectEntity', 'cheo');
  for (const [id, { listed }] of Object.entries(commands)) if (listed) await workspace.run(id as 'fit');
  expect(state().notices.filter((n) => n.tone === 'error')).toEqual([]);
});

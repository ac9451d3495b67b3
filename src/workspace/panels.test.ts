import { expect, test } from 'vitest';
import { begin } from './testing/begin';
import { ALL_PANELS, PANELS, panelsWithTab, type PanelStates } from './panels';

const fieldsOf = Object.values(PANELS).flatMap((panel) => Object.keys('clears' in panel ? panel.clears : {}) as (keyof PanelStates)[]);

test('no two panels keep the same field, nor share a title', () => {
  expect(new Set(fieldsOf).size).toBe(fieldsOf.length);
  expect(new Set(ALL_PANELS.map(([, { title }]) => title)).size).toBe(ALL_PANELS.length);
});

test('another dataset finds every panel as if nothing had been asked, and none of those that were asked in front', async () => {
  const { workspace, state } = await begin();
  await workspace.ready;
  const before = Object.fromEntries(fieldsOf.map((field) => [field, state()[field]]));
  for (const id of ['ventures', 'leads', 'connect', 'pattern', 'checks'] as const) {
    await workspace.run(`show${id[0]!.toUpperCase()}${id.slice(1)}` as 'showLeads');
    await expect.poll(() => state().view.asking).toBe(id);
  }
  await workspace.run('showOwners', 'cheo');
  await workspace.run('openText', { name: 'a text', pages: ['words'], numbered: false });
  await workspace.run('showText');
  await expect.poll(() => fieldsOf.filter((field) => state()[field] !== before[field]).length).toBeGreaterThan(6);
  await workspace.run('openBundled', workspace.bundledCases[0]!.name);
  expect(Object.fromEntries(fieldsOf.map((field) => [field, state()[field]]))).toEqual(before);
  expect(state().view.asking).toBe('trace');
});

test('of panels that were asked one has a tab: the one in front, else the first that was asked', async () => {
  const { workspace, state } = await begin();
  await workspace.ready;
  const always = ['trace', 'filter', 'ventures', 'owners'];
  expect(panelsWithTab(state())).toEqual(always);
  await workspace.run('showConnect');
  await workspace.run('showLeads');
  await expect.poll(() => state().leads?.phase).toBe('answered');
  expect(panelsWithTab(state())).toEqual([...always, 'leads']);
  await workspace.run('showConnect');
  expect(panelsWithTab(state())).toEqual([...always, 'connect']);
  await workspace.run('showTrace');
  expect(panelsWithTab(state())).toEqual([...always, 'leads']);
});

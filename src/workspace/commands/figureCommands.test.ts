import { expect, test } from 'vitest';
import { shownFigure, snapshotOf, tableRows } from '..';
import { begin } from '../testing/begin';

test('a figure is shown on the boxes, said in the address, frozen in a snapshot and undone', async () => {
  const { workspace, platform, state } = await begin();
  await workspace.run('colourByCommunity');
  const shown = shownFigure(state())!;
  expect(shown).toMatchObject({ figure: 'community', as: 'colour' });
  expect(shown.values['cheo']).toBe(shown.values['otmt']);
  expect(platform.address.query()).toContain('by=community');
  expect(snapshotOf(state()).chart.shown).toEqual(shown);
  await workspace.run('undo');
  expect(shownFigure(state())).toBeUndefined();
});

test('the figures stand in the table of entities, and are computed again under another filter', async () => {
  const { workspace, state } = await begin();
  await workspace.run('showTable', 'entities');
  const degree = () => tableRows(state()).entities.find((e) => e.id === 'cheo')?.place?.degree;
  expect(degree()).toBe(4);
  await workspace.run('asOf', '2009');
  expect(degree()).toBe(3);
});

test('a link that says by what figure shows it', async () => {
  const { workspace, platform, state } = await begin();
  platform.address.follow('case=small&by=betweenness:size', '');
  await expect.poll(() => shownFigure(state())?.as).toBe('size');
  workspace.dispose();
});

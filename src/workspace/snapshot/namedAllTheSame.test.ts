import { expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { testPlatform } from '../testing/testPlatform';
import { hiddenAndNamed } from './namedAllTheSame';

/** The small case, in which a claim about Koryolink speaks of Orascom, and a title of Loxley. */
const speaking: Dataset = {
  ...smallCase,
  sources: smallCase.sources.map((s) => (s.id === 'registry' ? { ...s, title: 'What Loxley built' } : s)),
  relationships: smallCase.relationships.map((r) =>
    r.id === 'cheo-koryolink' ? { ...r, claims: [{ ...r.claims[0]!, statement: 'ORASCOM paid for it.' }] } : r,
  ),
};
const open = () => begin(testPlatform({ cases: { small: speaking } }));
const names = (of: readonly { id: string }[]) => of.map((e) => e.id).sort();

test('who is hidden by hand or by type, and stands in what is drawn, is named; others are not', async () => {
  const { workspace, state } = await open();
  expect(hiddenAndNamed(state())).toEqual([]);
  await workspace.run('hide', ['orascom', 'loxley', 'panda']);
  expect(names(hiddenAndNamed(state()))).toEqual(['loxley', 'orascom']);
  expect(names(await workspace.hiddenAndNamed())).toEqual(['loxley', 'orascom']);
  await workspace.run('hide', 'cheo');
  expect(names(hiddenAndNamed(state()))).not.toContain('orascom');
  await workspace.run('showHidden');
  await workspace.run('setFilter', { entityTypes: ['network', 'jointVenture'] });
  expect(names(hiddenAndNamed(state()))).toEqual(['loxley', 'orascom']);
});

test.each(['png', 'json'] as const)('taking a snapshot as %s says so, and names them', async (kind) => {
  const { workspace, state } = await open();
  await workspace.run('snapshot', { kind });
  expect(state().notices.map((n) => n.text)).toEqual([expect.stringMatching(/^Saved /)]);
  await workspace.run('hide', 'orascom');
  await workspace.run('snapshot', { kind });
  expect(state().notices.map((n) => n.text).join('\n')).toContain('Hidden, but named in what claims and sources say: Orascom.');
});

test('so does saving what is drawn as data, and saving everything does not', async () => {
  const { workspace, state } = await open();
  await workspace.run('hide', 'orascom');
  await workspace.run('exportData', { format: 'throughline', what: 'all' });
  expect(state().notices.map((n) => n.text).join()).not.toContain('Hidden, but named');
  await workspace.run('exportData', { format: 'throughline', what: 'drawn' });
  expect(state().notices.map((n) => n.text).join()).toContain('Hidden, but named in what claims and sources say: Orascom.');
});

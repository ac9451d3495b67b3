import { expect, test } from 'vitest';
import { readSnapshot } from '../../model';
import { chartSentences, drawnOwnership, drawnPart, snapshotOf } from '..';
import { begin } from '../testing/begin';
import { TestAddress, testPlatform } from '../testing/testPlatform';

async function asked() {
  const begun = await begin();
  await begun.workspace.run('selectEntity', 'cheo');
  await begun.workspace.run('showOwners');
  await begun.workspace.run('ownersAsOf', { from: '2015', to: '2015' });
  return begun;
}

test('owners are asked for what is selected, at the date of the panel', async () => {
  const { state } = await asked();
  expect(state().view.asking).toBe('owners');
  expect(state().ownership.answer!.direct.map((h) => [h.holder, h.share.min])).toEqual([['otmt', 75], ['kptc', 25]]);
});

test('without a date of its own the panel follows the time that is shown', async () => {
  const { workspace, state } = await asked();
  await workspace.run('ownersAsOf', undefined);
  await workspace.run('asOf', '2009');
  await expect.poll(() => state().ownership.answer?.asOf?.from, { timeout: 180_000 }).toBe('2009');
  expect(state().ownership.answer!.direct.map((h) => h.holder)).toEqual(['orascom', 'kptc']);
});

test('parties picked as listed give the 50 per cent rule’s answer', async () => {
  const { workspace, state } = await asked();
  await workspace.run('setListed', ['kptc']);
  expect(state().ownership.answer!.listed).toMatchObject({ answer: 'no', aggregate: { min: 25, max: 25 } });
  await workspace.run('setListed', ['kptc', 'otmt']);
  expect(state().ownership.answer!.listed!.answer).toBe('yes');
});

test('the proof is drawn in place of the chart, which comes back as it was', async () => {
  const { workspace, state } = await asked();
  const { chart } = state();
  await workspace.run('drawProof');
  expect(drawnOwnership(state())!.entity).toBe('cheo');
  expect(drawnPart(state()).part.entities.map((e) => e.id).sort()).toEqual(['cheo', 'kptc', 'otmt']);
  expect(chartSentences(state()).summary).toContain('Who owns CHEO as of 2015? The proof is drawn, owners above.');
  await workspace.run('move', { positions: new Map([['otmt', { x: 1, y: 2 }]]) });
  await workspace.run('drawProof', false);
  expect(state().chart).toBe(chart);
});

test('a snapshot of a proof holds the answer and its records, and is read again', async () => {
  const { workspace, state } = await asked();
  await workspace.run('drawProof');
  const taken = snapshotOf(state());
  expect(taken).toMatchObject({
    title: 'Who owns CHEO', chart: { layout: 'layered' }, ownership: { question: { entity: 'cheo', asOf: { from: '2015', to: '2015' } } },
  });
  expect(taken.dataset.entities.map((e) => e.id).sort()).toEqual(['cheo', 'kptc', 'otmt']);
  expect(readSnapshot(JSON.parse(JSON.stringify(taken))).snapshot).toEqual(taken);
});

test('a link leads to the proof', async () => {
  const { workspace, platform } = await asked();
  await workspace.run('setListed', ['kptc']);
  await workspace.run('drawProof');
  expect(platform.address.query()).toContain('ask=owners&owners=cheo&owners-asof=2015&listed=kptc&proof=yes');
  const linked = await begin(testPlatform({ address: new TestAddress(platform.address.query()) }));
  expect(drawnOwnership(linked.state())).toEqual(drawnOwnership(workspace.state.getState()));
});

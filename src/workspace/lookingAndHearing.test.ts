import { expect, test } from 'vitest';
import { chartSentences, inspected, visiblePart } from '.';
import { begin } from './testing/begin';
import { smallCase } from './testing/smallCase';

test('the panel on the right shows every tie of an entity, those off the chart too', async () => {
  const { workspace, state } = await begin();
  await workspace.run('remove', ['orascom', 'otmt']);
  await workspace.run('selectEntity', 'cheo');
  const shown = inspected(state());
  expect(shown?.kind === 'entity' && shown.stakesIn.map((t) => [t.other, t.share, t.drawn])).toEqual([
    ['otmt', '75 %', false], ['kptc', '25 %', true], ['orascom', '75 %', false],
  ]);
  expect(shown?.kind === 'entity' && shown.offChart).toBe(2);
});

test('a relationship is shown with every claim and its source, and a denied one as denied', async () => {
  const { workspace, state } = await begin();
  await workspace.run('selectRelationship', 'loxley-kptc');
  const shown = inspected(state());
  expect(
    shown?.kind === 'relationship' && { status: shown.status, claims: shown.claims.map((c) => [c.claim.stance, c.source?.publisher]) },
  ).toEqual({
    status: 'disputed',
    claims: [
      ['asserts', 'The Times'], ['denies', 'The Hill'],
    ],
  });
});

test('arrows walk along relationships, Tab walks in reading order', async () => {
  const { workspace, state } = await begin();
  const places = { huawei: [0, 0], panda: [300, 0], koryolink: [600, 0], cheo: [600, 300], loxley: [300, 300] } as const;
  await workspace.run('move', { positions: new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y }])) });
  await workspace.run('remove', smallCase.entities.map((e) => e.id).filter((id) => !(id in places)));
  await workspace.run('selectEntity', 'huawei');
  const walked: (string | undefined)[] = [];
  for (const id of ['moveRight', 'moveRight', 'moveDown', 'moveUp', 'previousEntity', 'nextEntity', 'nextEntity'] as const) {
    await workspace.run(id);
    walked.push(state().selection?.id);
  }
  expect(walked).toEqual(['panda', 'koryolink', 'cheo', 'koryolink', 'panda', 'koryolink', 'loxley']);
});

test('a screen reader hears the chart as sentences, hedged as the claims are', async () => {
  const { workspace, state } = await begin();
  await workspace.run('asOf', '2020');
  const told = chartSentences(state());
  expect(told.summary).toMatch(/^\d+ entities and \d+ relationships are drawn\. 2 of them may not have held then\./);
  const huawei = told.entities.find((e) => e.id === 'huawei')!;
  expect(huawei.sentence).toBe('Huawei, company, 1 tie.');
  expect(huawei.ties[0]?.sentence).toBe('Huawei is active in Pyongyang (from 2008, end unknown) may not have held then.');
});

test('a selector gives the same object while nothing that it reads has changed', async () => {
  const { workspace, state } = await begin();
  const before = visiblePart(state());
  await workspace.run('move', { positions: new Map([['panda', { x: 1, y: 1 }]]) });
  await workspace.run('hover', { kind: 'entity', id: 'panda' });
  expect(visiblePart(state())).toBe(before);
  await workspace.run('hide', 'panda');
  expect(visiblePart(state())).not.toBe(before);
});

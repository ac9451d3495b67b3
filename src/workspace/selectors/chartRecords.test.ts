import { expect, test } from 'vitest';
import type { MatchProposal } from '../../model';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { testPlatform } from '../testing/testPlatform';
import { decisionKey } from '../matching';
import { chartRecords, visiblePart } from '.';

const some = ['huawei', 'panda', 'koryolink'];
const perspectives = [
  { id: 'some', title: 'Some', summary: '', positions: Object.fromEntries(some.map((id, i) => [id, { x: 200 * i, y: 0 }])) },
];
const match: MatchProposal = {
  a: 'orascom', b: 'otmt', score: 0.86, certainty: 'probable', reasons: [{ kind: 'name', weight: 5, sentence: 'The names are alike.' }],
};
const key = decisionKey(match);

/** A machine that has other work takes its time. */
const PATIENT = { timeout: 30_000 };

/** What of a state are records of the dataset, wherever it holds them. */
function recordsIn(state: object): object[] {
  const ids = new Set([...smallCase.entities, ...smallCase.relationships, ...smallCase.sources].map((r) => r.id));
  const found: object[] = [];
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const record = value as Partial<Record<'id' | 'name' | 'claims' | 'publisher' | 'score', unknown>>;
    if (ids.has(record.id as string) && record.score === undefined && (record.name ?? record.claims ?? record.publisher) !== undefined)
      found.push(value);
    for (const inner of value instanceof Map || value instanceof Set ? value.values() : Object.values(value)) walk(inner);
  };
  walk(state);
  return found;
}

test('whatever was asked, a record lives once: chart, questions and answers hold ids', { timeout: 60_000 }, async () => {
  const { workspace, state } = await begin(testPlatform({ perspectives }));
  await workspace.run('constrain', { from: 'huawei', to: 'kptc' });
  await expect.poll(() => state().trace.between?.phase, PATIENT).toBe('answered');
  await workspace.run('showOwners', 'cheo');
  await workspace.run('showVentures');
  await workspace.run('selectEntity', 'kptc');
  await expect
    .poll(() => [state().ownership.phase, state().ventures?.phase, state().looking?.entity], PATIENT)
    .toEqual(['answered', 'answered', 'kptc']);
  const { records, ...rest } = state();
  expect(recordsIn(rest)).toEqual([]);
  expect(recordsIn(records)).toHaveLength(records.entities.size + records.relationships.size + records.sources.size);
  expect(records.entities.size).toBeGreaterThan(some.length);
});

test('what is drawn is not decided anew when the page is told of records that are not on the chart', { timeout: 60_000 }, async () => {
  const { workspace, state } = await begin(testPlatform({ perspectives }));
  const [before, visible, records] = [chartRecords(state()), visiblePart(state()), state().records];
  await workspace.run('selectEntity', 'huawei');
  await expect.poll(() => state().looking?.entity, PATIENT).toBe('huawei');
  expect(state().records.entities.has('pyongyang')).toBe(true);
  expect(records.entities.has('pyongyang')).toBe(false);
  expect([...chartRecords(state()).entities.keys()].sort()).toEqual([...some].sort());
  expect(chartRecords(state()).relationships).toBe(before.relationships);
  expect(visiblePart(state())).toBe(visible);
});

test('an accepted match is the record that its verdict makes, through undo and redo', async () => {
  const { workspace, state } = await begin();
  const stance = () => chartRecords(state()).relationships.get(key)?.claims[0]?.stance;
  await workspace.run('decide', { proposals: [match], verdict: 'same' });
  expect(stance()).toBe('asserts');
  await workspace.run('decide', { proposals: [match], verdict: 'probably' });
  expect(stance()).toBe('alleges');
  await workspace.run('undo');
  expect(stance()).toBe('asserts');
  await workspace.run('undo');
  expect([stance(), state().records.relationships.has(key)]).toEqual([undefined, false]);
  await workspace.run('redo');
  await workspace.run('redo');
  expect(stance()).toBe('alleges');
});

test('what is taken off the chart and brought back by undo has its records again', async () => {
  const { workspace, state } = await begin();
  const before = visiblePart(state());
  await workspace.run('remove', ['cheo', 'kptc']);
  expect(chartRecords(state()).relationships.has('kptc-cheo')).toBe(false);
  await workspace.run('undo');
  expect(visiblePart(state())).toEqual(before);
});

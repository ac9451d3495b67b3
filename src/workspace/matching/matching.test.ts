import { expect, test } from 'vitest';
import { put, restsOnProbableMatch, type MatchProposal } from '../../model';
import { chartRecords, drawnPart } from '..';
import type { GraphStore } from '../../store';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { fileOf, testPlatform } from '../testing/testPlatform';
import { revisionBetween, withDecisions, decisionKey, type Decisions } from './decision';

const match = (a: string, b: string, certainty: MatchProposal['certainty'] = 'probable'): MatchProposal => ({
  a, b, score: 0.86, certainty, reasons: [{ kind: 'name', weight: 5, sentence: 'The names are alike.' }],
});
const same = match('orascom', 'otmt');
const key = decisionKey(same);

/** The routes between two, as the store finds them now. */
async function hops({ workspace, state }: Awaited<ReturnType<typeof begin>>, from: string, to: string) {
  await workspace.run('constrain', { from, to });
  return state().trace.answer!.routes.map((r) => r.entities);
}

test('an accepted match is a relationship of its own that routes may take, and the two are drawn as one', async () => {
  const begun = await begin();
  expect(await hops(begun, 'orascom', 'otmt')).not.toContainEqual(['orascom', 'otmt']);
  await begun.workspace.run('decide', { proposals: [same], verdict: 'same' });
  const { relationships, sources } = chartRecords(begun.state());
  expect(relationships.get(key)).toMatchObject({ type: 'sameAs', from: 'orascom', to: 'otmt', claims: [{ stance: 'asserts' }] });
  expect(sources.get(relationships.get(key)!.claims[0]!.source)!.kind).toBe('statement');
  expect(drawnPart(begun.state()).part.entities.map((e) => e.id)).not.toContain('otmt');
  expect((await hops(begun, 'otmt', 'orascom'))[0]).toEqual(['otmt', 'orascom']);
});

test('a route through a match that is merely probable rests on it', async () => {
  const begun = await begin();
  await begun.workspace.run('decide', { proposals: [match('recluse', 'loxley')], verdict: 'probably' });
  expect((await hops(begun, 'recluse', 'kptc'))[0]).toEqual(['recluse', 'loxley', 'kptc']);
  const { trace, records } = begun.state();
  expect(restsOnProbableMatch(trace.answer!.routes[0]!, [...records.relationships.values()]).map((r) => r.id)).toEqual([
    decisionKey({ a: 'recluse', b: 'loxley' }),
  ]);
});

test('undoing an acceptance takes it from the chart and from what routes are found in, and redoing gives it back', async () => {
  const begun = await begin();
  const before = begun.state().chart;
  await begun.workspace.run('decide', { proposals: [same], verdict: 'same' });
  const after = begun.state().chart;
  await begun.workspace.run('undo');
  expect(begun.state().chart).toEqual(before);
  expect(await hops(begun, 'otmt', 'orascom')).not.toContainEqual(['otmt', 'orascom']);
  await begun.workspace.run('clearTrace');
  await begun.workspace.run('decide', { proposals: [same], verdict: 'same' });
  expect(begun.state().chart.relationships).toEqual(after.relationships);
  await begun.workspace.run('takeBackMatch', key);
  expect(begun.state().chart).toEqual(before);
});

test('how several hang together is asked again when a match is accepted, undone, or a tie is deleted', async () => {
  const { workspace, state } = await begin();
  await workspace.run('setParties', ['orascom', 'otmt']);
  const hops = () => state().connect!.answer!.connections[0]?.hops.map(({ from, to }) => [from, to].sort());
  const throughCheo = [['cheo', 'orascom'], ['cheo', 'otmt']];
  expect(hops()!.sort()).toEqual(throughCheo);
  await workspace.run('decide', { proposals: [same], verdict: 'same' });
  expect(hops()).toEqual([['orascom', 'otmt']]);
  await workspace.run('undo');
  expect(hops()!.sort()).toEqual(throughCheo);
  await workspace.run('deleteRecord', { list: 'relationships', id: 'otmt-cheo' });
  expect(hops()).toBeUndefined();
});

test('what is edited of an accepted match is on the screen and in the data, and goes when the match is taken back', async () => {
  const { workspace, state } = await begin();
  await workspace.run('decide', { proposals: [same], verdict: 'same' });
  const accepted = state().records.relationships.get(key)!;
  const edited = { ...accepted, label: 'renamed to' };
  await workspace.run('putRecord', put('relationships', edited));
  const inData = async () => {
    await workspace.run('constrain', { from: 'orascom', to: 'otmt' });
    return state().trace.answer!.routes[0]!.entities.length;
  };
  expect(state().records.relationships.get(key)).toEqual(edited);
  await workspace.run('takeBackMatch', key);
  expect(state().records.relationships.has(key)).toBe(false);
  expect(state().records.sources.has(accepted.claims[0]!.source)).toBe(false);
  expect(state().edits.size).toBe(0);
  expect(await inData()).toBeGreaterThan(2);
  await workspace.run('undo');
  expect(state().records.relationships.get(key)).toEqual(edited);
  expect(await inData()).toBe(2);
  await workspace.run('undo');
  expect(state().records.relationships.get(key)).toEqual(accepted);
  await workspace.run('undo');
  expect(state().records.relationships.has(key)).toBe(false);
});

test('of three that were taken for one, two stay one when one match is taken back', async () => {
  const { workspace, state } = await begin();
  await workspace.run('decide', { proposals: [same, match('otmt', 'loxley')], verdict: 'same' });
  expect(Object.fromEntries(state().chart.joined)).toEqual({ otmt: 'orascom', loxley: 'orascom' });
  await workspace.run('takeBackMatch', key);
  expect(Object.fromEntries(state().chart.joined)).toEqual({ loxley: 'otmt' });
});

test('of four that were taken for one, three stay one when the match of the fourth is taken back', async () => {
  const { workspace, state } = await begin();
  await workspace.run('decide', {
    proposals: [match('huawei', 'panda'), match('panda', 'loxley'), match('loxley', 'recluse')], verdict: 'same',
  });
  await workspace.run('takeBackMatch', decisionKey({ a: 'loxley', b: 'recluse' }));
  expect(Object.fromEntries(state().chart.joined)).toEqual({ panda: 'huawei', loxley: 'huawei' });
});

test('two that are said to be different are recorded as decided and change nothing else', async () => {
  const { workspace, state } = await begin();
  const before = state().chart;
  await workspace.run('decide', { proposals: [same], verdict: 'different' });
  const { decided, ...rest } = state().chart;
  expect({ ...rest, decided: before.decided }).toEqual(before);
  expect(decided.get(key)!.verdict).toBe('different');
});

test('what turns one set of decisions into another is nothing where they say the same', () => {
  const decisions: Decisions = new Map([[key, { proposal: same, verdict: 'same', on: '2026-01-01' }]]);
  expect(revisionBetween(decisions, new Map(decisions))).toBeUndefined();
  const doubted: Decisions = new Map([[key, { proposal: same, verdict: 'probably', on: '2026-01-01' }]]);
  expect(revisionBetween(decisions, doubted)).toMatchObject({
    add: { relationships: [{ id: key, claims: [{ stance: 'alleges' }] }], sources: [] }, remove: { relationships: [key], sources: [] },
  });
});

test('matches of entities that are not on the chart are no relationships of the chart', async () => {
  const { state } = await begin();
  const chart = withDecisions(
    state().chart, new Map([[key, { proposal: match('orascom', 'elsewhere'), verdict: 'same', on: '2026-01-01' }]]),
  );
  expect(chart.relationships.has(key)).toBe(false);
});

test('a question for matches that is cancelled, or asked again meanwhile, is not asked for ever', async () => {
  let asked = 0;
  const told: (() => void)[] = [];
  const counting = (store: GraphStore) => Object.assign(store, { matches: async (_question: unknown, ask?: { signal?: AbortSignal }) => {
    asked += 1;
    await new Promise<void>((resolve) => told.push(resolve));
    ask?.signal?.throwIfAborted();
    return { proposals: [], more: 0, compared: 0, notCompared: 0 };
  } });
  const { workspace, state } = await begin(testPlatform({ wrap: counting }));
  /** Lets every question be answered that was put so far or is put before the work is done. */
  const answering = async <T>(work: Promise<T>): Promise<T> => {
    let over = false;
    const done = work.finally(() => (over = true));
    while (!over) {
      told.splice(0).forEach((tell) => tell());
      await new Promise((resolve) => setTimeout(resolve));
    }
    return done;
  };
  await answering(workspace.run('addFile', fileOf('other.json', JSON.stringify({ ...smallCase, id: 'other' }))));
  await answering(Promise.all([workspace.run('showMatches'), workspace.run('showMatches')]));
  expect(state().matches!.phase).toBe('answered');
  const before = asked;
  const last = workspace.run('showMatches');
  await expect.poll(() => state().jobs.has('matches')).toBe(true);
  await workspace.run('cancelJob', 'matches');
  await answering(last);
  expect(state().matches).toMatchObject({ phase: 'failed', message: 'Looking for matches was cancelled.' });
  expect(asked).toBe(before + 1);
});

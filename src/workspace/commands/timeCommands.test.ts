import { expect, test } from 'vitest';
import { chartSentences, createWorkspace, hiddenSummary, legend, tableRows, visiblePart } from '..';
import { testPlatform } from '../testing/testPlatform';
import { yearsLater } from './timeCommands';

const histogram = [{ year: 2007, starts: 1, ends: 0 }, { year: 2008, starts: 0, ends: 0 }, { year: 2009, starts: 0, ends: 1 }];

test('a year later keeps the width of the period, and stays within the years that anything happened in', () => {
  expect(yearsLater({ chart: { filter: { period: { from: '2007', to: '2008' } } }, histogram }, 1)).toEqual({ from: '2008', to: '2009' });
  expect(yearsLater({ chart: { filter: { period: { from: '2008', to: '2009' } } }, histogram }, 1)).toBeUndefined();
  expect(yearsLater({ chart: { filter: {} }, histogram }, 1)).toEqual({ from: '2007', to: '2007' });
  expect(yearsLater({ chart: { filter: {} }, histogram }, -1)).toEqual({ from: '2009', to: '2009' });
  expect(yearsLater({ chart: { filter: {} }, histogram: [] }, 1)).toBeUndefined();
});

test('time plays to the last year as one step, all keeps its place, and the trace is asked about the year it ends with', async () => {
  const workspace = createWorkspace(testPlatform());
  await workspace.ready;
  await workspace.run('constrain', { from: 'otmt', to: 'loxley' });
  const { positions } = workspace.state.getState().chart;
  const shown = new Set<string>();
  workspace.state.subscribe(({ chart: { filter } }) => filter.period && shown.add(filter.period.from));
  await workspace.run('playTime');
  const {
    chart: { filter, positions: after }, trace, history, histogram: years,
  } = workspace.state.getState();
  expect([...shown]).toEqual(years.map((y) => String(y.year)));
  expect(filter.period).toEqual({ from: '2016', to: '2016' });
  expect(trace.question.filter.period).toEqual(filter.period);
  expect(after).toBe(positions);
  expect(history.undo).toHaveLength(1);
  await workspace.run('undo');
  expect(workspace.state.getState().chart.filter).toEqual({});
});

test('what had not begun or had ended in the year shown is not there, takes its ties with it, and is counted', async () => {
  const workspace = createWorkspace(testPlatform());
  await workspace.ready;
  const state = workspace.state.getState;
  await workspace.run('togglePin', 'koryolink');
  await workspace.run('asOf', '2007');
  expect(visiblePart(state()).entities.map((e) => e.id)).not.toContain('koryolink');
  expect(visiblePart(state()).left.entities.get('koryolink')).toBe('notBegun');
  expect(hiddenSummary(state()).text).toContain('2 entities that had not begun');
  await workspace.run('asOf', '2013');
  expect(visiblePart(state()).left.entities.get('orascom')).toBe('ended');
  expect(hiddenSummary(state()).text).toContain('1 entity that had ended');
});

test('sentences, tables and labels are worded as of the year shown', async () => {
  const workspace = createWorkspace(testPlatform());
  await workspace.ready;
  const state = workspace.state.getState;
  const verb = () => tableRows(state()).relationships.find((r) => r.id === 'orascom-cheo')?.verb;
  expect(verb()).toMatch(/^owned 75/);
  await workspace.run('asOf', '2009');
  expect(verb()).toMatch(/^owns 75/);
  expect(legend(state()).ended).toBe(false);
  await workspace.run('showOwners', 'cheo');
  await workspace.run('ownersAsOf', { from: '2009', to: '2009' });
  await workspace.run('drawProof');
  expect(chartSentences(state()).entities.flatMap((e) => e.ties.map((t) => t.sentence)).join(' ')).toContain('Orascom owns 75');
});

test('entities without a tie in the year shown are gone, or pale where that is chosen', async () => {
  const workspace = createWorkspace(testPlatform());
  await workspace.ready;
  await workspace.run('asOf', '1996');
  const drawn = () => visiblePart(workspace.state.getState());
  expect(drawn().entities.map((e) => e.id)).not.toContain('cheo');
  await workspace.run('toggleUntied');
  expect(drawn().faint.has('cheo')).toBe(true);
  expect(drawn().faint.has('loxley')).toBe(false);
});

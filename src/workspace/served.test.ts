import { expect, test } from 'vitest';
import { writeDataset } from '../formats';
import type { Dataset } from '../model';
import { NotFetchedError } from '../store';
import type { ServedData } from './platform';
import { begin } from './testing/begin';
import { smallCase } from './testing/smallCase';
import { fileOf, memoryKeep, TestAddress, testPlatform } from './testing/testPlatform';

const titled = (title: string): Dataset => ({ ...smallCase, id: 'served', title });
const servedAs = (name: string, content: () => string): ServedData => ({
  name, fetch: async () => ({ kind: 'file', name, blob: fileOf(name, content()), served: true }),
});

test('what the server was given opens in place of the first bundled case', async () => {
  const { state } = await begin(testPlatform({ served: servedAs('mine.json', () => writeDataset(titled('Mine'))) }));
  expect([state().dataset?.description.title, state().dataset?.bundled, state().lastReport?.file]).toEqual([
    'Mine', undefined, 'mine.json',
  ]);
});

test('a reload opens it again with the work in hand, and as it is by then; its bytes are kept nowhere', async () => {
  let title = 'Mine';
  const platform = { keep: memoryKeep(), served: servedAs('mine.json', () => writeDataset(titled(title))) };
  const { workspace } = await begin(testPlatform(platform));
  await workspace.run('hide', 'loxley');
  workspace.dispose();
  await new Promise((resolve) => setTimeout(resolve));
  expect([...platform.keep.values.keys()].filter((key) => key.startsWith('source-'))).toEqual([]);
  title = 'Mine, corrected';
  const { state } = await begin(testPlatform({ ...platform, reloaded: true }));
  expect([state().dataset?.description.title, [...state().chart.hidden]]).toEqual(['Mine, corrected', ['loxley']]);
});

test('work on something else is offered again, and a link to a bundled case opens that case', async () => {
  const keep = memoryKeep();
  const { workspace } = await begin(testPlatform({ keep }));
  await workspace.run('hide', 'loxley');
  workspace.dispose();
  const served = servedAs('mine.json', () => writeDataset(titled('Mine')));
  const next = await begin(testPlatform({ keep, served }));
  expect(next.state().dataset?.description.title).toBe('Mine');
  expect(next.state().notices.map((n) => n.text).join()).toContain('Your work on A small case is kept.');
  await next.workspace.run('reopen');
  expect([next.state().dataset?.bundled, [...next.state().chart.hidden]]).toEqual(['small', ['loxley']]);
  const linked = await begin(testPlatform({ keep: memoryKeep(), served, address: new TestAddress('case=small') }));
  expect(linked.state().dataset?.bundled).toBe('small');
});

test('of tables it is asked first what their columns mean, over the bundled case', async () => {
  const { workspace, state } = await begin(
    testPlatform({ served: servedAs('holdings.csv', () => 'owner,company,share\nAlpha,Beta,50\nGamma,Beta,50\n') }),
  );
  expect([state().dataset?.bundled, state().reading?.file]).toEqual(['small', 'holdings.csv']);
  await workspace.run('openMapped');
  expect(state().dataset?.description).toMatchObject({ entities: 3, relationships: 2 });
});

test('where the server does not answer the bundled case opens, and why is told', async () => {
  const { state } = await begin(
    testPlatform({ served: { name: 'gone.json', fetch: () => Promise.reject(new NotFetchedError('The file', 404, 'Reload the page.')) } }),
  );
  expect(state().dataset?.bundled).toBe('small');
  expect(state().notices.map((n) => n.text).join()).toContain('cannot be fetched');
});

test('what stays on the server is asked there: the page says so, keeps nothing but the work, and goes on after a reload', async () => {
  const platform = {
    keep: memoryKeep(), cases: { 'register.throughline': titled('The register') },
    served: { name: 'register.throughline', fetch: async () => ({ kind: 'server' as const, name: 'register.throughline' }) },
  };
  const { workspace, state } = await begin(testPlatform(platform));
  expect(state().dataset).toMatchObject({ description: { title: 'The register' }, onServer: true });
  expect(state().notices.map((n) => n.text).join()).toContain('stays on the server');
  await workspace.run('hide', 'loxley');
  workspace.dispose();
  await new Promise((resolve) => setTimeout(resolve));
  expect([...platform.keep.values.keys()].filter((key) => key.startsWith('source-'))).toEqual([]);
  const next = await begin(testPlatform({ ...platform, reloaded: true }));
  expect([next.state().dataset?.onServer, [...next.state().chart.hidden]]).toEqual([true, ['loxley']]);
});

test('no file is opened beside what stays on the server, and the page says why', async () => {
  const served = { name: 'register.throughline', fetch: async () => ({ kind: 'server' as const, name: 'register.throughline' }) };
  const { workspace, state } = await begin(testPlatform({ cases: { 'register.throughline': titled('The register') }, served }));
  await workspace.run('addFile', fileOf('mine.json', writeDataset(titled('Mine'))));
  expect(state().dataset?.description.title).toBe('The register');
  expect(state().notices.map((n) => n.text).join()).toContain('no file is opened beside it');
});

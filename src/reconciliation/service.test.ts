import { expect, test } from 'vitest';
import type { Dataset } from '../model';
import { MemoryStore } from '../store';
import { conformanceCase } from '../store/testing/conformanceCase';
import { manifest, resultBatch } from '../registers';
import { reconciliationService, type ServiceAnswer } from './service';

const store = await MemoryStore.open(conformanceCase);
const service = reconciliationService(store, { id: 'harbour', title: 'The harbour', version: '1.0.0' });
const ask = (path: string, parameters: Record<string, string> = {}, method = 'GET') =>
  service({ method, address: 'http://127.0.0.1:4178/reconcile', path, parameters: new URLSearchParams(parameters) });
const jsonOf = (answer: ServiceAnswer) => ('json' in answer ? answer.json : undefined);

async function reconciled(queries: object) {
  return resultBatch.parse(jsonOf(await ask('', { queries: JSON.stringify(queries) }, 'POST')));
}

test('the manifest says what the service is and where its parts are', async () => {
  const answer = jsonOf(await ask(''));
  const identifierSpace = 'urn:throughline:dataset:harbour';
  expect(manifest.parse(answer)).toMatchObject({ versions: ['0.2'], name: 'The harbour', identifierSpace });
  expect(answer).toMatchObject({
    extend: { propose_properties: { service_url: 'http://127.0.0.1:4178/reconcile', service_path: '/properties' } },
    suggest: { entity: { service_path: '/suggest/entity' } },
  });
});

test('a name finds its entity, by alias and in another script too, and several queries are answered each by its key', async () => {
  const answers = await reconciled({
    a: { query: 'Quayside Holding Ltd' }, b: { query: '码头控股' }, c: { query: 'Zoe Novakova', type: 'person' },
    d: { query: 'Министерство гаваней' }, e: { query: 'Of nobody zzyzx' },
  });
  expect(Object.fromEntries(Object.entries(answers).map(([key, { result }]) => [key, result[0]?.id]))).toEqual({
    a: 'quayside', b: 'quayside', c: 'novak', d: 'ministry', e: undefined,
  });
});

test('the very name of one alone is a match, a like one is a candidate', async () => {
  const { a, b } = await reconciled({ a: { query: 'Elm Port Operations' }, b: { query: 'Elm Port Operation' } });
  expect(a!.result.filter((c) => c.match).map((c) => c.id)).toEqual(['elm-port']);
  expect(a!.result[0]).toMatchObject({ score: expect.toSatisfy((n: number) => n > 80 && n <= 100), type: [{ id: 'jointVenture' }] });
  expect(b!.result[0]).toMatchObject({ id: 'elm-port', match: false });
});

test('a number that one party alone has is a match whatever the name, and a country or type against it takes it back', async () => {
  const lei = { scheme: 'LEI', value: '5493001KJTIIGC8Y1R12' };
  const numbered: Dataset = {
    ...conformanceCase,
    entities: conformanceCase.entities.map((e) => (e.id === 'quayside' ? { ...e, identifiers: [lei] } : e)),
  };
  const other = reconciliationService(await MemoryStore.open(numbered), { id: 'n', title: 'N', version: '1' });
  const queries = {
    a: { query: 'Quayside Hldg', properties: [{ pid: 'identifier', v: 'LEI 5493001KJTIIGC8Y1R12' }] },
    b: { properties: [{ pid: 'identifier', v: ['5493001KJTIIGC8Y1R12'] }] },
    c: { query: 'Quayside Holding Limited', properties: [{ pid: 'jurisdiction', v: 'KP' }] },
    d: { query: 'Quayside Holding Limited', type: 'person' },
    e: { query: 'Quayside Holding Limited', type: ['person', 'company'], type_strict: 'any', limit: 1 },
  };
  const answer = await other({
    method: 'POST', address: 'http://localhost', path: '', parameters: new URLSearchParams({ queries: JSON.stringify(queries) }),
  });
  const { a, b, c, d, e } = resultBatch.parse(jsonOf(answer));
  expect(a!.result[0]).toMatchObject({ id: 'quayside', match: true });
  expect(b!.result).toMatchObject([{ id: 'quayside', match: true, score: 100 }]);
  expect(c!.result[0]).toMatchObject({ id: 'quayside', match: false });
  expect(d!.result.map((one) => one.id)).not.toContain('quayside');
  expect(e!.result).toHaveLength(1);
});

test('a table is extended by what entities say, and by who is tied to them; a doubtful tie is no entity', async () => {
  const extend = async (settings: object) =>
    jsonOf(
      await ask('', {
        extend: JSON.stringify({
          ids: ['elm-port', 'quayside', 'nobody'],
          properties: [{ id: 'alias' }, { id: 'owns-of' }, { id: 'intermediaryFor-of', settings }, { id: 'start' }, { id: 'nonsense' }],
        }),
      }),
    );
  expect(await extend({})).toEqual({
    meta: [
      { id: 'alias', name: 'Alias' }, { id: 'owns-of', name: 'is owned by' },
      { id: 'intermediaryFor-of', name: expect.any(String) }, { id: 'start', name: 'Founded or born' },
    ],
    rows: {
      'elm-port': {
        alias: [{ str: 'Elmport' }], 'owns-of': [{ id: 'quayside', name: 'Quayside Holding Limited' }], 'intermediaryFor-of': [], start: [],
      },
      quayside: {
        alias: [{ str: 'Quayside' }, { str: 'QHL' }, { str: '码头控股' }], 'owns-of': [], 'intermediaryFor-of': [], start: [{ str: '1998' }],
      },
      nobody: { alias: [], 'owns-of': [], 'intermediaryFor-of': [], start: [] },
    },
  });
  expect(await extend({ status: 'all' })).toMatchObject({
    rows: { quayside: { 'intermediaryFor-of': [{ str: 'Grey Broker (disputed)' }] } },
  });
});

test('a tie that has no direction extends a table from either end', async () => {
  const kin: Dataset = {
    format: 'throughline/1', id: 'kin', title: 'Kin', sources: [{ id: 's', title: 'A register', publisher: 'Registry', kind: 'registry' }],
    entities: ['ann', 'ben'].map((id) => ({ id, type: 'person', name: id })),
    relationships: [{ id: 'r', type: 'family', from: 'ann', to: 'ben', claims: [{ source: 's', stance: 'asserts' }] }],
  };
  const other = reconciliationService(await MemoryStore.open(kin), { id: 'kin', title: 'Kin', version: '1.0.0' });
  const extend = JSON.stringify({ ids: ['ann', 'ben'], properties: [{ id: 'family' }] });
  const answer = await other({
    method: 'GET', address: 'http://127.0.0.1:4178/reconcile', path: '', parameters: new URLSearchParams({ extend }),
  });
  expect(jsonOf(answer)).toMatchObject({
    rows: { ann: { family: [{ id: 'ben' }] }, ben: { family: [{ id: 'ann' }] } },
  });
});

test('entities, types and properties are suggested as one types', async () => {
  const entities = await ask('/suggest/entity', { prefix: 'quay' });
  expect(jsonOf(entities)).toMatchObject({ result: [{ id: 'quayside', notable: [{ id: 'company' }] }] });
  expect(jsonOf(await ask('/suggest/type', { prefix: 'state' }))).toMatchObject({ result: [{ id: 'publicBody' }] });
  expect(jsonOf(await ask('/suggest/property', { prefix: 'owned' }))).toMatchObject({ result: [{ id: 'owns-of' }] });
  expect(jsonOf(await ask('/suggest/entity', { prefix: '', cursor: '-3' }))).toEqual({ result: [] });
  const properties = await ask('/properties', { type: 'company', limit: '2' });
  expect(jsonOf(properties)).toMatchObject({ type: 'company', limit: 2, properties: [{}, {}] });
});

test('a preview is plain text with ties as sentences and their status', async () => {
  expect(await ask('/preview', { id: 'quayside' })).toMatchObject({
    status: 200, text: expect.stringMatching(/^Quayside Holding Limited\ncompany · GB · since 1998\n[^]*\[confirmed\][^]*id: quayside$/),
  });
  expect(await ask('/preview', { id: 'nobody' })).toMatchObject({ status: 404 });
});

test.each([
  ['no JSON', { queries: '{' }, 'not JSON'], ['no object', { queries: '[]' }, 'question'],
  ['an empty query', { queries: '{"q":{}}' }, 'text or a property'],
  ['an unknown field', { queries: '{"q":{"query":"a","limits":1}}' }, 'limits'],
  ['an extension of nothing', { extend: '{"ids":"a"}' }, 'ids'],
  ['too many queries', { queries: JSON.stringify(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [i, { query: 'a' }]))) }, '200'],
])('%s is refused with what is wrong', async (_, parameters, says) => {
  const answer = await ask('', parameters as Record<string, string>);
  expect(answer).toMatchObject({ status: 400, json: { error: expect.stringContaining(says) } });
});

test('other paths and methods are refused', async () => {
  expect(await ask('/../api', {})).toMatchObject({ status: 404 });
  expect(await ask('', {}, 'DELETE')).toMatchObject({ status: 405 });
  expect(await ask('/preview', { id: 'quayside' }, 'POST')).toMatchObject({ status: 405 });
});

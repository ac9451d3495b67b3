import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { FUZZ_RUNS, hostileText, isPolluted, withChange, HOSTILE_TEXTS } from '../../model/testing/hostileValues';
import { conformanceCase } from '../testing/conformanceCase';
import { MemoryStore } from '../memory';
import { requestTable } from './requestTable';

/** Each question as it may be put, with all that it may say. */
const FILTER = {
  statuses: ['reported'], families: ['ownership'], relationshipTypes: ['owns'], entityTypes: ['company'],
  period: { from: '2008', to: '2012-05' }, withoutSources: ['gazette'],
};
const QUESTIONS: Record<string, object> = {
  '/describe': { x: 1 },
  '/search': { text: 'harbour', limit: 5, entityTypes: ['company'] },
  '/entities': { ids: ['quayside', 'novak'] },
  '/relationships': { ids: ['q-owns-elm'] },
  '/sources': { ids: ['gazette'] },
  '/part': { ids: ['quayside', 'elm-port'] },
  '/best-connected': { limit: 5, lastFile: true },
  '/rows': { of: 'relationships', text: 'quay', filter: FILTER, order: 'name', descending: true, from: 1, limit: 2 },
  '/neighbours': { entity: 'quayside', filter: FILTER, limit: 3, kinds: [{ type: 'owns', forward: true }], without: ['novak'] },
  '/tie-kinds': { entity: 'quayside', filter: FILTER, without: ['novak'] },
  '/routes': {
    from: 'novak', to: 'ministry', k: 5, maxHops: 4, direction: 'any', filter: FILTER, avoid: ['broker'], via: 'quayside', hub: 10,
  },
  '/why-no-route': { from: 'novak', to: 'loner', maxHops: 4, filter: FILTER, avoid: ['broker'] },
  '/between': { from: 'novak', to: 'ministry', filter: FILTER, avoid: ['broker'] },
  '/explain-group': { of: { entities: ['novak', 'quayside', 'elm-port'] }, filter: FILTER, limit: 3 },
  '/connect': { parties: ['novak', 'ministry', 'elm-port'], filter: FILTER, avoid: ['broker'], k: 3, hub: 10 },
  '/patterns': {
    from: { ids: ['novak'] }, to: { entityTypes: ['publicBody'], jurisdiction: 'GB' }, pattern: 'directs owns[share>=50]? ^partnerIn', k: 5,
    maxHops: 4, filter: FILTER, avoid: ['broker'], hub: 10, places: true,
  },
  '/match-names': { names: [{ name: 'Quayside', type: 'company', jurisdiction: 'GB', start: '1998', entity: 'quayside' }], limit: 3,
    threshold: 0.5 },
  '/ties-among': { parties: ['novak', 'ministry', 'elm-port'], maxHops: 3, filter: FILTER, avoid: ['broker'], hub: 10, places: true },
  '/leads': {
    filter: FILTER, limit: 5,
    rules: [{
      id: 'own', title: 'Own', rule: 'A rule.', innocent: 'Usual.', from: { ids: ['novak'] }, to: { entityTypes: ['publicBody'] },
      pattern: 'directs any+', maxHops: 3,
    }],
  },
  '/timeline': { entities: ['novak', 'quayside'], relationships: ['novak-directs'], ties: 'among', filter: FILTER, limit: 5 },
  '/ventures': { about: 'elm-port', filter: FILTER },
  '/owners': { entity: 'elm-port', asOf: { from: '2010', to: '2010' }, listed: ['quayside'], filter: FILTER },
  '/structure': { filter: FILTER },
  '/overview': { by: 'type-country', filter: FILTER, groups: 3, members: 2 },
  '/histogram': { filter: FILTER },
};

const WORDS_OF_THE_ENGINE =
  /Cannot read propert|is not a function|is not iterable|undefined \(reading|\[object Object\]|Maximum call stack/;

test('every question that is shared is among them', async () => {
  const { json } = await requestTable(await MemoryStore.open(conformanceCase))('GET', '/', undefined);
  expect(Object.keys(QUESTIONS).sort()).toEqual((json as { questions: { path: string }[] }).questions.map((q) => q.path).sort());
});

test('whatever a question holds, it is answered or refused in words', { timeout: 180_000 }, async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const table = requestTable(await MemoryStore.open(conformanceCase));
  const asked = fc
    .constantFrom(...Object.keys(QUESTIONS))
    .chain((path) => fc.record({ path: fc.constant(path), body: withChange(QUESTIONS[path]!) }));
  await fc.assert(
    fc.asyncProperty(asked, async ({ path, body }) => {
      const { status, json } = await table('POST', path, body);
      expect([200, 400, 404]).toContain(status);
      const text = JSON.stringify(json);
      if (status === 200) expect(text).toBeDefined();
      else expect(text).toMatch(/^\{"error":\{"name":"\w+","message":".+"/);
      if (status !== 200) expect(text).not.toMatch(WORDS_OF_THE_ENGINE);
      expect(isPolluted()).toBe(false);
    }),
    { numRuns: 4 * FUZZ_RUNS },
  );
});

test('whatever ids and names a dataset has, every question about them is answered', { timeout: 180_000 }, async () => {
  const names = fc.uniqueArray(hostileText.filter((text) => text !== '' && text.length <= 200), { minLength: 4, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constant(HOSTILE_TEXTS.filter((text) => text !== '' && text.length <= 200)), names), async (ids) => {
      const table = requestTable(await MemoryStore.open(datasetOf(ids)));
      const [first, second, third] = [ids[0]!, ids[1]!, ids[2]!];
      const ask = async (path: string, body: object) => {
        const { status, json } = await table('POST', path, body);
        expect([path, status, status === 200 ? '' : json]).toEqual([path, 200, '']);
        return json as Record<string, never>;
      };
      expect(await ask('/entities', { ids })).toHaveLength(ids.length);
      expect((await ask('/part', { ids: 'all' })).relationships).toHaveLength(ids.length - 1);
      expect((await ask('/routes', { from: first, to: third })).routes).toMatchObject([{ entities: [first, second, third] }]);
      expect((await ask('/between', { from: first, to: third })).separators).toEqual([[second]]);
      const follow = { from: { ids: [first] }, to: { ids: [third] }, pattern: 'owns[share>=50]+' };
      expect((await ask('/patterns', follow)).routes).toMatchObject([{ entities: [first, second, third] }]);
      const { matches } = (await ask('/match-names', { names: ids.map((name) => ({ name })) })) as { matches?: object[] };
      expect(matches).toHaveLength(ids.length);
      expect((await ask('/ties-among', { parties: [first, third] })).ties).toMatchObject([{ entities: [first, second, third] }]);
      expect((await ask('/owners', { entity: third, listed: [first] })).direct).toMatchObject([{ holder: second }]);
      expect((await ask('/neighbours', { entity: second })).entities).toHaveLength(3);
      for (const path of ['/tie-kinds', '/neighbours']) await ask(path, { entity: first });
      for (const path of ['/ventures', '/structure', '/overview', '/histogram', '/describe', '/best-connected']) await ask(path, {});
      for (const text of ids) await ask('/search', { text });
      expect(isPolluted()).toBe(false);
    }),
    { numRuns: Math.ceil(FUZZ_RUNS / 4) },
  );
});

/** Companies of these ids and names, each of which owns the next. */
function datasetOf(ids: readonly string[]) {
  return {
    format: 'throughline/1' as const,
    id: 'hostile',
    title: 'Hostile ids',
    sources: [{ id: ids[0]!, title: ids[0]!, publisher: ids[0]!, kind: 'registry' as const }],
    entities: ids.map((id) => ({ id, type: 'company' as const, name: id.trim() === '' ? `_${id}` : id, aliases: [`${id}!`] })),
    relationships: ids
      .slice(1)
      .map((id, i) => ({
        id: `${ids[i]!}→${id}`, type: 'owns' as const, from: ids[i]!, to: id, share: 60,
        claims: [{ source: ids[0]!, stance: 'asserts' as const }],
      })),
  };
}

import { expect, test } from 'vitest';
import type { Dataset, Relationship } from '../../model';
import { reconciliationService } from '../../reconciliation';
import { MemoryStore } from '../../store';
import { begin } from '../testing/begin';
import { testPlatform } from '../testing/testPlatform';

const SERVICE = 'https://register.example/reconcile';
const register: Dataset = {
  format: 'throughline/1', id: 'register', title: 'The register', sources: [], relationships: [],
  entities: [
    { id: 'r-1', type: 'company', name: 'Orascom Telecom Holding', jurisdiction: 'EG', summary: 'Struck off in 2019' },
    { id: 'r-2', type: 'company', name: 'Orascom Construction' },
  ],
};

/** A workspace whose page has a register asked, a real service of ours; what was sent is written down. */
async function beginWithRegister() {
  const service = reconciliationService(await MemoryStore.open(register), { id: 'register', title: 'The register', version: '1' });
  const sent: Readonly<Record<string, string>>[] = [];
  const platform = testPlatform({
    registers: {
      services: async () => [SERVICE],
      post: async (address, form) => {
        sent.push(form);
        const answer = await service({ method: 'POST', address, path: '', parameters: new URLSearchParams(form) });
        return { status: answer.status, ...('json' in answer ? { json: answer.json } : {}) };
      },
    },
  });
  return { ...(await begin(platform)), sent };
}

test('nothing leaves before the user has said yes, and then what was shown and nothing else', async () => {
  const { workspace, state, sent } = await beginWithRegister();
  await workspace.run('askRegister', ['orascom']);
  expect(state().register).toMatchObject({
    phase: 'choosing', services: [SERVICE], service: SERVICE, entities: ['orascom'], allowed: false,
  });
  await workspace.run('chooseRegister', { fields: ['country'] });
  await workspace.run('closeRegister');
  await workspace.run('askRegister', ['orascom']);
  expect(sent).toEqual([]);
  await workspace.run('sendToRegister', { service: SERVICE, fields: [], always: false });
  const name = state().records.entities.get('orascom')!.name;
  expect(sent).toEqual([{}, { queries: JSON.stringify({ q0: { query: name, limit: 5 } }) }]);
  expect(state().register).toMatchObject({ phase: 'answered', asked: ['orascom'], answer: { manifest: { name: 'The register' } } });
});

test('where it cannot be told which registers there are, that is said, and not that there are none', async () => {
  const platform = testPlatform({
    registers: {
      services: () => Promise.reject(new TypeError('Failed to fetch')),
      post: () => Promise.reject(new TypeError('Nothing is to be sent.')),
    },
  });
  const { workspace, state } = await begin(platform);
  await workspace.run('askRegister', ['orascom']);
  expect(state().register).toMatchObject({ phase: 'failed', message: expect.stringMatching(/The server cannot be reached/) });
  expect(state().register!.services).toBeUndefined();
});

test('a yes for good is kept for this service and these fields alone, and can be taken back', async () => {
  const { workspace, state, sent } = await beginWithRegister();
  await workspace.run('askRegister', ['orascom']);
  await workspace.run('sendToRegister', { service: SERVICE, fields: ['country'], always: true });
  await workspace.run('askRegister', ['otmt']);
  expect(state().register).toMatchObject({ phase: 'answered', allowed: true, fields: ['country'], asked: ['otmt'] });
  expect(sent).toHaveLength(4);
  await workspace.run('chooseRegister', { service: 'https://other.example/' });
  expect(state().register!.allowed).toBe(false);
  await workspace.run('sendToRegister', { service: SERVICE, fields: [], always: false });
  await workspace.run('askRegister', ['otmt']);
  expect(state().register).toMatchObject({ phase: 'choosing', allowed: false });
  expect(sent).toHaveLength(6);
});

test('who is accepted is an entity of the register with a sameAs and a dated source, which one undo takes back', async () => {
  const { workspace, state } = await beginWithRegister();
  const before = state();
  await workspace.run('askRegister', ['orascom']);
  await workspace.run('sendToRegister', { service: SERVICE, fields: [], always: false });
  const candidate = state().register!.answer!.candidates[0]!.find((c) => c.id === 'r-1')!;
  await workspace.run('acceptCandidate', { entity: 'orascom', candidate, as: 'probably' });
  const { relationships, entities, sources } = state().records;
  const added = [...relationships.values()].filter((r) => !before.records.relationships.has(r.id));
  const same = added.find((r) => r.type === 'sameAs') as Relationship;
  expect(same.claims).toMatchObject([{ stance: 'alleges', credibility: 3 }]);
  expect(entities.get(same.to)).toMatchObject({
    name: 'Orascom Telecom Holding', identifiers: [{ scheme: 'The register', value: 'r-1' }],
    claims: [{ stance: 'asserts', statement: expect.stringContaining('Struck off in 2019') }],
  });
  const published = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  expect(sources.get(same.claims[0]!.source)).toMatchObject({ publisher: 'The register', url: SERVICE, published });
  expect(state().chart.entities.has(same.to)).toBe(before.chart.entities.has('orascom'));
  await workspace.run('undo');
  expect(state().chart.entities).toEqual(before.chart.entities);
  expect(state().edits).toEqual(before.edits);
});

test('without a register that the page may have asked, it is said so', async () => {
  const { workspace, state } = await begin();
  await workspace.run('askRegister', ['orascom']);
  expect(state().register).toMatchObject({ phase: 'choosing', services: [] });
});

test('a register that fails is told of, and what was asked is still there to be sent again', async () => {
  const { workspace, state } = await begin(
    testPlatform({ registers: { services: async () => [SERVICE], post: async () => ({ status: 403 }) } }),
  );
  await workspace.run('askRegister', ['orascom']);
  await workspace.run('sendToRegister', { service: SERVICE, fields: ['country'], always: false });
  expect(state().register).toMatchObject({
    phase: 'failed', message: expect.stringContaining('403'), fields: ['country'], entities: ['orascom'],
  });
});

import { expect, test } from 'vitest';
import type { GraphStore } from '../../store';
import { begin } from '../testing/begin';
import { testPlatform } from '../testing/testPlatform';

async function traced(over: Parameters<typeof testPlatform>[0] = {}) {
  const { workspace, platform, state } = await begin(testPlatform(over));
  await workspace.run('constrain', { from: 'otmt', to: 'loxley' });
  return { workspace, platform, trace: () => state().trace };
}

test('with every answer comes who stands between, and a smallest set is ringed', async () => {
  const { workspace, trace } = await traced();
  expect(trace().between).toMatchObject({
    phase: 'answered', answer: { onEveryRoute: ['cheo', 'kptc'], separators: [['cheo'], ['kptc']], complete: true },
  });
  expect(trace().ringed).toEqual(['cheo']);
  await workspace.run('ringNext');
  expect(trace().ringed).toEqual(['kptc']);
  await workspace.run('ringNext');
  expect(trace().ringed).toBeUndefined();
});

/** An error with words for a person. */
class GoneError extends Error {
  override readonly name = 'GoneError';
}

test('what cannot be answered is told where the answer would be, and can be asked again', async () => {
  let broken = true;
  const wrap = (store: GraphStore): GraphStore =>
    new Proxy(store, {
      get: (target, key) =>
        key === 'between' && broken ? () => Promise.reject(new GoneError('The server is gone.')) : (Reflect.get(target, key) as unknown),
    });
  const { workspace, trace } = await traced({ wrap });
  expect(trace().between).toEqual({ phase: 'failed', message: 'The server is gone.' });
  expect(trace().answer?.routes).toHaveLength(1);
  broken = false;
  await workspace.run('askBetween');
  expect(trace().between?.phase).toBe('answered');
});

test('an entity set aside says what fell; the same switch, or undo, gives it back with its routes', async () => {
  const { workspace, platform, trace } = await traced();
  const before = trace().answer;
  await workspace.run('setAsideEntity', 'cheo');
  expect(trace().answer?.routes).toEqual([]);
  expect(trace().setAside).toEqual({ before: 1, remain: 0, fell: [['otmt', 'cheo', 'kptc', 'loxley']], changed: [] });
  expect(platform.address.query()).toContain('avoid=cheo');
  expect(workspace.state.getState().history.undo.at(-1)).toBe('Set aside CHEO');
  await workspace.run('undo');
  expect(trace().question.avoid).toEqual([]);
  expect(trace().answer).toEqual(before);
  await workspace.run('redo');
  expect(trace().setAside?.remain).toBe(0);
  await workspace.run('setAsideEntity', 'cheo');
  expect(trace().answer?.routes).toEqual(before?.routes);
  expect(trace().setAside).toBeUndefined();
});

test('whose ties are not counted stands between nobody; counted again, kept in the link and taken back as one step', async () => {
  const { workspace, platform, trace } = await traced();
  const usual = trace();
  await workspace.run('notThrough', ['owns']);
  expect(trace().between).toMatchObject({ phase: 'answered', answer: { onEveryRoute: [], share: [], leftOut: { owns: 3 } } });
  expect(trace().answer).toBe(usual.answer);
  expect(platform.address.query()).toContain('uncounted=owns');
  await workspace.run('undo');
  expect(trace().question).toEqual(usual.question);
  expect(trace().between).toEqual(usual.between);
  await workspace.run('notThrough', []);
  expect(trace().between).toMatchObject({ answer: { onEveryRoute: ['cheo', 'kptc'], leftOut: {} } });
  await workspace.run('notThrough', undefined);
  expect(trace().question.notThrough).toBeUndefined();
});

test('a source set aside changes statuses, is in the address, and is put back with all else', async () => {
  const { workspace, platform, trace } = await traced();
  await workspace.run('setAsideSource', 'hill');
  expect(trace().setAside).toMatchObject({
    before: 1, remain: 1, changed: [{ relationship: 'loxley-kptc', before: 'disputed', after: 'reported' }],
  });
  expect(platform.address.query()).toContain('trace-without=hill');
  await workspace.run('putBack');
  expect(trace().question.filter.withoutSources).toBeUndefined();
  expect(trace().setAside).toBeUndefined();
});

test('routes that share nobody are highlighted together until another route is chosen', async () => {
  const { workspace, trace } = await traced();
  await workspace.run('showDisjoint');
  expect(trace().chains).toEqual([['otmt', 'cheo', 'kptc', 'loxley']]);
  await workspace.run('showRoute', 0);
  expect(trace().chains).toBeUndefined();
});

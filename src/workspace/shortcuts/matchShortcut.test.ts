import { expect, test } from 'vitest';
import { createWorkspace, commands, matchShortcut, type KeyPress } from '..';
import { smallCase } from '../testing/smallCase';
import { testPlatform } from '../testing/testPlatform';

const key = (name: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more,
});
const field = { tagName: 'INPUT', type: 'text' };
const outside = { inChart: false };

async function state(run: (w: ReturnType<typeof createWorkspace>) => Promise<void> = async () => undefined) {
  const workspace = createWorkspace(testPlatform());
  await workspace.ready;
  await run(workspace);
  return workspace.state.getState();
}

const selected = () => state((w) => w.run('selectEntity', 'panda'));

test.each([
  [key('h'), 'hide'], [key('H'), 'hide'], [key('e'), 'toggleNeighbours'], [key('p'), 'togglePin'], [key('f'), 'fit'],
  [key('/'), 'focusSearch'], [key('t'), 'showTrace'], [key('?', { shiftKey: true }), 'openHelp'],
  [key('k', { ctrlKey: true }), 'openPalette'], [key('k', { metaKey: true }), 'openPalette'], [key('Delete'), 'remove'],
])('%o means a command', async (press, id) => {
  expect(matchShortcut(press, await selected(), outside)).toBe(id);
});

test('undo and redo wait until there is something to undo', async () => {
  expect(matchShortcut(key('z', { ctrlKey: true }), await state(), outside)).toBeUndefined();
  expect(matchShortcut(key('z', { ctrlKey: true }), await state((w) => w.run('hide', 'panda')), outside)).toBe('undo');
  const undone = await state(async (w) => {
    await w.run('hide', 'panda');
    await w.run('undo');
  });
  expect(matchShortcut(key('Z', { metaKey: true, shiftKey: true }), undone, outside)).toBe('redo');
});

test('keys typed into a field are text, except Escape, the palette and saving', async () => {
  const now = await selected();
  expect(matchShortcut(key('h', { target: field }), now, outside)).toBeUndefined();
  expect(matchShortcut(key('z', { ctrlKey: true, target: field }), now, outside)).toBeUndefined();
  expect(matchShortcut(key('k', { ctrlKey: true, target: field }), now, outside)).toBe('openPalette');
  expect(matchShortcut(key('Escape', { target: field }), now, outside)).toBe('clearSelection');
  expect(matchShortcut(key('s', { ctrlKey: true, target: field }), now, outside)).toBe('saveCase');
  expect(matchShortcut(key('S', { metaKey: true, shiftKey: true, target: field }), now, outside)).toBe('saveCaseAs');
  expect(matchShortcut(key('h', { target: { tagName: 'INPUT', type: 'checkbox' } }), now, outside)).toBe('hide');
});

test('arrows and Tab walk the chart only while it has the focus', async () => {
  const now = await selected();
  expect(matchShortcut(key('ArrowLeft'), now, outside)).toBeUndefined();
  expect(matchShortcut(key('ArrowLeft'), now, { inChart: true })).toBe('moveLeft');
  expect(matchShortcut(key('Tab', { shiftKey: true }), now, { inChart: true })).toBe('previousEntity');
});

test('while a dialog is open no command runs behind it', async () => {
  const now = await state((w) => w.run('openHelp'));
  expect(matchShortcut(key('f'), now, outside)).toBeUndefined();
  expect(matchShortcut(key('s', { ctrlKey: true, target: field }), now, outside)).toBeUndefined();
  expect(matchShortcut(key('Escape'), now, outside)).toBe('clearSelection');
});

/** While two states are compared, the keys of routes step through changes: never are both enabled. */
const IN_PLACE_OF_ROUTES = new Set(['nextChange', 'previousChange']);

test('no two commands share a shortcut', () => {
  const all = Object.entries(commands)
    .filter(([id]) => !IN_PLACE_OF_ROUTES.has(id))
    .flatMap(([, { shortcut }]) => shortcut ?? []).map((s) => s.toLowerCase());
  expect(all).toEqual([...new Set(all)]);
});

test('the keys of routes step through changes while two states are compared, and through routes before and after', async () => {
  const routes = (w: ReturnType<typeof createWorkspace>) => w.run('constrain', { from: 'huawei', to: 'koryolink' });
  expect(matchShortcut(key(']'), await state(routes), outside)).toBe('nextRoute');
  const compared = await state(async (w) => {
    await routes(w);
    await w.run('compareWith', new File([JSON.stringify({ ...smallCase, relationships: [] })], 'before.json'));
  });
  expect(matchShortcut(key(']'), compared, outside)).toBe('nextChange');
  expect(matchShortcut(key('['), compared, outside)).toBe('previousChange');
  for (const id of ['nextRoute', 'previousRoute'] as const) expect(commands[id].enabled(compared)).toBe(false);
});

import { expect, test } from 'vitest';
import { remoteStore } from './remoteStore';

test('a store that is elsewhere keeps what its owner gives it, and sends every question on', async () => {
  const asked: string[] = [];
  const transport = { ask: (name: string) => Promise.resolve(asked.push(name)), close: () => Promise.resolve() };
  const store = Object.assign(remoteStore(transport, ['matches']), { write: () => 'written here' });
  expect(store.write()).toBe('written here');
  await store.describe();
  expect(asked).toEqual(['describe']);
  expect(store.matches).toBeUndefined();
});

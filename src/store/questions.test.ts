import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { conformanceCase } from './testing/conformanceCase';
import { requestTable } from './http';
import { MemoryStore } from './memory';
import { questions } from './questions';

const table = Object.entries(questions);

test('every question stands in the README with the sentence that says what it asks', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  for (const [name, { about }] of table) expect(readme).toContain(`| \`${name}\` | ${about} |`);
});

test('a store in memory answers every question by its name', async () => {
  const store = await MemoryStore.open(conformanceCase);
  for (const [name] of table) expect(store, name).toHaveProperty(name, expect.any(Function));
});

test('a server tells which questions there are and what shape they have, but for those that change what it holds', async () => {
  const answer = await requestTable(await MemoryStore.open(conformanceCase))('GET', '/', undefined);
  const { questions: told } = answer.json as { questions: { name: string; path: string; asked: unknown }[] };
  expect(told.map((q) => q.name)).toEqual(table.filter(([, q]) => q.shared).map(([name]) => name));
  expect(told.find((q) => q.name === 'whyNoRoute')).toMatchObject({
    method: 'POST', path: '/why-no-route', asked: { type: 'object', required: ['from', 'to'] },
  });
  expect(told.map((q) => q.name)).not.toContain('revise');
});

test('every shape of a question can be told as JSON Schema', () => {
  for (const [name, { asked }] of table) expect(() => z.toJSONSchema(asked, { io: 'input' }), name).not.toThrow();
});

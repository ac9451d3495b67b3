import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { conformanceCase } from '../testing/conformanceCase';
import { MemoryStore } from '../memory';
import { wrongByOpenApi } from '../testing/openApiAnswers';
import { openApi } from './openApi';
import { requestTable } from './requestTable';
import { sharedQuestions } from './sharedQuestions';

interface Described {
  paths: Record<string, { post: { operationId: string; requestBody: { required: boolean } } }>;
  components: { schemas: Record<string, unknown>; securitySchemes?: unknown };
}

const described = (guarded = false) => openApi({ version: '1.2.3', guarded }) as unknown as Described;

test.each([true, false])('the description of a server is valid by the schema of OpenAPI 3.1 (with a token: %s)', async (guarded) => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(described(guarded))) as Record<string, unknown>);
  expect([valid, errors ?? []]).toEqual([true, []]);
  expect(validator.version).toBe('3.1');
});

test('it describes every question that a server answers, and no other', () => {
  const told = Object.entries(described().paths).map(([path, { post }]) => [path, post.operationId]);
  expect(told).toEqual(sharedQuestions.map(({ path, name }) => [path, name]));
});

test('every part that it refers to is there, and every part is referred to', () => {
  const { components } = described();
  const references = new Set([...JSON.stringify(described()).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((m) => m[1]));
  expect([...references].sort()).toEqual(Object.keys(components.schemas).sort());
  expect(JSON.stringify(described())).not.toContain('#/$defs');
});

test('a question of which nothing need be said may be left out', () => {
  const { paths } = described();
  expect(paths['/describe']!.post.requestBody.required).toBe(false);
  expect(paths['/routes']!.post.requestBody.required).toBe(true);
});

test('a wrong answer, and a wrong question, are told from right ones', async () => {
  const table = requestTable(await MemoryStore.open(conformanceCase));
  const { json } = await table('POST', '/describe', {});
  expect(wrongByOpenApi('/describe', {}, 200, json)).toEqual([]);
  expect(wrongByOpenApi('/describe', {}, 200, { ...(json as object), entities: 'many' })).not.toEqual([]);
  expect(wrongByOpenApi('/describe', {}, 200, { ...(json as object), more: 1 })).not.toEqual([]);
  expect(wrongByOpenApi('/search', { text: 5 }, 200, [])).not.toEqual([]);
});

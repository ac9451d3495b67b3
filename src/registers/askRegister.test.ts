import { expect, test } from 'vitest';
import { askRegister, RegisterError, type PostToRegister, type RegisterReply } from './askRegister';
import { queryOf } from './question';

const about = { versions: ['0.2'], name: 'Register', identifierSpace: 'urn:i', schemaSpace: 'urn:s' };
const queries = (n: number) => Array.from({ length: n }, (_, i) => ({ query: `Name ${i}`, limit: 5 }));

/** A service that answers with the text of each query as the name of a candidate, after these replies. */
function service(first: readonly RegisterReply[] = [], manifest: object = about) {
  const forms: Readonly<Record<string, string>>[] = [];
  const left = [...first];
  const post: PostToRegister = async (form) => {
    forms.push(form);
    const reply = left.shift();
    if (reply) return reply;
    if (form.queries === undefined) return { status: 200, json: manifest };
    const asked = JSON.parse(form.queries) as Record<string, { query: string }>;
    const result = Object.entries(asked).map(([key, { query }]) => [key, { result: [{ id: query, name: query, score: 1 }] }]);
    return { status: 200, json: Object.fromEntries(result) as unknown };
  };
  const waited: number[] = [];
  const wait = async (ms: number, signal: AbortSignal) => {
    waited.push(ms);
    signal.throwIfAborted();
  };
  return { post, wait, forms, waited, signal: new AbortController().signal };
}

test('batches are no larger than the manifest allows, and every answer comes to its query', async () => {
  const around = service([], { ...about, batchSize: 4 });
  const { candidates } = await askRegister(queries(10), around);
  const sizes = around.forms.map(({ queries = '{}' }) => Object.keys(JSON.parse(queries) as object).length);
  expect(sizes).toEqual([0, 4, 4, 2]);
  expect(candidates.map((c) => c[0]!.name)).toEqual(queries(10).map((q) => q.query));
});

test('a service that is busy is asked again, later each time, or when it says', async () => {
  const busy = service([{ status: 429 }, { status: 503 }, { status: 503, retryAfter: 7 }]);
  await askRegister(queries(1), busy);
  expect(busy.waited).toEqual([1000, 2000, 7000]);
});

test.each<[string, readonly RegisterReply[], object, RegExp]>([
  ['is busy for too long', Array.from({ length: 4 }, () => ({ status: 503 })), about, /status 503, 4 times/],
  ['refuses', [{ status: 403 }], about, /status 403\./],
  ['answers with a page', [{ status: 200 }], about, /no JSON/],
  ['is no such service', [], { hello: 'world' }, /Its manifest is not what .*: name/],
  ['speaks another version', [], { ...about, versions: ['2.0'] }, /other versions/],
])('a service that %s is told of in a sentence', async (_, first, manifest, says) => {
  const asked = askRegister(queries(1), service(first, manifest));
  await expect(asked).rejects.toThrow(RegisterError);
  await expect(asked).rejects.toThrow(says);
});

test('a question that is given up asks nothing more', async () => {
  const given = new AbortController();
  const around = service([], { ...about, batchSize: 1 });
  const asked = askRegister(queries(5), {
    ...around, signal: given.signal,
    post: async (form, signal) => {
      if (around.forms.length === 2) given.abort(new TypeError('given up'));
      return around.post(form, signal);
    },
  });
  await expect(asked).rejects.toThrow('given up');
  expect(around.forms).toHaveLength(3);
});

test('what leaves is the name, and only the fields that were chosen', () => {
  const entity = {
    id: 'q', type: 'company' as const, name: 'Quayside', aliases: ['Secret alias'], jurisdiction: 'CY', start: '1998', summary: 'Secret',
    identifiers: [{ scheme: 'LEI', value: '549300' }], claims: [{ source: 's', stance: 'asserts' as const, statement: 'Secret' }],
  };
  expect(queryOf(entity, [])).toEqual({ query: 'Quayside', limit: 5 });
  const all = queryOf(entity, ['country', 'date', 'numbers']);
  expect(all.properties).toEqual([
    { pid: 'country', v: 'CY' }, { pid: 'incorporationDate', v: '1998' }, { pid: 'registrationNumber', v: ['LEI 549300'] },
  ]);
  expect(JSON.stringify(all)).not.toContain('Secret');
  expect(queryOf({ id: 'p', type: 'person', name: 'Zoë' }, ['country', 'date', 'numbers'])).toEqual({ query: 'Zoë', limit: 5 });
});

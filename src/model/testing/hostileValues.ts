import fc from 'fast-check';

/** How often each test that feeds anything at all does so; `FUZZ_RUNS` makes it a longer run. */
export const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 100);

/**
 * Texts that have broken programs: names of what every object has, letters beyond the basic plane, halves of them, what is not seen,
 * figures out of reach.
 */
export const HOSTILE_TEXTS = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  '',
  ' ',
  '.',
  '..',
  '-',
  '--',
  '~',
  '%',
  '%zz',
  'null',
  '𝔒𝔞𝔨 😀',
  '👨‍👩‍👧',
  '\ud800',
  '\udc00 half',
  'Oak\u202egnidarT',
  '\u3164\u200b',
  '\u0000',
  '\u001b[2J',
  '=SUM(A1)',
  '<script>alert(1)</script>',
  '${x}',
  '1e999',
  '-1e308',
  '9007199254740993',
  '9'.repeat(400),
  '2003-02-30',
  '..2008',
  '2008..',
  '2016..2008',
  'x'.repeat(5000),
  '[',
  '{"',
  '\'"`;--',
] as const;

/** Such a text, or any. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) }, fc.string({ unit: 'binary', maxLength: 12 }),
);

/** So many lists one in another. */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
}

/** What JSON can hold and a program does not expect; keys may be `__proto__` as own fields. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(-1, -0, 0.5, 1e308, 5e-324, Number.MAX_SAFE_INTEGER + 2, true, null, [null], [[]], nested(40), nested(3000)),
  fc
    .constantFrom('{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}')
    .map((text) => JSON.parse(text) as unknown),
);

/** Whether every object has something that none should have. */
export function isPolluted(): boolean {
  return Object.keys(Object.prototype).length > 0 || ({} as { polluted?: unknown }).polluted !== undefined;
}

/** A JSON value in which one value anywhere was replaced by another, one key renamed, or one field put in. */
export function withChange(value: unknown, put: fc.Arbitrary<unknown> = hostileJson): fc.Arbitrary<unknown> {
  const text = JSON.stringify(value);
  return fc
    .record({ path: fc.constantFrom(...pathsOf(value)), value: put, key: fc.option(hostileText, { freq: 3 }) })
    .map(({ path, value: other, key }) => {
      const changed = JSON.parse(text) as Record<string, unknown>;
      const holder = path.slice(0, -1).reduce((at, step) => at[step] as Record<string, unknown>, changed);
      if (key === null) holder[path.at(-1)!] = other;
      else Object.defineProperty(holder, key, { value: other, enumerable: true, configurable: true, writable: true });
      return changed;
    });
}

function pathsOf(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])]);
}

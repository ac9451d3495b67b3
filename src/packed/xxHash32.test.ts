import { expect, test } from 'vitest';
import { xxHash32 } from './xxHash32';

test('gives what the specification of xxHash gives', () => {
  const hash = (text: string) => xxHash32(new TextEncoder().encode(text)).toString(16);
  expect(hash('')).toBe('2cc5d05');
  expect(hash('a')).toBe('550d7456');
  expect(hash('abc')).toBe('32d153ff');
  expect(hash('Nobody inspects the spammish repetition')).toBe('e2293b2f');
});

test('does not depend on where in memory the bytes lie', () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, i) => i * 7);
  expect(xxHash32(bytes.subarray(3))).toBe(xxHash32(bytes.slice(3)));
});

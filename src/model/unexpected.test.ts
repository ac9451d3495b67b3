import { expect, test } from 'vitest';
import { z } from 'zod';
import { errorText, isUnexpected, unexpectedText } from './index';

class OwnError extends Error {
  override readonly name = 'OwnError';
}

function thrown(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

const RAW = [
  thrown(() => (undefined as unknown as { x: number }).x),
  thrown(() => JSON.parse('{')),
  thrown(() => decodeURIComponent('%')),
  thrown(() => new Array(-1)),
  thrown(() => z.string().parse(1)),
  new Error('Minified React error #31'),
  new AggregateError([], 'All promises were rejected'),
  new DOMException('The requested version (1) is less than the existing version (2).', 'VersionError'),
  { code: 7 },
  undefined,
];

test.each(RAW.map((error) => [error instanceof Error ? `${error.name}: ${error.message.slice(0, 40)}` : String(error), error]))(
  'what an engine, a browser or a library says never reaches a person: %s',
  (_, error) => {
    expect(isUnexpected(error)).toBe(true);
    const text = errorText(error);
    expect(text).toMatch(/^[A-Z][^{}[\]#]+\.$/);
    if (error instanceof Error) expect(text).not.toContain(error.message);
  },
);

test('what our own errors say does, and what was thrown as a sentence', () => {
  expect(errorText(new OwnError('There is nothing to do.'))).toBe('There is nothing to do.');
  expect(errorText('Cancelled.')).toBe('Cancelled.');
});

test('what a browser means is said with what to do about it', () => {
  expect(unexpectedText(new DOMException('x', 'QuotaExceededError'))).toContain('no room left');
  expect(unexpectedText(new DOMException('The requested file could not be read', 'NotReadableError'))).toContain('Choose it again');
  expect(unexpectedText(new TypeError('error loading dynamically imported module: https://x/y.js'))).toContain('server cannot be reached');
});

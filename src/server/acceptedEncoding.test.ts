import { expect, test } from 'vitest';
import { acceptedEncoding } from './acceptedEncoding';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP;q=1.0, br;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0.1', 'gzip'],
  ['gzip;q=0', undefined],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['gzip;q=much', undefined],
])('the header %j asks for %j', (header, encoding) => expect(acceptedEncoding(header)).toBe(encoding));

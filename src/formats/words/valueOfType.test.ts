import { describe, expect, test } from 'vitest';
import { valueOfType } from './valueOfType';

describe('a text by its declared type', () => {
  test.each([
    ['12', 'integer', 12],
    ['12.0', 'int', 12],
    ['-3', 'long', -3],
    ['9007199254740993', 'long', '9007199254740993'],
    ['1e3', 'double', 1000],
    ['.5', 'float', 0.5],
    ['1.', 'bigdecimal', 1],
    ['TRUE', 'boolean', true],
    ['0', 'boolean', false],
    ['45', 'string', '45'],
    ['45', 'anyURI', '45'],
    ['45', 'unheard-of', '45'],
    ['a|b', 'liststring', ['a', 'b']],
    ['a;b', 'liststring', ['a', 'b']],
    ['a, b', 'liststring', ['a', 'b']],
    ['[a, "b, \\"c\\"", d]', 'liststring', ['a', 'b, "c"', 'd']],
    ['[1, 2]', 'listinteger', [1, 2]],
    ['true|false', 'listboolean', [true, false]],
    ['', 'liststring', []],
    ['[]', 'listdouble', []],
  ])('%s as %s', (text, type, value) => expect(valueOfType(text, type)).toEqual({ value, fits: true }));

  test.each([
    ['twelve', 'integer'], ['1.5', 'integer'], ['1,5', 'double'], ['perhaps', 'boolean'], ['1|b', 'listinteger'],
  ])('%s is no %s', (text, type) => expect(valueOfType(text, type).fits).toBe(false));

  test('takes no longer for what is long and none', () => {
    expect(valueOfType(`${'1'.repeat(1_000_000)}x`, 'double').fits).toBe(false);
    expect(valueOfType('a', 'list'.repeat(100_000)).value).toEqual(['a']);
    expect(valueOfType(`["${'\\"'.repeat(200_000)}`, 'liststring').fits).toBe(true);
  });
});

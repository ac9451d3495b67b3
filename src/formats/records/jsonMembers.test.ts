import { expect, test } from 'vitest';
import { endOfValue } from './endOfValue';
import { memberAt, skipSeparators } from './jsonMembers';

const text = '\ufeff { "a" : [1, {"x": 2}], "b\\"c": "d",\n"e": {} }';

test('the fields of an object are found one after another, whatever their values hold', () => {
  const keys: string[] = [];
  let at = skipSeparators(text, 0) + 1;
  for (let member = memberAt(text, at); member; member = memberAt(text, at)) {
    keys.push(member.key);
    at = endOfValue(text, member.start)!;
  }
  expect(keys).toEqual(['a', 'b"c', 'e']);
  expect(text[skipSeparators(text, at)]).toBe('}');
});

test.each(['}', '"a"', '"a" 1', '', `"${'x'.repeat(5000)}": 1`, '"a\n": 1'])('at %j there is no field', (strange) => {
  expect(memberAt(strange, 0)).toBeUndefined();
});

test('a name with a broken escape stands as it is written', () => {
  expect(memberAt('"\\u12": 1', 0)).toEqual({ key: '\\u12', start: 8 });
});

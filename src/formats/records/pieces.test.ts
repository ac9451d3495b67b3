import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FUZZ_RUNS } from '../testing/mutations';
import { decodeLeniently, LenientDecoder } from '../text';
import { JsonRecords, jsonRecords, MOST_BROKEN_OFF } from './jsonRecords';

const LONGEST = 60;
const LOOKED = 25;

/** The records of a text in one piece, or cut at these places. */
function recordsOf(text: string, cuts: readonly number[] = [], longest = LONGEST) {
  const records = new JsonRecords({ longest, looked: LOOKED });
  return [...cutAt(text, cuts).flatMap((piece) => [...records.push(piece)]), ...records.end()];
}

function cutAt<T extends { slice(from: number, to: number): T; readonly length: number }>(whole: T, cuts: readonly number[]): T[] {
  const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
  return places.slice(1).map((end, i) => whole.slice(places[i]!, end));
}

const token = fc.constantFrom(
  '{"a":1}', '{"id":"x","b":[1,2]}', '[', ']', '{', '}', ',', ',\n', '\n', '\r\n', ' ', '  ', '"', '"text"', '\\', '\\"', '"a":', '12',
  'null', 'é', '😀', `{"long":"${'x'.repeat(LONGEST)}"}`, '{"cut":"', '{"open":{', `"${'y'.repeat(40)}`, '\ufeff',
);
const oddText = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''));
const listText = fc.array(token, { maxLength: 30 }).map((tokens) => `[\n${tokens.join('')}`);
const linesText = fc.array(token, { maxLength: 30 }).map((tokens) => `{"a":1}\n{"a":2}\n{"a":3}\n${tokens.join('')}`);
const cuts = fc.array(fc.nat(), { maxLength: 12 });

describe('however a text is cut into pieces, whatever is in it, its records are the same', () => {
  test.each([['of anything', oddText], ['of a list', listText], ['of lines', linesText]])('%s', (_what, text) => {
    fc.assert(
      fc.property(text, cuts, (whole, places) => {
        expect(recordsOf(whole, places)).toEqual(recordsOf(whole));
      }),
      { numRuns: FUZZ_RUNS * 20 },
    );
  });

  test('character by character', () => {
    fc.assert(
      fc.property(fc.oneof(oddText, listText, linesText), (whole) => {
        expect(
          recordsOf(
            whole, [...whole].map((_, i) => i),
          ),
        ).toEqual(recordsOf(whole));
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

describe('however bytes are cut into pieces, whatever they are, their text is the same', () => {
  const decoded = (bytes: Uint8Array, places: readonly number[]) => {
    const decoder = new LenientDecoder();
    const text = cutAt(bytes, places).map((piece) => decoder.push(piece)).join('') + decoder.end();
    return decoder.issue ? { text, issue: decoder.issue } : { text };
  };
  const encoded = (encoding: BufferEncoding, mark: string) => oddText.map((text) => Uint8Array.from(Buffer.from(mark + text, encoding)));
  const broken = fc
    .array(fc.oneof(fc.constantFrom(0xc3, 0xe2, 0xf0, 0xff, 0xef, 0xbf, 0xbd, 0x0a), fc.nat(255)), { maxLength: 40 })
    .map((bytes) => Uint8Array.from(bytes));
  const bigEndian = encoded('utf16le', '\ufeff').map((bytes) => Uint8Array.from(Buffer.from(bytes).swap16()));

  test.each([
    ['UTF-8', encoded('utf8', '')], ['UTF-8 with a byte order mark', encoded('utf8', '\ufeff')], ['UTF-16', encoded('utf16le', '\ufeff')],
    ['UTF-16, big end first', bigEndian], ['no text', broken],
  ])('%s', (_what, bytes) => {
    fc.assert(
      fc.property(bytes, cuts, (whole, places) => {
        expect(decoded(whole, places)).toEqual(decodeLeniently(whole));
      }),
      { numRuns: FUZZ_RUNS * 5 },
    );
  });

  test('a replacement character of the file’s own is no fault, and bytes that are none are told with their line', () => {
    expect(decodeLeniently(new TextEncoder().encode('a\n\uFFFD'))).toEqual({ text: 'a\n\uFFFD' });
    expect(decodeLeniently(Uint8Array.of(0x61, 0x0a, 0x0a, 0xff))).toMatchObject({
      text: 'a\n\n\uFFFD', issue: { code: 'not-text', at: 'line 3' },
    });
  });
});

describe('a record longer than the limit is passed over without being held', () => {
  const long = `{"id":"${'x'.repeat(200)}"}`;
  const codes = (text: string) => recordsOf(text, [5, 50, 100, 150]).map((r) => (r.issue ? `${r.issue.code} ${r.issue.value}` : r.at));

  test('in lines', () =>
    expect(codes(`{"a":1}\n{"a":2}\n${long}\n{"a":3}`)).toEqual(['line 1', 'line 2', 'too-long 209 characters', 'line 4']));
  test('in a list', () => expect(codes(`[{"a":1},${long},{"a":3}]`)).toEqual(['[0] (line 1)', 'too-long 209 characters', '[2] (line 1)']));
  test('alone', () => expect(codes(long)).toEqual(['too-long 209 characters']));
  test('at the end of a file that breaks off', () =>
    expect(codes(`[{"a":1},${long.slice(0, 150)}`)).toEqual(['[0] (line 1)', 'too-long 150 characters', 'cut-short undefined']));
  test('but where a line begins the next object, the one before was not closed', () => {
    const element = `{"a":"${'x'.repeat(20)}"}`;
    expect(recordsOf(`[\n  {"a":{\n  ${element},\n  ${element},\n  ${element}]`).map((r) => r.issue?.code ?? r.at)).toEqual([
      'not-json', '[1] (line 3)', '[2] (line 4)', '[3] (line 5)',
    ]);
  });
});

test('a list in which everything breaks off is given up', () => {
  const records = [...jsonRecords(`[\n${'{"a":"\n'.repeat(MOST_BROKEN_OFF + 10)}`)];
  expect(records.map((r) => r.issue!.code)).toEqual([...Array.from({ length: MOST_BROKEN_OFF }, () => 'not-json'), 'too-many-faults']);
});

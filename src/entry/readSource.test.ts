import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { source as schema } from '../model';
import { readSource } from '.';

const read = (text: string) => readSource(text, '2026-11-27')!;

describe('what is pasted as a source', () => {
  test('an address tells publisher, title and date as far as they stand in it, and when it was read', () => {
    expect(read('https://www.asiatimes.example/2019/07/huawei-in-north-korea/')).toEqual({
      as: 'address', left: [],
      source: {
        title: 'Huawei in north korea', publisher: 'asiatimes.example', published: '2019-07',
        url: 'https://www.asiatimes.example/2019/07/huawei-in-north-korea/', accessed: '2026-11-27', kind: 'news',
      },
    });
    expect(read('https://www.sec.gov/Archives/edgar/data/1/x.htm').source).toMatchObject({ kind: 'filing', publisher: 'sec.gov' });
  });

  test('an address of an archive is the original with its copy', () => {
    expect(read('https://web.archive.org/web/20120101000000/http://orascom.example/annual-report').source).toMatchObject({
      url: 'http://orascom.example/annual-report',
      archived: 'https://web.archive.org/web/20120101000000/http://orascom.example/annual-report', title: 'Annual report',
    });
  });

  test('BibTeX gives its fields, braces and all, and says what it left', () => {
    const entry =
      '@article{w19,\n title = {Leaked documents reveal {Huawei}\'s secret},\n author = {Nakashima, Ellen and Shih, Gerry},\n'
      + ' journal = "The Post", year = 2019, month = jul, day = {22}, url = {https://post.example/a}, pages = {1--4}\n}';
    expect(read(entry)).toEqual({
      as: 'BibTeX', left: ['pages'],
      source: {
        title: "Leaked documents reveal Huawei's secret", author: 'Nakashima, Ellen; Shih, Gerry', publisher: 'The Post',
        published: '2019-07-22', url: 'https://post.example/a', kind: 'news',
      },
    });
  });

  test('RIS gives its fields', () => {
    const entry =
      'TY  - RPRT\r\nTI  - Annual report 2008\r\nAU  - Orascom Telecom\r\nPB  - Orascom\r\nPY  - 2009/03//\r\n'
      + 'UR  - https://o.example/ar.pdf\r\nLA  - English\r\nSN  - 1\r\nER  - ';
    expect(read(entry)).toEqual({
      as: 'RIS', left: ['SN'],
      source: {
        title: 'Annual report 2008', author: 'Orascom Telecom', publisher: 'Orascom', published: '2009-03', url: 'https://o.example/ar.pdf',
        language: 'en', kind: 'report',
      },
    });
  });

  test('a citation gives what stands in quotation marks as the title, and its date and address', () => {
    expect(read('E. Nakashima, “Leaked documents”, The Washington Post, 22 July 2019, https://wp.example/x.').source).toEqual({
      title: 'Leaked documents', author: 'E. Nakashima', publisher: 'The Washington Post', published: '2019-07-22',
      url: 'https://wp.example/x', accessed: '2026-11-27', kind: 'news',
    });
    expect(read('Annual report 2008, Orascom Telecom').source).toEqual({
      title: 'Annual report 2008', publisher: 'Orascom Telecom', kind: 'other',
    });
    expect(read('Annual report 2008, Orascom Telecom, March 2009').source).toMatchObject({
      title: 'Annual report 2008', publisher: 'Orascom Telecom', published: '2009-03',
    });
    expect(read('A talk in Cairo').source).toEqual({ title: 'A talk in Cairo', publisher: 'not told', kind: 'other' });
  });

  test('nothing is no source', () => {
    expect(readSource('  \n ')).toBeUndefined();
  });

  test('whatever it is gives a source that the model takes', () => {
    const piece = fc.constantFrom(
      '@book{', 'TY  - ', 'TI  - ', '\n', '{', '}', '"', 'https://', 'http://x.example/%E0%A4%A', 'title = ', 'year = 99999', '2008-13-45',
      '“', '”', ', ', 'by A. B', '5 May 2009', 'language = {x}', '\u0000', '💡',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 10 }).map((p) => p.join('')), fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        (text) => {
          const found = readSource(text, '2026-11-27');
          if (found) expect(schema.safeParse({ id: 'x', ...found.source }).success).toBe(true);
          else expect(text.trim()).toBe('');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

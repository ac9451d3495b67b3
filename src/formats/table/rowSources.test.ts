import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFile } from '..';

const read = (text: string) => readFile(strToU8(text), { name: 'ties.csv', format: 'table' });

describe('sources in the rows', () => {
  test('several addresses are several sources, a stance is kept, a statement without a source is the file’s', async () => {
    const { dataset } = await read(
      'from,to,Source URL,Stance,Statement\nA,B,https://x.example/1 https://y.example/2,alleged,It is said.\nB,C,,denied,No.\nC,D,,,\n',
    );
    expect(dataset!.relationships.map((r) => r.claims.map((c) => `${c.source} ${c.stance} ${c.statement}`))).toEqual([
      ['x-example-1 alleges It is said.', 'y-example-2 alleges It is said.'], ['ties-csv denies No.'], [],
    ]);
    expect(dataset!.sources.map((s) => s.publisher)).toEqual(['x.example', 'y.example', 'not told']);
  });

  test('sources of which nobody says the publisher are never two witnesses', async () => {
    const { dataset } = await read('from,to,Source\nA,B,Letter\nA,B,Diary\n');
    expect(dataset!.sources.map((s) => `${s.title}: ${s.publisher}`)).toEqual(['Letter: not told', 'Diary: not told']);
  });

  test('that name the ids of a table of sources, one or several in a cell, cite those', async () => {
    const zip = zipSync({
      'entities.csv': strToU8('id,name,type\noak,Oak,company\nelm,Elm,company\n'),
      'relationships.csv': strToU8('id,from,to,type,sources\nr,oak,elm,owns,s\nq,oak,elm,owns,s; t\np,oak,elm,owns,s and more\n'),
      'sources.csv': strToU8('id,title,publisher\ns,Report,Oak\nt,Diary,Elm\n'),
    });
    const { dataset } = await readFile(zip, { name: 'tables.zip' });
    expect(dataset!.relationships.map((r) => r.claims.map((c) => c.source))).toEqual([['s'], ['s', 't'], ['s-and-more']]);
    expect(dataset!.sources.map((s) => s.title)).toEqual(['Report', 'Diary', 's and more']);
  });
});

const bad = ['javascript:alert(1)', 'see the annual report', 'https://', 'http:// a b'];

test.each(bad)('a row whose source has the address %s has it as the title, and as no address', async (text) => {
  const { dataset } = await readFile(
    strToU8(`from,to,type,source_url\nAsh,Elm,owns,https://a.example/1\nAsh,Oak,owns,https://a.example/2\nOak,Elm,owns,"${text}"\n`),
    { name: 'ties.csv' },
  );
  expect(dataset!.sources.map((s) => [s.title, s.url]).slice(2)).toEqual([[text, undefined]]);
});

test.each(bad)('a source with a title and the address %s is read without it, and that is told', async (text) => {
  const good = [1, 2].map((n) => `Ash${n},Elm,owns,Report ${n},https://a.example/${n}\n`).join('');
  const rows = `from,to,type,source_title,source_url\n${good}Oak,Elm,owns,Annual report,"${text}"\n`;
  const ties = await readFile(strToU8(rows), { name: 'ties.csv' });
  const zip = zipSync({
    'entities.csv': strToU8('id,name,type\noak,Oak,company\nelm,Elm,company\n'),
    'relationships.csv': strToU8('id,from,to,type,sources\nr,oak,elm,owns,s\n'),
    'sources.csv': strToU8(`id,title,publisher,url\nt,Report,Oak,https://a.example/1\ns,Annual report,Oak,"${text}"\n`),
  });
  for (const { dataset, report } of [ties, await readFile(zip, { name: 'tables.zip' })]) {
    expect(dataset!.sources.map((s) => [s.title, s.url])).toContainEqual(['Annual report', undefined]);
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'bad-url', value: text }));
  }
});

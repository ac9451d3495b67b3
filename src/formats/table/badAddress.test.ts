import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readFile } from '..';

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

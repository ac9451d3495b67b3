import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './story';

test('a report of what is seen is saved as a Word document with footnotes, and as a PDF', async ({ explorer }) => {
  await explorer.open();
  const word = await explorer.snapshots.save('Report, to be edited');
  expect(word.suggestedFilename()).toMatch(/\.report\.docx$/);
  const parts = unzipSync(new Uint8Array(await readFile(await word.path())));
  expect(strFromU8(parts['word/document.xml']!).match(/<w:footnoteReference /g)!.length).toBeGreaterThan(20);
  expect(Object.keys(parts).filter((name) => /media\/.*\.(?:svg|png)$/.test(name))).toHaveLength(2);
  const pdf = await explorer.snapshots.save('Report, to be read');
  expect((await readFile(await pdf.path(), 'latin1')).slice(0, 8)).toBe('%PDF-1.7');
});

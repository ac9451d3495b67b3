import { Bookmark, ExternalHyperlink, FootnoteReferenceRun, ImportedXmlComponent, TextRun, type ParagraphChild } from 'docx';
import type { ReportPart, ReportText } from '../report/report';

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}](?:[^\p{Script=Latin}\p{N}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M}])*/gu;

/** What XML 1.0 cannot hold is left out. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Which notes a document has a footnote of already: the next time a note is cited, the number of that footnote is referred to. */
export type CitedNotes = Set<number>;

/** The runs of a text. Each note is a footnote where it is cited first, and a reference to that one from then on. */
export function runsOf(text: ReportText, cited: CitedNotes): ParagraphChild[] {
  return text.flatMap((part) => partRuns(part, cited));
}

function partRuns(part: ReportPart, cited: CitedNotes): ParagraphChild[] {
  if (part.kind === 'notes') return part.numbers.flatMap((number, i) => [...(i === 0 ? [] : [raised(' ')]), noteRun(number, cited)]);
  if (part.kind === 'link') {
    return [new ExternalHyperlink({ link: part.url, children: [new TextRun({ text: written(part.text), style: 'Hyperlink' })] })];
  }
  return textRuns(part.text, { bold: part.kind === 'bold', italics: part.kind === 'italics' });
}

function noteRun(number: number, cited: CitedNotes): ParagraphChild {
  if (cited.has(number)) return noteReference(number);
  cited.add(number);
  return new Bookmark({ id: bookmarkOf(number), children: [new FootnoteReferenceRun(number)] });
}

/** The number of a footnote that stands elsewhere; Word keeps it true, and a click leads to where it stands. */
function noteReference(number: number): ParagraphChild {
  // Any component is written where it stands; the type of a paragraph's children names but some.
  return ImportedXmlComponent.fromXmlString(
    `<w:fldSimple w:instr=" NOTEREF ${bookmarkOf(number)} \\f \\h "><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`
    + `<w:t>${number}</w:t></w:r></w:fldSimple>`,
  ) as unknown as ParagraphChild;
}

function bookmarkOf(number: number): string {
  return `note${number}`;
}

function raised(text: string): TextRun {
  return new TextRun({ text, superScript: true });
}

/** Runs of a text; what is read from right to left is told to Word, which orders the marks beside it by that. */
export function textRuns(text: string, look: { readonly bold?: boolean; readonly italics?: boolean } = {}): TextRun[] {
  const runs: TextRun[] = [];
  let done = 0;
  const add = (piece: string, rightToLeft: boolean) => {
    if (piece === '') return;
    runs.push(new TextRun({
      text: piece, ...(look.bold ? { bold: true } : {}), ...(look.italics ? { italics: true } : {}),
      ...(rightToLeft ? { rightToLeft: true } : {}),
    }));
  };
  const clean = written(text);
  for (const found of clean.matchAll(RIGHT_TO_LEFT)) {
    add(clean.slice(done, found.index), false);
    add(found[0], true);
    done = found.index + found[0].length;
  }
  add(clean.slice(done), false);
  return runs;
}

function written(text: string): string {
  return text.replace(UNWRITABLE, '');
}

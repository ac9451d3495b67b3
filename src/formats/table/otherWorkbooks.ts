import { isZip, namesIn } from '../records';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** The kind of a workbook that is not read, by its first bytes, so that its owner is told what to do; undefined for all else. */
export function otherWorkbookOf(head: Uint8Array): string | undefined {
  if (OLE.every((byte, i) => head[i] === byte)) return 'a workbook of Excel 97–2003 (.xls), or one with a password';
  if (!isZip(head)) return undefined;
  if (namesIn(head).includes('xl/workbook.bin')) return 'a binary workbook (.xlsb)';
  const kind = openDocumentIn(head);
  return kind !== undefined && kind !== 'spreadsheet' ? `an OpenDocument file without tables (${kind})` : undefined;
}

/** Whether a file is an OpenDocument spreadsheet, by its first bytes. */
export function isOpenDocument(head: Uint8Array): boolean {
  if (!isZip(head)) return false;
  const names = namesIn(head);
  return (
    openDocumentIn(head) === 'spreadsheet'
    || (openDocumentIn(head) === undefined && names.includes('content.xml') && names.includes('meta-inf/manifest.xml'))
  );
}

/** What an OpenDocument file says that it is, where its first entry does: spreadsheet, text, presentation … */
function openDocumentIn(head: Uint8Array): string | undefined {
  return /^mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(
    new TextDecoder('windows-1252').decode(head.subarray(30, 100)),
  )?.[1];
}

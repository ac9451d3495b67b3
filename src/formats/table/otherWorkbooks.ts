import { isZip, namesIn } from '../records';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** The kind of a workbook that is not read, by its first bytes, so that its owner is told what to do; undefined for all else. */
export function otherWorkbookOf(head: Uint8Array): string | undefined {
  if (OLE.every((byte, i) => head[i] === byte)) return 'a workbook of Excel 97–2003 (.xls), or one with a password';
  if (!isZip(head)) return undefined;
  const names = namesIn(head);
  if (names.includes('xl/workbook.bin')) return 'a binary workbook (.xlsb)';
  if (names.includes('content.xml') && names.includes('meta-inf/manifest.xml')) return 'an OpenDocument file (.ods)';
  return new TextDecoder('windows-1252').decode(head.subarray(30, 90)).startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet') ? 'an OpenDocument spreadsheet (.ods)' : undefined;
}

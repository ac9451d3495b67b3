import type { SourceText } from '../../workspace';

/** The largest file that is read as a text, in bytes (64 MiB). */
const LARGEST_TEXT = 64 * 1024 * 1024;
/** How many pages of a PDF are read. */
const MOST_PAGES = 2000;

/** A file has no text that can be read here. */
export class NoTextError extends Error {
  override readonly name = 'NoTextError';
}

/** Reads a text or the text layer of a PDF, with its SHA-256 where the browser reckons it. Nothing leaves the page. */
export async function readTextFile(file: File): Promise<SourceText> {
  if (file.size > LARGEST_TEXT) throw new NoTextError(`“${file.name}” has more than the 64 MiB that are read as a text.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPdf = bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
  const captured = await capturedFile(file, bytes, isPdf);
  if (!isPdf) return { name: file.name, pages: [plainText(file.name, bytes)], numbered: false, blob: file, ...captured };
  const pages = await pagesOf(bytes, file.name);
  if (pages.every((page) => page.trim() === ''))
    throw new NoTextError(`“${file.name}” has no text layer: its pages are pictures. Recognise its text with another program first.`);
  return { name: file.name, pages, numbered: true, blob: file, ...captured };
}

function plainText(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new NoTextError(`“${name}” is neither a PDF nor a text in UTF-8.`);
  }
}

/** Outside of a secure context the browser reckons no hash, and nothing is said of the file. */
async function capturedFile(file: File, bytes: Uint8Array, isPdf: boolean): Promise<Pick<SourceText, 'file'>> {
  if (!globalThis.isSecureContext) return {};
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { file: { name: file.name, mediaType: isPdf ? 'application/pdf' : file.type || 'text/plain', bytes: file.size, sha256 } };
}

/** The text layer of a PDF, page by page, its lines as they stand. The library and its worker are loaded now, from this host. */
async function pagesOf(bytes: Uint8Array, name: string): Promise<string[]> {
  const [pdf, { default: worker }] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?url')]);
  pdf.GlobalWorkerOptions.workerSrc = worker;
  const loading = pdf.getDocument({ data: bytes.slice(), disableFontFace: true, useSystemFonts: false, stopAtErrors: false });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES); n += 1) {
      const { items } = await (await document.getPage(n)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return pages;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new NoTextError(`“${name}” cannot be read as a PDF: ${error.message}`);
  } finally {
    await loading.destroy();
  }
}

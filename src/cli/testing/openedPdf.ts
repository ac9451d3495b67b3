import { readFileSync } from 'node:fs';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** What a structure tree of a page is made of. */
export interface PdfTag {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly PdfTag[];
}

/** A PDF opened by a program that did not write it. */
export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  readonly text: string;
  /** Every role of its structure, as often as it is there. */
  readonly roles: readonly string[];
  readonly alts: readonly string[];
}

export async function openedPdf(file: string | Uint8Array): Promise<OpenedPdf> {
  // pdf.js wants what Node has from 22 on.
  const promises = Promise as unknown as { withResolvers?: () => unknown };
  promises.withResolvers ??= () => {
    const parts: Record<string, unknown> = {};
    parts['promise'] = new Promise((resolve, reject) => void Object.assign(parts, { resolve, reject }));
    return parts;
  };
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(typeof file === 'string' ? readFileSync(file) : file), verbosity: 0 }).promise;
  const [texts, tags]: [string[], PdfTag[]] = [[], []];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    texts.push((await page.getTextContent()).items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    const tree = (await page.getStructTree()) as PdfTag | null;
    if (tree) tags.push(tree);
  }
  const all = (tag: PdfTag): PdfTag[] => [tag, ...(tag.children ?? []).flatMap(all)];
  const found = tags.flatMap(all);
  return { document, text: texts.join('\n'), roles: found.flatMap((t) => t.role ?? []), alts: found.flatMap((t) => t.alt ?? []) };
}

import { unzipSync, zipSync, type Zippable } from 'fflate';

/** The earliest date that a zip can hold; read as local time, so that every time zone writes the same. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * The same file whenever it is made: without the dates of the file and of its parts, and without the empty folders that the writer leaves.
 * Of a paragraph the properties stand once, before its first run, as the standard asks; a line of the notes is a paragraph.
 */
export function settledPptx(pptx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(pptx)).filter(([name]) => !name.endsWith('/')).sort(([a], [b]) => (a < b ? -1 : 1));
  const settled: Zippable = {};
  for (const [name, bytes] of parts) {
    const text = /\.(?:xml|rels)$/.test(name) ? new TextEncoder().encode(settledXml(new TextDecoder().decode(bytes))) : bytes;
    settled[name] = [text, { mtime: NO_DATE, level: 9 }];
  }
  // What a file is is told by its first part.
  return zipSync({ '[Content_Types].xml': settled['[Content_Types].xml']!, ...settled });
}

function settledXml(xml: string): string {
  return xml
    .replace(/<a:p>(<a:r>(?:(?!<a:t>).)*<a:t>)([^<]*\n[^<]*)(<\/a:t><\/a:r>)/gs, (_, before: string, text: string, after: string) =>
      `<a:p>${text.split('\n').map((line) => `${before}${line}${after}`).join('</a:p><a:p>')}`)
    .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
      let first = true;
      return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (properties) => {
        const kept = first ? properties : '';
        first = false;
        return kept;
      });
    });
}

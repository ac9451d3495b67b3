import { unzipSync, zipSync, type Zippable } from 'fflate';

/** The earliest date that a zip can hold; read as local time, so that every time zone writes the same. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * The same document whenever it is made: relations and drawings that were numbered at random are numbered as they are read, the dates of
 * the document and of its parts are left out.
 */
export function settledDocx(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => (a < b ? -1 : 1));
  const relations = new Map<string, string>();
  const settled: Zippable = {};
  for (const [name, bytes] of parts) {
    const text = /\.(?:xml|rels)$/.test(name) ? settledXml(new TextDecoder().decode(bytes), relations) : undefined;
    settled[name] = [text === undefined ? bytes : new TextEncoder().encode(text), { mtime: NO_DATE, level: 9 }];
  }
  // What a file is is told by its first part.
  return zipSync({ '[Content_Types].xml': settled['[Content_Types].xml']!, ...settled });
}

function settledXml(xml: string, relations: Map<string, string>): string {
  let drawing = 0;
  const bookmarks = new Map<string, number>();
  const bookmark = (id: string) => {
    if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
    return bookmarks.get(id)!;
  };
  return xml
    .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace(/(?<=")rId([a-z0-9_-]{21})(?=")/g, (_, id: string) => relationOf(id, relations))
    .replace(/(<wp:docPr\b[^>]*\bid=")\d+(")/g, (_, before: string, after: string) => `${before}${++drawing}${after}`)
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)(")/g,
      (_, before: string, id: string, after: string) => `${before}${bookmark(id)}${after}`);
}

function relationOf(id: string, relations: Map<string, string>): string {
  if (!relations.has(id)) relations.set(id, `rIdR${relations.size + 1}`);
  return relations.get(id)!;
}

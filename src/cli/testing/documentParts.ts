import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

/** The parts of a packed document as text, by their names. */
export function documentParts(path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(readFileSync(path)))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

/** All that stands between tags, with references read. */
export function textIn(xml: string): string {
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'").replace(/&amp;/g, '&');
}

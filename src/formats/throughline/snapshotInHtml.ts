import { elementText, noSnapshot, SNAPSHOT_KEY, type EmbeddedSnapshot } from './container';

/** The element that carries a snapshot's JSON in an HTML page. Nothing in it can end the element or begin markup: `<` stands as \u003c. */
export function htmlScript(json: string): string {
  return `<script type="application/json" id="${SNAPSHOT_KEY}">${json.replace(/</g, '\\u003c')}</script>`;
}

/** The JSON of the snapshot that a page carries, or that it carries none. Never throws. */
export function extractFromHtml(html: string): EmbeddedSnapshot {
  const inside = elementText(html, 'script');
  return inside === undefined ? noSnapshot('page') : { json: inside.trim() };
}

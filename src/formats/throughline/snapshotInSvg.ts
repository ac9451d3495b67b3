import { elementText, noSnapshot, SNAPSHOT_KEY, type EmbeddedSnapshot } from './container';

/** The element that carries a snapshot's JSON in an SVG: put it in as a child of the root. */
export function svgMetadata(json: string): string {
  return `<metadata id="${SNAPSHOT_KEY}">${escaped(json)}</metadata>`;
}

/** The JSON of the snapshot that an SVG carries, or that it carries none. Never throws. */
export function extractFromSvg(svg: string): EmbeddedSnapshot {
  const inside = elementText(svg, 'metadata');
  return inside === undefined ? noSnapshot('SVG picture') : { json: unescaped(inside.trim()) };
}

/** As XML text. A carriage return is written as a reference, since XML parsers turn a bare one into a line feed. */
function escaped(text: string): string {
  return text.replace(/[&<>\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The references that XML itself knows, as editors write them when they save the picture again; and CDATA. */
function unescaped(text: string): string {
  const cdata = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(text);
  if (cdata) return cdata[1]!;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

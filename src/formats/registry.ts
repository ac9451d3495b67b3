import type { Format } from './format';
import { caseLosses } from './output';
import { glimpse } from './text/decodeText';
import { bods } from './bods';
import { cx2 } from './cx2';
import { cyjs } from './cyjs';
import { cypher } from './cypher';
import { dot } from './dot';
import { ftm } from './ftm';
import { gexf } from './gexf';
import { gleif } from './gleif';
import { gml } from './gml';
import { graphml } from './graphml';
import { icij } from './icij';
import { kumu } from './kumu';
import { littlesis } from './littlesis';
import { mermaid } from './mermaid';
import { lines } from './lines';
import { packed } from './packed';
import { nodelink } from './nodelink';
import { pajek } from './pajek';
import { csvZip, table, workbook } from './table';
import { throughlineFormats } from './throughline';

/** To add a format: its folder, and its line here. */
const listed: readonly Format[] = [
  ...throughlineFormats,
  lines,
  packed,
  ftm,
  bods,
  icij,
  gleif,
  littlesis,
  cyjs,
  cx2,
  nodelink,
  kumu,
  gexf,
  graphml,
  gml,
  pajek,
  table,
  csvZip,
  workbook,
  dot,
  mermaid,
  cypher,
];

/** Every format, in the order in which menus list them and ties are broken. */
export const formats: readonly Format[] = listed.map(counting);

/** A format that counts the notes and charts for which it has no room, whenever it is written. */
function counting(format: Format): Format {
  const { write } = format;
  if (!write) return format;
  return {
    ...format,
    async write(dataset, options) {
      const { bytes, issues } = await write(dataset, options);
      return { bytes, issues: [...issues, ...caseLosses(format, dataset, options?.charts)] };
    },
  };
}

/** How much of a file a guess is made from. */
export const HEAD_BYTES = 65_536;

/** The format of this id. */
export function formatOf(id: string): Format | undefined {
  return formats.find((f) => f.id === id);
}

/** How many lines of JSON are looked at, and how many must be whole for them to count one by one. */
const MOST_LINES = 40;
const FEWEST_LINES = 2;

/**
 * The likeliest format of a file by its content; undefined where none claims it. Of lines of JSON each has a say, so that
 * one of another shape does not decide for all. Ties go to the name's extension, then to the order of the list.
 */
export function guessFormat(bytes: Uint8Array, name?: string): Format | undefined {
  const head = bytes.subarray(0, HEAD_BYTES);
  const lines = jsonLinesIn(head);
  return (lines.length >= FEWEST_LINES ? likeliest(lines, name) : undefined) ?? likeliest([head], name);
}

/** The format that these parts of a file are likeliest of, all taken together. */
function likeliest(parts: readonly Uint8Array[], name: string | undefined): Format | undefined {
  const named = (f: Format) => f.extensions.some((e) => name?.toLowerCase().endsWith(e) ?? false);
  const ranked = formats
    .map((format, order) => ({
      format,
      order,
      likely: parts.reduce((sum, part) => sum + format.guess(part, name), 0),
      named: named(format),
    }))
    .filter((g) => g.likely > 0)
    .sort((a, b) => b.likely - a.likely || Number(b.named) - Number(a.named) || a.order - b.order);
  return ranked[0]?.format;
}

/** The first lines of a file, where each is a JSON object of its own; none where one is not. The last may be cut. */
function jsonLinesIn(head: Uint8Array): Uint8Array[] {
  const lines = glimpse(head)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const whole = lines.slice(0, Math.min(MOST_LINES, head.length < HEAD_BYTES ? lines.length : lines.length - 1));
  if (!whole.every((line) => line.startsWith('{') && line.endsWith('}'))) return [];
  return whole.map((line) => new TextEncoder().encode(line));
}

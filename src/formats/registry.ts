import type { Format } from './format';
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
import { pajek } from './pajek';
import { csvZip, table, workbook } from './table';
import { throughlineFormats } from './throughline';

/** Every format, in the order in which menus list them and ties are broken. To add one: its folder, and its line here. */
export const formats: readonly Format[] = [...throughlineFormats, ftm, bods, icij, gleif, littlesis, cyjs, cx2, kumu, gexf, graphml, gml, pajek, table, csvZip, workbook, dot, mermaid, cypher];

/** How much of a file a guess is made from. */
export const HEAD_BYTES = 65_536;

/** The format of this id. */
export function formatOf(id: string): Format | undefined {
  return formats.find((f) => f.id === id);
}

/** The likeliest format of a file by its content; undefined where none claims it. Ties go to the name's extension, then to the order of the list. */
export function guessFormat(bytes: Uint8Array, name?: string): Format | undefined {
  const head = bytes.subarray(0, HEAD_BYTES);
  const named = (f: Format) => f.extensions.some((e) => name?.toLowerCase().endsWith(e) ?? false);
  const ranked = formats
    .map((format, order) => ({ format, order, likely: format.guess(head, name), named: named(format) }))
    .filter((g) => g.likely > 0)
    .sort((a, b) => b.likely - a.likely || Number(b.named) - Number(a.named) || a.order - b.order);
  return ranked[0]?.format;
}

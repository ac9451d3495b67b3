import { entityTypeIds, entityTypes, families, familyColours, type BoxShape, type Dataset, type Entity, type Status } from '../../model';
import type { Writing } from '../format';
import { Losses, type RelationshipText, relationshipTexts } from '../output';

/**
 * What Mermaid draws unless its host says otherwise: `maxEdges` and `maxTextSize` of its configuration,
 * which no diagram may set for itself.
 */
export const MOST_LINKS = 500;
const MOST_CHARACTERS = 50_000;

/** The brackets that give an entity its outline, and what the legend calls that. */
const OUTLINES: Readonly<Record<BoxShape, { brackets: readonly [string, string]; called: string }>> = {
  rounded: { brackets: ['[', ']'], called: 'box' },
  pill: { brackets: ['{{', '}}'], called: 'hexagon' },
  square: { brackets: ['[[', ']]'], called: 'double box' },
  capsule: { brackets: ['([', '])'], called: 'pill' },
  cut: { brackets: ['(', ')'], called: 'rounded box' },
  hexagon: { brackets: ['[(', ')]'], called: 'drum' },
  folded: { brackets: ['[/', '/]'], called: 'slanted box' },
  tag: { brackets: ['>', ']'], called: 'flag' },
  tab: { brackets: ['[\\', '/]'], called: 'trapezium' },
};

/** Lines by status and arrow. */
const LINES: Readonly<Record<Status, Readonly<Record<RelationshipText['arrows'], string>>>> = {
  confirmed: { to: '-->', both: '<-->', none: '---' },
  reported: { to: '-->', both: '<-->', none: '---' },
  alleged: { to: '-.->', both: '<-.->', none: '-.-' },
  disputed: { to: '-.->', both: '<-.->', none: '-.-' },
  reading: { to: '-.->', both: '<-.->', none: '-.-' },
  denied: { to: '-.->', both: '<-.->', none: '-.-' },
};
const DASHES: Readonly<Record<Status, string>> = {
  confirmed: '', reported: '', alleged: ',stroke-dasharray:7 4', disputed: ',stroke-dasharray:7 4', reading: ',stroke-dasharray:9 3 2 3',
  denied: ',stroke-dasharray:1 4',
};
/**
 * Where lines hop over others, Mermaid 12 draws them solid, whatever their style: a denial would look like a fact.
 * Earlier versions do not know the setting and pass over it.
 */
const SETTINGS = ['---', 'config:', '  elk:', '    lineHops: false', '---'] as const;
const RED = '#b3261e';

/**
 * Writes a dataset as a flowchart of Mermaid (mermaid.js.org/syntax/flowchart), from left to right. Mermaid has no places:
 * it lays out by itself.
 */
export function writeMermaid(dataset: Dataset): Writing {
  const losses = new Losses('Mermaid');
  const ties = relationshipTexts(dataset);
  const nodes = new Map(dataset.entities.map((e, i) => [e.id, `n${i + 1}`]));
  const lines = [
    ...SETTINGS,
    ...legend(dataset, ties),
    'flowchart LR',
    ...dataset.entities.map((entity) => `  ${nodes.get(entity.id)}${outlined(entity)}`),
    ...ties.map(
      (tie) =>
        `  ${nodes.get(tie.relationship.from)} ${LINES[tie.status][tie.arrows]}|${mermaidText(...wordsOf(tie))}| `
        + `${nodes.get(tie.relationship.to)}`,
    ),
    ...linkStyles(ties),
  ];
  const text = `${lines.join('\n')}\n`;
  countLosses(dataset, ties, losses);
  return { bytes: new TextEncoder().encode(text), issues: [...limits(ties.length, text.length), ...losses.issues()] };
}

function outlined({ type, name, shortName }: Entity): string {
  const [open, close] = OUTLINES[entityTypes[type].shape].brackets;
  return `${open}${mermaidText(shortName ?? name)}${close}`;
}

function wordsOf({ label, status }: RelationshipText): readonly string[] {
  return status === 'denied' ? [...label.slice(0, -1), '✗ denied'] : label;
}

/** A style for all links that look alike, by their numbers in the file. */
function linkStyles(ties: readonly RelationshipText[]): string[] {
  const byStyle = new Map<string, number[]>();
  ties.forEach(({ status, family, ended }, i) => {
    const colour = status === 'denied' ? RED : familyColours[family];
    const style = `stroke:${colour},color:${colour}${DASHES[status]}${ended ? ',opacity:0.62' : ''}`;
    byStyle.set(style, [...(byStyle.get(style) ?? []), i]);
  });
  return [...byStyle].map(([style, links]) => `  linkStyle ${links.join(',')} ${style}`);
}

function legend({ title, summary, licence, entities }: Dataset, ties: readonly RelationshipText[]): string[] {
  const types = entityTypeIds.filter((t) => entities.some((e) => e.type === t));
  const drawn = families.filter((f) => ties.some((t) => t.family === f));
  return [
    title,
    ...(summary ? [summary] : []),
    ...(licence ? [`Licence: ${licence}`] : []),
    `Outlines: ${types.map((t) => `${entityTypes[t].label} ${OUTLINES[entityTypes[t].shape].called}`).join(', ')}`,
    `Colours: ${drawn.map((f) => `${f} ${familyColours[f]}`).join(', ')}; paler what has ended`,
    'Lines: solid confirmed or reported, dashed alleged or disputed, dotted and red with a cross denied; '
    + 'without arrow where both ends are alike',
  ].map(mermaidComment);
}

function limits(links: number, characters: number): Writing['issues'] {
  const of = (code: string, value: number, what: string, most: number, setting: string) => ({
    code,
    severity: 'warning' as const,
    at: '(file)',
    value: String(value),
    message: `The chart has ${value} ${what}; Mermaid draws at most ${most} unless the page that shows it sets ${setting} higher.`,
    hint: 'Export what is on the chart only, or write Graphviz DOT.',
  });
  return [
    ...(links > MOST_LINKS ? [of('too-many-links', links, 'links', MOST_LINKS, 'maxEdges')] : []),
    ...(characters > MOST_CHARACTERS ? [of('too-long', characters, 'characters', MOST_CHARACTERS, 'maxTextSize')] : []),
  ];
}

const KEEP = 'Keep a copy as a Throughline dataset.';

function countLosses({ entities }: Dataset, ties: readonly RelationshipText[], losses: Losses): void {
  for (const { id, aliases, identifiers, claims, properties, jurisdiction, start, end, summary } of entities) {
    if (aliases?.length || identifiers?.length || claims?.length || properties || jurisdiction || start || end || summary)
      losses.add(
        'lost-details', `entity ${id}`, 'other names, numbers, dates, country, summary, claims or properties, which no box shows', KEEP,
      );
  }
  for (const { relationship: r } of ties) {
    const at = `relationship ${r.id}`;
    if (r.claims.length > 0)
      losses.add(
        'lost-sources', at, 'its sources and what they say: a link shows its label and its status only',
        'Write Graphviz DOT, whose tooltips cite them, or a Throughline dataset.',
      );
    if (r.role || r.amount || r.indirect || r.properties)
      losses.add('lost-figures', at, 'a role, a sum, an indirect share or properties, which no link shows', KEEP);
  }
}

/** Letters of any script, figures, and the marks that mean nothing to Mermaid, to Markdown or to HTML. */
const PLAIN = /[^\p{Letter}\p{Mark}\p{Number} .,()/’“”–—€£%…·¶§-]/gu;

/**
 * Lines of plain text as one text in quotes. Every sign that could be syntax, markup, Markdown or a directive stands as its
 * entity code (#35; for #), so that no text gets out of its quotes or becomes more than text; a list or heading at its
 * start is none.
 */
function mermaidText(...lines: readonly string[]): string {
  return `"${lines.flatMap((line) => line.split(/\r\n?|\n/)).map(oneLine).join('<br/>')}"`;
}

function oneLine(text: string): string {
  const plain = text.trim().replace(PLAIN, codeOf).replace(/%(?=[%{])|(?<=%)%/g, codeOf);
  return plain.replace(/^[-–—]/, codeOf).replace(/^(\d+)([.)])/, (_, figures: string, mark: string) => figures + codeOf(mark));
}

function codeOf(sign: string): string {
  const code = sign.codePointAt(0)!;
  return code < 32 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) ? ' ' : `#${code};`;
}

/** A comment on a line of its own; what could be taken for a directive is left out of it. */
function mermaidComment(text: string): string {
  return `%% ${text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').replace(/[{}%<>`]/g, '')}`.trimEnd();
}

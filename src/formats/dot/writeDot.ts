import {
  entityTypes, families, familyColours, shareBounds,
  type BoxShape, type Dataset, type Entity, type EntityType, type Position, type Status,
} from '../../model';
import type { WriteOptions, Writing } from '../format';
import { Losses, type RelationshipText, relationshipTexts } from '../output';

/** The outlines of entities by Graphviz's names, with what they want besides, and what the legend calls them. */
const SHAPES: Readonly<Record<BoxShape, { shape: string; also?: string; called?: string }>> = {
  rounded: { shape: 'box' },
  pill: { shape: 'octagon' },
  square: { shape: 'box', also: 'peripheries=2', called: 'double box' },
  capsule: { shape: 'ellipse' },
  cut: { shape: 'box', also: 'style="filled,rounded"', called: 'rounded box' },
  hexagon: { shape: 'hexagon' },
  folded: { shape: 'box3d' },
  tag: { shape: 'note' },
  tab: { shape: 'invhouse' },
};

/** How a line looks by its status; Graphviz knows these styles by name. */
const STYLES: Readonly<Record<Status, string>> = {
  confirmed: 'solid', reported: 'solid', alleged: 'dashed', disputed: 'dashed', reading: 'dashed', denied: 'dotted',
};
const RED = '#b3261e';
/** Opacity of what has ended, in hex. */
const ENDED = '9e';
/** How many chart units stand for an inch: less than the 72 points that it has, because Graphviz draws wider boxes than our charts. */
const UNITS_PER_INCH = 58;
const PLACED = `layout=neato, inputscale=${UNITS_PER_INCH}, overlap=true, splines=true`;
/** Tooltips are cut at this many characters. */
const LONGEST_TOOLTIP = 4000;

/**
 * Writes a dataset as a directed graph in the DOT language (graphviz.org/doc/info/lang.html). With positions it asks for
 * neato and pins every entity to its place (pos with "!", y upwards); without, for dot from left to right.
 */
export function writeDot(dataset: Dataset, { positions }: WriteOptions = {}): Writing {
  const losses = new Losses('Graphviz DOT');
  const ties = relationshipTexts(dataset);
  const placed = positions !== undefined && dataset.entities.some((e) => positions.has(e.id));
  const lines = [
    ...legend(dataset, ties),
    `digraph ${dotName(dataset.title)} {`,
    `  graph [label=${dotLabel(dataset.title)}, labelloc=t, fontname="Helvetica", outputorder=edgesfirst, forcelabels=true, `
    + `tooltip=${dotLabel(dataset.title)}, `
    + `${placed ? PLACED : 'layout=dot, rankdir=LR, nodesep=0.35, ranksep=1.1'}];`,
    '  node [fontname="Helvetica", fontsize=11, style=filled, fillcolor="#ffffff", color="#1a1d29", fontcolor="#1a1d29", '
    + 'margin="0.14,0.08"];',
    '  edge [fontname="Helvetica", fontsize=9, arrowsize=0.8];',
    ...dataset.entities.map((entity) => node(entity, placed ? positions.get(entity.id) : undefined)),
    ...ties.map(edge),
    '}',
  ];
  for (const entity of dataset.entities) countEntity(entity, losses);
  for (const tie of ties) countTie(tie, losses);
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), issues: losses.issues() };
}

function node(entity: Entity, position: Position | undefined): string {
  const { shape, also } = SHAPES[entityTypes[entity.type].shape];
  const attributes = [
    `label=${dotLabel(entity.shortName ?? entity.name)}`,
    `shape=${shape}`,
    ...(also === undefined ? [] : [also]),
    `tooltip=${dotLabel(...cut([entity.name, entityTypes[entity.type].label, ...(entity.summary ? [entity.summary] : [])]))}`,
    ...(position ? [`pos="${round(position.x)},${round(-position.y)}!"`] : []),
  ];
  return `  ${dotName(entity.id)} [${attributes.join(', ')}];`;
}

function edge(tie: RelationshipText): string {
  const { relationship: r, status, family, arrows, ended } = tie;
  const colour = status === 'denied' ? RED : familyColours[family];
  const attributes = [
    `label=${dotLabel(...tie.label)}`,
    `color=${dotLabel(`${colour}${ended ? ENDED : ''}`)}`,
    `fontcolor=${dotLabel(status === 'disputed' ? '#8a5a00' : colour)}`,
    ...(STYLES[status] === 'solid' ? [] : [`style=${STYLES[status]}`]),
    ...(r.share === undefined ? [] : [`penwidth=${round(width(r))}`]),
    ...headOf(arrows, status),
    `tooltip=${dotLabel(...cut([tie.sentence, ...tie.citations]))}`,
    `labeltooltip=${dotLabel(...cut([tie.sentence, ...tie.citations]))}`,
  ];
  return `  ${dotName(r.from)} -> ${dotName(r.to)} [${attributes.join(', ')}];`;
}

/** A denied line ends in a bar, so that it is told apart without colour. */
function headOf(arrows: RelationshipText['arrows'], status: Status): string[] {
  const head = status === 'denied' ? ['arrowhead=tee'] : [];
  if (arrows === 'none') return status === 'denied' ? ['dir=both', 'arrowhead=tee', 'arrowtail=tee'] : ['dir=none'];
  return arrows === 'both' ? ['dir=both', ...head] : head;
}

/** 1 (0 %) to 4 (100 %), bounds by their middle. */
function width({ share }: RelationshipText['relationship']): number {
  const { min, max } = shareBounds(share);
  return 1 + (3 * (min + max)) / 200;
}

/** What shapes, colours and styles mean, of those that are there, as comments. */
function legend({ title, summary, licence, entities }: Dataset, ties: readonly RelationshipText[]): string[] {
  const types = new Set(entities.map((e) => e.type));
  const drawn = new Set(ties.map((t) => t.family));
  const said = new Set(ties.map((t) => t.status));
  const colours = families.filter((f) => drawn.has(f)).map((f) => `${f} ${familyColours[f]}`);
  return [
    title,
    ...(summary ? [summary] : []),
    ...(licence ? [`Licence: ${licence}`] : []),
    `Shapes: ${[...types].map((t) => `${entityTypes[t].label} ${shapeName(t)}`).join(', ')}`,
    `Colours: ${colours.join(', ')}; paler what has ended`,
    `Lines: ${[...said].map((s) => `${s} ${STYLES[s]}`).join(', ')}; width by share; without arrow where both ends are alike`,
    ...(said.has('denied') ? ['What its sources deny is dotted, red, ends in a bar and says so: it is no fact.'] : []),
  ].map(dotComment);
}

function shapeName(type: EntityType): string {
  const { shape, called = shape } = SHAPES[entityTypes[type].shape];
  return called;
}

function cut(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return text.length <= LONGEST_TOOLTIP ? [...lines] : [`${text.slice(0, LONGEST_TOOLTIP).replace(/\p{Surrogate}$/u, '')} …`];
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}

const KEEP = 'Keep a copy as a Throughline dataset.';

function countEntity(entity: Entity, losses: Losses): void {
  const { aliases, identifiers, claims, properties, jurisdiction, start, end } = entity;
  if (aliases?.length || identifiers?.length || claims?.length || properties || jurisdiction || start || end)
    losses.add(
      'lost-details', `entity ${entity.id}`, 'other names, numbers, dates, country, claims or properties, which no box shows', KEEP,
    );
}

function countTie({ relationship: r, sentence, citations }: RelationshipText, losses: Losses): void {
  const at = `relationship ${r.id}`;
  if (r.amount || r.indirect || r.properties)
    losses.add('lost-figures', at, 'a sum, an indirect share or properties, which no line shows', KEEP);
  if (r.claims.some((c) => c.quote !== undefined || c.checked !== undefined || c.credibility !== undefined || c.made !== undefined))
    losses.add('lost-claims', at, 'the quote, credibility or date of a claim; the rest of it is in the tooltip', KEEP);
  if ([sentence, ...citations].join('\n').length > LONGEST_TOOLTIP)
    losses.add('cut-tooltip', at, `more in its tooltip than ${LONGEST_TOOLTIP} characters`, KEEP);
}

/** Characters that no text of Graphviz can hold. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A name in quotes. Names are compared as they stand, so that what differs stays different. */
function dotName(id: string): string {
  const escaped = id.replace(/[\\"]/g, '\\$&').replace(/\r/g, '\\r').replace(/\n/g, '\\n');
  return `"${escaped.replace(CONTROL, (c) => `\\x${c.charCodeAt(0).toString(16)}`)}"`;
}

/**
 * A label or tooltip in quotes, from lines of plain text: no escape of Graphviz (\N is the name of the node) and no
 * reference of HTML (&lt;) in it means anything but itself.
 */
function dotLabel(...lines: readonly string[]): string {
  const inert = (line: string) => line.replace(CONTROL, '\uFFFD').replace(/&/g, '&amp;').replace(/[\\"]/g, '\\$&');
  return `"${lines.map((line) => inert(line).replace(/\r\n?|\n/g, '\\n')).join('\\n')}"`;
}

/** A line of a comment, which cannot end before its end. */
function dotComment(text: string): string {
  return `// ${text.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(CONTROL, '\uFFFD').replace(/\\$/, '')}`.trimEnd();
}

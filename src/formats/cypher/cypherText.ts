import { entityTypeIds, relationshipTypeIds, type EntityType, type RelationshipType } from '../../model';

/** A value of a property: a text, a figure, a truth, or a list of one kind of them. */
export type CypherValue = string | number | boolean | readonly string[] | readonly number[] | readonly boolean[];

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text as a literal. Neo4j 5 and earlier replace \uXXXX before they look for quotes, a backslash before it or not, so that
 * no backslash may stand before a u: there the literal is put together from two.
 */
function cypherText(text: string): string {
   
  const escaped = text.replace(/[\\'\0-\x1f\x7f]/g, (sign) => ESCAPES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `'${text.includes('\\u') ? escaped.replace(/\\\\u/g, "\\\\' + 'u") : escaped}'`;
}

/** A figure as a literal: whole beyond 2^53 and very large or small ones with an exponent, which has no plus in openCypher. */
function cypherFigure(figure: number): string {
  const text = Number.isInteger(figure) && !Number.isSafeInteger(figure) ? figure.toExponential() : String(figure);
  return text.replace('e+', 'e');
}

function cypherValue(value: CypherValue): string {
  if (typeof value === 'string') return cypherText(value);
  if (typeof value === 'number') return cypherFigure(value);
  return typeof value === 'boolean' ? String(value) : `[${value.map((one) => cypherValue(one)).join(', ')}]`;
}

/** A map as a literal, on one line. Names are made safe by `cypherName`. */
export function cypherMap(fields: ReadonlyMap<string, CypherValue>): string {
  return `{${[...fields].map(([name, value]) => `${cypherName(name)}: ${cypherValue(value)}`).join(', ')}}`;
}

/** A name as it may stand in a script: plain, else between backticks. `safeName` has taken out what must not stand there. */
function cypherName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``;
}

/** A name of a property without what could end its backticks or be taken for an escape: letters, figures, blanks and . _ - ( ) stay. */
export function safeName(name: string): string {
  return name.normalize('NFC').replace(/[^\p{Letter}\p{Number} ._()-]+/gu, '_').slice(0, 200).replace(/\p{Surrogate}/gu, '') || '_';
}

/** JointVenture */
export const labelsOfTypes = new Map<EntityType, string>(entityTypeIds.map((id) => [id, id.charAt(0).toUpperCase() + id.slice(1)]));

/** CARRIES_TRAFFIC_FOR */
export const typesInCypher = new Map<RelationshipType, string>(
  relationshipTypeIds.map((id) => [id, id.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()]),
);

/** A line of a comment, which cannot end before its end. */
export function cypherComment(text: string): string {
   
  return `// ${text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ').replaceAll('\\', '/')}`.trimEnd();
}

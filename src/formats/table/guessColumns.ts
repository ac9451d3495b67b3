import { entityTypeIds, type EntityType } from '../../model';
import { entityTypeOfWord, nestingOf, relationshipTypeOfWord } from '../words';
import type { ColumnFacts } from './columnFacts';
import type { ColumnMeaning } from './columnMeanings';
import type { EndsFound } from './endWords';
import { sumIn } from './figureText';
import { currencyIn, headerWord, meaningOf, schemeIn } from './headerWords';
import type { ColumnMapping } from './mapping';
import type { Survey } from './surveyTable';

/** How our own tables call columns of properties: their name, and whether the cells are JSON. */
export const PROPERTY_HEADER = /^property( \(JSON\))?: ([^]+)$/;
/** Meanings that several columns of a table can have. */
const REPEATED: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['alias', 'identifier', 'related', 'property', 'ignore']);

type Role = 'relationships' | 'entities' | 'claims' | 'sources';

/**
 * What the columns of a table mean by their headers, each checked against what the column holds. Columns of `taken` have a meaning already.
 */
export function columnsByHeader(survey: Survey, role: Role, taken: ReadonlyMap<number, ColumnMapping>): ColumnMapping[] {
  const wanted = survey.headers.map((header, index) => (taken.has(index) ? undefined : wantedOf(header, survey.columns[index]!, role)));
  const best = new Map<ColumnMeaning, number>();
  wanted.forEach((want, index) => {
    const other = want && best.get(want.as);
    if (want && (other === undefined || want.rank < wanted[other]!.rank)) best.set(want.as, index);
  });
  return survey.headers.map((column, index) => {
    const fixed = taken.get(index);
    if (fixed) return fixed;
    const want = wanted[index];
    const as = want && (REPEATED.has(want.as) || best.get(want.as) === index) ? want.as : restOf(role);
    return { column, index, as, ...parametersOf(column, as, survey.columns[index]!) };
  });
}

/** Columns without a meaning are kept where the model can keep them. */
function restOf(role: Role): ColumnMeaning {
  return role === 'relationships' || role === 'entities' ? 'property' : 'ignore';
}

/** A nested column comes after every shallow one of the same meaning. */
const DEEPER = 10_000;

function wantedOf(header: string, facts: ColumnFacts, role: Role): { as: ColumnMeaning; rank: number } | undefined {
  if (PROPERTY_HEADER.test(header)) return { as: 'property', rank: 0 };
  const found = meaningOf(header, role);
  const said = found && { ...found, rank: found.rank + nestingOf(header) * DEEPER };
  if (!said || facts.close === 0) return said;
  if (said.as === 'relationshipType' && isDirections(facts)) return { ...said, as: 'directed' };
  if (role === 'relationships' && facts.isUrls && ['sourceTitle', 'label', 'relationshipType', 'locator', 'statement'].includes(said.as))
    return { ...said, as: 'sourceUrl' };
  if (role === 'entities' && facts.isUrls && said.as === 'sourceTitle') return { ...said, as: 'sourceUrl' };
  return holds(said.as, facts) ? said : undefined;
}

/** Whether the sums of a column have a currency: in the column beside, in its header, or in its cells. */
export function hasCurrency({ columns, headers }: Survey, { index, currency }: ColumnMapping, has: ReadonlySet<ColumnMeaning>): boolean {
  return (
    currency !== undefined
    || has.has('currency')
    || currencyIn(headers[index]!) !== undefined
    || [...columns[index]!.distinct].some((text) => anySum(text)?.currency !== undefined)
  );
}

/** The sum that a text is by either decimal mark. */
function anySum(text: string): ReturnType<typeof sumIn> {
  return sumIn(text, 'point') ?? sumIn(text, 'comma');
}

/** Whether what a column holds is what its header promises. */
function holds(as: ColumnMeaning, facts: ColumnFacts): boolean {
  const half = facts.close / 2;
  switch (as) {
    case 'start':
    case 'end':
    case 'published':
    case 'made':
      return facts.dates >= half || [...facts.distinct].every((text) => text === '..');
    case 'share':
      return facts.shares >= half;
    case 'amount':
      return [...facts.distinct].filter((text) => anySum(text) !== undefined).length * 2 >= facts.distinct.size;
    case 'sourceUrl':
      return facts.urls >= half;
    case 'currency':
      return facts.longest <= 3;
    case 'type':
    case 'relationshipType':
    case 'label':
      return facts.letters >= half;
    case 'name':
      return !facts.isUrls && !facts.isDates;
    default:
      return true;
  }
}

/** The cells say "Directed" or "Undirected", as Gephi and Kumu write it. */
function isDirections(facts: ColumnFacts): boolean {
  return (
    facts.distinct.size <= 4
    && [...facts.distinct].every((text) =>
      /^(un|non-?|bi)?-?(directed|directional|mutual)$|^(mutual|both|none|one-?way|two-?way)$/i.test(text),
    )
  );
}

function parametersOf(header: string, as: ColumnMeaning, facts: ColumnFacts): Partial<ColumnMapping> {
  if (as === 'alias' || as === 'derivedFrom') return { separator: separatorIn(facts) ?? ';' };
  if (as === 'identifier')
    return /^identifiers?$/i.test(header.trim())
      ? { separator: ';' }
      : { scheme: schemeIn(header) ?? (header.trim().slice(0, 200) || 'number') };
  if (as === 'amount') {
    const currency = currencyIn(header);
    return currency === undefined ? {} : { currency };
  }
  if (as === 'related') return { relationshipType: 'owns' };
  const parted = as === 'property' && /^tags?$/.test(headerWord(header)) ? separatorIn(facts) : undefined;
  if (parted !== undefined) return { separator: parted };
  const own = as === 'property' ? PROPERTY_HEADER.exec(header) : null;
  return own && own[2]!.length <= 200 ? { name: own[2]!, ...(own[1] ? { json: true } : {}) } : {};
}

function separatorIn(facts: ColumnFacts): string | undefined {
  return [';', '|', '\n'].find((mark) => [...facts.distinct].some((text) => text.includes(mark)));
}

/** The columns of the ends, as mappings: an id with a name beside it, or one column that is either; their types. */
export function columnsOfEnds({ from, to, fromType, toType }: EndsFound, headers: readonly string[]): Map<number, ColumnMapping> {
  const taken = new Map<number, ColumnMapping>();
  for (const [columns, as, type] of [[from, 'from', fromType], [to, 'to', toType]] as const) {
    const key = columns.find((c) => c.part === 'id') ?? columns.find((c) => c.part === 'plain') ?? columns.find((c) => c.part === 'name');
    const name = columns.find((c) => c !== key && (c.part === 'name' || c.part === 'plain'));
    const typed = columns.find((c) => c.part === 'type');
    const put = (index: number, meaning: ColumnMeaning, more: Partial<ColumnMapping> = {}) =>
      taken.set(index, { column: headers[index]!, index, as: meaning, ...more });
    if (key) put(key.index, as, typeOfHeader(headers[(name ?? key).index]!, type));
    if (name) put(name.index, `${as}Name`);
    if (typed) put(typed.index, `${as}Type`);
    for (const { index } of columns.filter((c) => c.part === 'country').slice(0, 1)) put(index, `${as}Country`);
  }
  return taken;
}

/** What a header says of the type of what its column names. Words for people in a tie ("shareholder") may be companies as well. */
function typeOfHeader(header: string, paired: EntityType | undefined): Partial<ColumnMapping> {
  const word = headerWord(header).replace(/ (\d|a|b|id|name|label|number)$/, '');
  const said = paired ?? entityTypeOfWord(word);
  return said === undefined || (paired === undefined && said === 'person' && !/^(person|individual|people)$/.test(word))
    ? {}
    : { entityType: said };
}

/** A meaning that only what a column holds suggests, for a column that has none; each is a doubt. */
export function meaningByContent(
  facts: ColumnFacts, role: Role, has: ReadonlySet<ColumnMeaning>, header: string | null,
): ColumnMeaning | undefined {
  if (facts.close === 0) return undefined;
  if (role === 'relationships') {
    if (!has.has('relationshipType') && isVerbs(facts)) return 'relationshipType';
    if (!has.has('share') && facts.mostly(facts.percents) && facts.mostly(facts.shares)) return 'share';
    if (!has.has('sourceUrl') && facts.isUrls) return 'sourceUrl';
    if (!has.has('start') && facts.isDates && (header === null || /(^| )(date|dated|datum|fecha|дата|on)( |$)/.test(headerWord(header))))
      return 'start';
  }
  if (role === 'entities') {
    if (!has.has('type') && isTypes(facts)) return 'type';
    if (!has.has('jurisdiction') && facts.isCountries && facts.isFew) return 'jurisdiction';
  }
  return undefined;
}

/** Few texts, of which half or more are words for relationships. */
function isVerbs(facts: ColumnFacts): boolean {
  const known = [...facts.distinct].filter((text) => relationshipTypeOfWord(text) !== undefined).length;
  return facts.distinct.size <= 60 && known > 0 && known * 2 >= facts.distinct.size && facts.mostly(facts.letters);
}

/** Few texts, nearly all of which are words for types of entities. */
function isTypes(facts: ColumnFacts): boolean {
  const known = [...facts.distinct].filter(
    (text) => entityTypeIds.includes(text as EntityType) || entityTypeOfWord(text) !== undefined,
  ).length;
  return facts.isFew && known >= 0.8 * facts.distinct.size;
}

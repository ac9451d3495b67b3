import { endsIn, type EndsFound } from './endWords';
import { headerWord, meaningOf } from './headerWords';
import type { ColumnMeaning, TableRole } from './columnMeanings';
import type { Survey } from './surveyTable';

/** What a table is, and how that is known: `unsure` where only what it holds speaks for it. */
export interface RoleFound {
  /** Notes are known by the whole header of our own table alone. */
  readonly role: Exclude<TableRole, 'notes'>;
  readonly ends?: EndsFound;
  /** The column of names of a list of entities whose headers do not say. */
  readonly name?: number;
  readonly unsure?: boolean;
}

/** The name of a table without its path and ending. */
export function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1)!.replace(/\.[a-z]{2,4}$/i, '');
}

/** What a table is read as: by its name and headers, else by what its columns hold. */
export function roleOf(survey: Survey): RoleFound {
  const { headers, columns, total } = survey;
  if (total === 0) return { role: 'ignore' };
  const base = headerWord(baseName(survey.table.name));
  const means = (role: 'claims' | 'sources' | 'entities') =>
    new Set(headers.map((header) => meaningOf(header, role)?.as).filter((as) => as !== undefined)) as ReadonlySet<ColumnMeaning>;
  const claims = means('claims');
  if (/^claims?$/.test(base) && claims.has('source') && (claims.has('aboutEntity') || claims.has('aboutRelationship')))
    return { role: 'claims' };
  const sources = means('sources');
  if (/^sources?$/.test(base) && sources.has('sourceTitle')) return { role: 'sources' };
  const fits = (i: number) => columns[i]!.close === 0 || (!columns[i]!.isDates && !columns[i]!.isUrls && !columns[i]!.isPercents);
  const entities = means('entities');
  const contacts =
    !entities.has('id') && !entities.has('type') && headers.some((header) => meaningOf(header, 'relationships')?.as === 'role');
  const ends = endsIn(headers, fits, contacts);
  const isList = /^(entities|nodes|elements|vertices|actors|people|persons|companies|organizations)$/.test(base) && entities.has('name');
  if (ends && !isList) return { role: 'relationships', ends };
  if (entities.has('name') || (entities.has('id') && /^(entities|nodes|elements|vertices)$/.test(base))) return { role: 'entities' };
  return byContent(survey, entities.has('id') || entities.has('type'));
}

/** So many columns are weighed against each other for the ends of relationships. */
const MOST_JUDGED = 40;

/** Without words that help: two columns that share what they name are ends; a column that names each row once is a list. */
function byContent({ headers, columns, header, total }: Survey, hinted: boolean): RoleFound {
  const candidates = columns
    .map((facts, index) => ({ facts, index }))
    .filter(({ facts }) => facts.close > 0 && !facts.isDates && !facts.isUrls && !facts.isPercents && facts.longest <= 200);
  const full = candidates.filter(({ facts }) => facts.filled >= total * 0.9).slice(0, MOST_JUDGED);
  for (const [n, a] of full.entries()) {
    const b = full
      .slice(n + 1)
      .find(
        ({ facts }) =>
          shares(a.facts.distinct, facts.distinct)
          && [a.facts, facts].every((f) => f.mostly(f.letters) || (headers.length <= 3 && f.mostly(f.whole))),
      );
    if (b) return { role: 'relationships', ends: plainEnds(a.index, b.index), unsure: true };
  }
  const names = full.filter(({ facts }) => facts.isNames && !facts.isFew);
  const numbered = columns[0] !== undefined && columns[0].isUnique && columns[0].mostly(columns[0].whole);
  if (
    !numbered
    && !hinted
    && names.length >= 2
    && headers.length <= 4
    && !(names[0]!.facts.isUnique && headers.length > 2 && header !== null)
  )
    return { role: 'relationships', ends: plainEnds(names[0]!.index, names[1]!.index), unsure: true };
  const name = full.find(({ facts }) => facts.isNames && facts.isUnique);
  return name !== undefined && (hinted || headers.length > 2) && header !== null
    ? { role: 'entities', name: name.index, unsure: true }
    : { role: 'ignore' };
}

function plainEnds(from: number, to: number): EndsFound {
  return { from: [{ index: from, part: 'plain' }], to: [{ index: to, part: 'plain' }] };
}

/**
 * Whether two columns name the same things now and then: a tenth of the fewer names are in both.
 * Words for yes and no, and figures that only count, do not tell.
 */
function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size < 3) return false;
  return [...few].filter((text) => many.has(text)).length >= Math.max(1, few.size * 0.1);
}

import { relationshipTypes, type Issue, type RelationshipType } from '../../model';
import { DEFAULT_ENTITY_TYPE, entityTypeOfWord } from '../words';
import { columnMeanings, type ColumnMeaning } from './columnMeanings';
import { countsOf, kindOfValues, tableWithValues } from './columnValues';
import { columnsByHeader, columnsOfEnds, hasCurrency, meaningByContent } from './guessColumns';
import { doubt, guessNotation } from './guessNotation';
import { baseName, roleOf, type RoleFound } from './guessRole';
import { headerWord } from './headerWords';
import { TABLE_MAPPING_FORMAT, type ColumnMapping, type OneTableMapping, type TableMapping } from './mapping';
import { ownMapping } from './ownTables';
import type { Survey } from './surveyTable';
import { unknownWords } from './unknownWords';

/** A mapping, and what is unsure about it. */
interface MappingGuess {
  readonly mapping: TableMapping;
  readonly doubts: readonly Issue[];
}

/**
 * The likeliest mapping of the tables of a file, by their headers first and by what they hold where headers do not tell.
 * Every guess that the headers do not carry is a doubt.
 */
export function guessMapping(surveys: readonly Survey[]): MappingGuess {
  const doubts: Issue[] = [];
  const tables = surveys.map((survey) => guessTable(survey, doubts));
  const judged = surveys.flatMap((survey, i) => (survey.own ? [] : [{ survey, table: tables[i]! }]));
  const { doubts: ofNotation, ...notation } = guessNotation(judged.map(({ survey }) => survey), judged.map(({ table }) => table));
  if (tables.length > 0 && tables.every(({ role }) => role === 'ignore')) doubts.push(noGraph());
  return {
    mapping: {
      format: TABLE_MAPPING_FORMAT, options: { entityType: DEFAULT_ENTITY_TYPE, relationshipType: 'linkedTo', directed: true, ...notation },
      tables,
    },
    doubts: [...doubts, ...ofNotation],
  };
}

function guessTable(survey: Survey, doubts: Issue[]): OneTableMapping {
  if (survey.own) return ownMapping(survey.table.name, survey.own, survey.headers);
  const found = roleOf(survey);
  const { table, header, headers } = survey;
  if (found.role === 'ignore')
    return { name: table.name, role: 'ignore', header, columns: headers.map((column, index) => ({ column, index, as: 'ignore' })) };
  const taken = found.ends ? columnsOfEnds(found.ends, headers) : named(found, headers);
  const columns = columnsByHeader(survey, found.role, taken);
  byContent(survey, found.role, columns, doubts);
  if (found.role === 'entities') related(survey, columns, doubts);
  if (survey.unsure)
    doubts.push(
      doubt(
        'header-guessed',
        table.name,
        header === null
          ? 'No row of this table looks like a header; the columns were guessed from their content.'
          : 'No header of this table is known; the first row was taken for the header.',
        'Choose the header row in the mapping.',
      ),
    );
  if (found.unsure)
    doubts.push(
      doubt(
        'columns-guessed',
        table.name,
        found.role === 'relationships'
          ? `The headers do not say what the ends of the relationships are; ${endsSaid(columns)} were taken for them.`
          : `The headers do not say what names the entities; ${nameSaid(columns)} was taken for it.`,
        'Check the columns in the mapping.',
      ),
    );
  const types =
    found.role === 'relationships'
      ? typeOfTies(found, columns, survey, doubts)
      : found.role === 'entities'
        ? typeOfThings(survey, columns)
        : {};
  tellUnread(survey, columns, doubts);
  return withValues({ name: table.name, role: found.role, header, columns, ...types }, survey, doubts);
}

/** A mapping that leaves half of the columns without a meaning says so before all else. */
function tellUnread({ table, columns: facts }: Survey, columns: readonly ColumnMapping[], doubts: Issue[]): void {
  const filled = columns.filter(({ index }) => facts[index]!.close > 0);
  const unread = filled.filter(({ as, name }) => (as === 'property' && name === undefined) || as === 'ignore');
  if (unread.length < 2 || unread.length * 2 < filled.length) return;
  const named = unread.slice(0, 6).map(said).join(', ');
  doubts.unshift(
    doubt(
      'columns-unread',
      table.name,
      `${unread.length} of ${filled.length} columns have no meaning that is known here: ${named}${unread.length > 6 ? ' …' : ''}. `
      + `They are kept as properties.`,
      'Choose in the mapping what they mean.',
      String(unread.length),
    ),
  );
}

/**
 * Columns that name other entities of the list ("parent_id"), or owners: they make ties, which is a doubt.
 * Others of such a header are properties.
 */
function related(survey: Survey, columns: ColumnMapping[], doubts: Issue[]): void {
  const known = columns.filter(({ as }) => as === 'id' || as === 'name').flatMap(({ index }) => [...survey.columns[index]!.distinct]);
  const names = new Set(known);
  for (const column of columns.filter(({ as }) => as === 'related')) {
    const facts = survey.columns[column.index]!;
    const isOwner =
      /^(owner|owned|eigentumer|inhaber|proprietaire|propietario|proprietario|владелец|собственник|所有者|المالك)/.test(
        headerWord(column.column),
      ) && facts.isNames;
    if (isOwner || [...facts.distinct].some((text) => names.has(text)))
      doubts.push(
        doubt(
          'related-guessed', placeOf(survey, column), 'This column names other entities. Each was read as “owns” the entity of the row.',
          'Choose another relationship in the mapping, or keep the column as a property.',
        ),
      );
    else {
      column.as = 'property';
      delete column.relationshipType;
    }
  }
  if (columns.some(({ as }) => as === 'related')) return;
  for (const column of columns) if (column.as === 'share') column.as = 'property';
}

/** Says of each value of the columns of types what it is taken for; those that are not known are a doubt. */
function withValues(table: OneTableMapping, survey: Survey, doubts: Issue[]): OneTableMapping {
  const counts = survey.columns.map(countsOf);
  const mapped = tableWithValues(table, counts);
  for (const column of mapped.columns) {
    const kind = kindOfValues(mapped, column);
    const unknown = new Set((column.values ?? []).filter(({ as }) => as === null).map(({ value }) => value));
    const words = (counts[column.index] ?? []).filter(({ value }) => unknown.has(value));
    if (kind && words.length > 0 && column.as !== 'role' && column.as !== 'label')
      doubts.push(unknownWords(placeOf(survey, column), words, kind));
  }
  return mapped;
}

function named({ name }: RoleFound, headers: readonly string[]): Map<number, ColumnMapping> {
  return new Map(name === undefined ? [] : [[name, { column: headers[name]!, index: name, as: 'name' }]]);
}

/** Gives meanings by what is in them to columns that have none. */
function byContent(
  survey: Survey, role: 'relationships' | 'entities' | 'claims' | 'sources', columns: ColumnMapping[], doubts: Issue[],
): void {
  const has = new Set(columns.map((c) => c.as));
  for (const column of columns.filter(({ as }) => as === 'amount')) {
    if (hasCurrency(survey, column, has)) continue;
    column.as = 'property';
    has.delete('amount');
    doubts.push(
      doubt(
        'no-currency', placeOf(survey, column), 'These may be sums of money without a currency; they were kept as properties.',
        'If they are sums of money, choose “amount” and the currency in the mapping.',
      ),
    );
  }
  for (const column of columns.filter(({ as, name }) => as === 'property' && name === undefined)) {
    const as = meaningByContent(survey.columns[column.index]!, role, has, survey.header === null ? null : survey.headers[column.index]!);
    if (as === undefined) continue;
    column.as = as;
    has.add(as);
    doubts.push(
      doubt(
        'meaning-guessed', placeOf(survey, column),
        `The content of this column looks like “${columnMeanings[as].label}”; it was read as that.`, 'Check it in the mapping.', as,
      ),
    );
  }
}

function placeOf({ table, headers }: Survey, { index }: ColumnMapping): string {
  return `${table.name}, column “${headers[index]!.trim() || String(index + 1)}”`;
}

/** The type of relationships whose rows say none: what their pair of headers says; owning where there is a share. */
function typeOfTies({ ends }: RoleFound, columns: readonly ColumnMapping[], survey: Survey, doubts: Issue[]): Partial<OneTableMapping> {
  const has = (as: ColumnMeaning) => columns.some((column) => column.as === as);
  const shared = ends?.type === undefined && has('share') && !has('relationshipType') && !has('role');
  const type: RelationshipType | undefined = ends?.type ?? (shared ? 'owns' : undefined);
  if (type === undefined || type === 'linkedTo') return {};
  if (!has('relationshipType'))
    doubts.push(
      doubt(
        'type-guessed',
        survey.table.name,
        shared
          ? 'No column says what the relationships are; since they have shares they were read as “owns”.'
          : `By the headers of the ends the relationships were read as “${relationshipTypes[type].verb}”.`,
        'Choose the type in the mapping.',
        type,
      ),
    );
  return { relationshipType: type };
}

/** What a list of entities is, by the header of its names or the name of its table. */
function typeOfThings(survey: Survey, columns: readonly ColumnMapping[]): Partial<OneTableMapping> {
  const name = columns.find(({ as }) => as === 'name');
  const words = [name?.column ?? '', baseName(survey.table.name)].map((text) => headerWord(text).replace(/ (name|list)$/, ''));
  const type = words
    .map((word) =>
      word.includes(' ') && !/^(joint venture|state bod|public bod|legal ent)/.test(word) ? undefined : entityTypeOfWord(word),
    )
    .find((found) => found !== undefined);
  return type === undefined ? {} : { entityType: type };
}

function endsSaid(columns: readonly ColumnMapping[]): string {
  return columns.filter(({ as }) => as === 'from' || as === 'to').map(said).join(' and ');
}

function nameSaid(columns: readonly ColumnMapping[]): string {
  return columns.filter(({ as }) => as === 'name').map(said).join();
}

function said({ column, index }: ColumnMapping): string {
  return column.trim() === '' ? `column ${index + 1}` : `“${column.trim()}”`;
}

/** What is said of a file in which nothing looks like a graph. */
function noGraph(): Issue {
  return doubt(
    'no-graph', '(file)',
    'No table of this file looks like a list of relationships or of entities: no two columns are the ends of a relationship, '
    + 'and none names entities.',
    'If there are such columns, say in the mapping which they are; a table that only explains codes has nothing to open.',
  );
}

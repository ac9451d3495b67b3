import type { Issue } from '../../model';
import type { ColumnFacts } from './columnFacts';
import type { ColumnMeaning } from './columnMeanings';
import type { ColumnMapping, DateOrder, OneTableMapping, ShareNotation, TableOptions } from './mapping';
import type { Survey } from './surveyTable';

/** How dates, decimals and shares are written in a file: the options, and what single columns have otherwise. */
interface NotationFound extends Pick<TableOptions, 'dateOrder' | 'decimal' | 'share'> {
  readonly doubts: readonly Issue[];
}

/** A column whose notation counts, and where it stands. */
interface Judged {
  readonly facts: ColumnFacts;
  readonly column: ColumnMapping;
  readonly at: string;
}

const DATES: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['start', 'end', 'published', 'made']);

/**
 * Tells the notation from whole columns and sets what a single column has otherwise in the mappings given. Dates: a day
 * above 12 tells the order of a column; a column that does not tell follows the file, and day before month where the file
 * does not tell either. Decimals: the mark that more figures of the file have for certain; else the comma where fields
 * are separated by semicolons. Shares: fractions where a column has figures between 0 and 1 and none above; else per cent.
 */
export function guessNotation(surveys: readonly Survey[], tables: readonly OneTableMapping[]): NotationFound {
  const doubts: Issue[] = [];
  const judged = surveys.flatMap((survey, t) =>
    tables[t]!.role === 'ignore'
      ? []
      : tables[t]!.columns.map((column): Judged => ({ facts: survey.columns[column.index]!, column, at: placeOf(survey, column) })),
  );
  const dateOrder = orderOfAll(judged.filter(({ column }) => DATES.has(column.as)), doubts);
  const share = notationOfAll(judged.filter(({ column }) => column.as === 'share'), doubts);
  return { dateOrder, decimal: decimalOf(surveys), share, doubts };
}

function placeOf({ table, headers }: Survey, { index }: ColumnMapping): string {
  return `${table.name}, column “${headers[index]!.trim() || String(index + 1)}”`;
}

function orderOfAll(dates: readonly Judged[], doubts: Issue[]): DateOrder {
  const told = dates.map((one) => orderOf(one, doubts));
  const count = (order: DateOrder) => told.filter((one) => one === order).length;
  const order = count('MDY') > count('DMY') ? 'MDY' : 'DMY';
  dates.forEach((one, i) => {
    if (told[i] !== undefined && told[i] !== order) one.column.dateOrder = told[i];
    else if (told[i] === undefined && one.facts.orders.either > 0) doubts.push(ambiguous(one, order, count(order) > 0));
    if (one.facts.shortYears > 0)
      doubts.push(
        doubt(
          'two-digit-years',
          one.at,
          `${one.facts.shortYears} years of this column have two digits; they were read as the years from 1930 to 2029.`,
          'Write years with four digits.',
          String(one.facts.shortYears),
        ),
      );
  });
  return order;
}

function orderOf({ facts, at }: Judged, doubts: Issue[]): DateOrder | undefined {
  const { DMY, MDY } = facts.orders;
  if (DMY === 0 && MDY === 0) return undefined;
  const order = MDY > DMY ? 'MDY' : 'DMY';
  if (DMY > 0 && MDY > 0)
    doubts.push(
      doubt(
        'mixed-dates',
        at,
        `${DMY} dates of this column can only be day before month, ${MDY} only month before day; all were read as ${order}.`,
        'Write dates as YYYY-MM-DD.',
        `${DMY} / ${MDY}`,
      ),
    );
  return order;
}

function ambiguous({ facts, at }: Judged, order: DateOrder, byOthers: boolean): Issue {
  return doubt(
    'ambiguous-dates',
    at,
    `No date of this column shows whether the day or the month comes first; `
    + `they were read as ${order === 'DMY' ? 'day before month' : 'month before day'}${byOthers ? ', as in the other columns' : ''}.`,
    'Choose the order in the mapping, or write YYYY-MM-DD.',
    String(facts.orders.either),
  );
}

function notationOfAll(shares: readonly Judged[], doubts: Issue[]): ShareNotation {
  const told = shares.map((one) => shareOf(one, doubts));
  const share = told.length > 0 && told.every((one) => one === 'fraction') ? 'fraction' : 'percent';
  shares.forEach(({ column }, i) => {
    if (told[i] !== share) column.share = told[i];
  });
  return share;
}

function shareOf({ facts, at }: Judged, doubts: Issue[]): ShareNotation {
  const { above, between, one } = facts.bare;
  if (above === 0 && between > 0 && facts.percents === 0) {
    doubts.push(
      doubt(
        'fractions-as-shares', at, 'No share of this column is above 1; they were read as fractions: 0.75 is 75 %.',
        'Choose per cent in the mapping where that is meant.', String(between),
      ),
    );
    return 'fraction';
  }
  if (between + one > 0)
    doubts.push(
      doubt(
        'small-shares',
        at,
        `${between + one} shares of this column are 1 or less ${above > 0 ? 'beside others above it' : 'and none is above'}; `
        + `they were read as per cent, except where the shares of one company add up to 1.`,
        'Check them, or choose fractions in the mapping.',
        String(between + one),
      ),
    );
  return 'percent';
}

function decimalOf(surveys: readonly Survey[]): TableOptions['decimal'] {
  const all = surveys.flatMap(({ columns }) => columns);
  const [point, comma] = [all.reduce((n, { decimals }) => n + decimals.point, 0), all.reduce((n, { decimals }) => n + decimals.comma, 0)];
  if (point !== comma) return comma > point ? 'comma' : 'point';
  return surveys[0]?.table.delimiter === ';' ? 'comma' : 'point';
}

/** Something of which a guess is unsure: it is worth a look, and no fault of the file. */
export function doubt(code: string, at: string, message: string, hint: string, value?: string): Issue {
  return { code, severity: 'warning', at, ...(value === undefined ? {} : { value }), message, hint };
}

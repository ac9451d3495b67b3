import type { Relationship } from '../../model';
import { saysPercent, shareIn, sumIn } from './figureText';
import type { MappedRow } from './mappedRow';
import type { TableOptions } from './mapping';

/** The share of a row, and whether nothing says that it is in per cent. What is no share is kept as a property and reported. */
export function shareOfRow(row: MappedRow, options: TableOptions): Pick<Relationship, 'share'> & { bare: boolean } {
  const found = row.found('share');
  if (!found) return { bare: false };
  const share = shareIn(found.text, found.column.share ?? options.share, options.decimal);
  if (share === undefined) {
    row.builder.warn(
      'bad-share', row.at, 'This is not a share between 0 and 100 per cent; it was kept as a property.',
      'Write a figure, as 75, or bounds, as 25-50.', found.text,
    );
    row.keep(found.column);
    return { bare: false };
  }
  return { share, bare: !saysPercent(found.text) && found.column.share === undefined && options.share === 'percent' };
}

/** A sum of money where its currency is known; else the figure is kept as a property. */
export function amountOfRow(row: MappedRow, options: TableOptions): Pick<Relationship, 'amount'> {
  const found = row.found('amount');
  if (!found) return {};
  const sum = sumIn(found.text, options.decimal);
  const cell = row.text('currency').toUpperCase();
  const currency = (/^[A-Z]{3}$/.test(cell) ? cell : undefined) ?? sum?.currency ?? found.column.currency;
  if (sum && currency !== undefined && /^[A-Z]{3}$/.test(currency))
    return { amount: { value: sum.value, currency, ...(sum.ceiling || yesOrNo(row.text('ceiling')) ? { ceiling: true } : {}) } };
  row.keep(found.column);
  for (const column of row.columns.of('currency')) row.keep(column);
  row.builder.warn(
    'bad-amount',
    row.at,
    sum ? 'This sum has no currency; it was kept as a property.' : 'This is not a sum of money; it was kept as a property.',
    'Give a column of currencies by their ISO codes, or set the currency in the mapping.',
    found.text,
  );
  return {};
}

/** Whether a stake is held through others. What is neither yes nor no is kept as a property. */
export function indirectOfRow(row: MappedRow): Pick<Relationship, 'indirect'> {
  const found = row.found('indirect');
  if (!found) return {};
  const said = yesOrNo(found.text) ?? (/^indirect/i.test(found.text) ? true : /^direct/i.test(found.text) ? false : undefined);
  if (said === undefined) row.keep(found.column);
  return said ? { indirect: true } : {};
}

function yesOrNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return /^(yes|y|true|1|x|ja|oui|s[ií]|sim|да|是|نعم)$/.test(word)
    ? true
    : /^(no|n|false|0|nein|non|não|нет|否|لا)$/.test(word)
      ? false
      : undefined;
}

import type { Cell as StyledCell, CellValue } from 'hucre/xlsx';
import type { Cell } from './rawTable';

/**
 * A cell of a workbook: its value, or the value that was stored for its formula. Real dates become texts in ISO form, as
 * exact as their format shows them (a cell shown as "2008" is a year); figures shown in per cent become "75%". Errors are
 * empty.
 */
export function cellOf(value: CellValue, styled: StyledCell | undefined): Cell | undefined {
  if (value === null || styled?.type === 'error') return undefined;
  const format = partsShown(styled?.style?.numFmt ?? '');
  if (value instanceof Date) return dateText(value, format);
  if (typeof value === 'number') return format.includes('%') ? `${Number((value * 100).toPrecision(12))}%` : value;
  return value;
}

/** A number format without what it shows as it stands: quoted and escaped text, colours, locales; the first section only. */
function partsShown(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0]!.toLowerCase();
}

function dateText(date: Date, format: string): Cell | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  if (/^[+-]/.test(iso)) return iso;
  const time = iso.slice(11, 19);
  if (time !== '00:00:00') return `${iso.slice(0, 10)}T${time}`;
  if (/^y+$/.test(format)) return iso.slice(0, 4);
  return format !== '' && !format.includes('d') && format.includes('m') && format.includes('y') ? iso.slice(0, 7) : iso.slice(0, 10);
}

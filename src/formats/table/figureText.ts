import type { Share } from '../../model';
import { between } from '../words';
import type { ShareNotation, TableOptions } from './mapping';

type Decimal = TableOptions['decimal'];

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = { point: /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/, comma: /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/ } as const;
const COMMA = /^[+-]?(\d+(,\d*)|,\d+)$/;

/**
 * The figure that a text is, by the decimal mark of the table; spaces and apostrophes between digits separate thousands.
 * Undefined where it is none.
 */
export function figureOf(text: string, decimal: Decimal): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const plain = text.trim().replace(/^\u2212/, '-').replace(/(\d)[\s\u00a0\u202f'’](?=\d{3})/g, '$1');
  if (GROUPED[decimal].test(plain))
    return finite(decimal === 'point' ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.'));
  if (COMMA.test(plain)) return finite(plain.replace(',', '.'));
  return PLAIN.test(plain) ? finite(plain) : undefined;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const FIGURE = String.raw`([+-]?[\d.,\s\u00a0]*\d(?:e[+-]?\d{1,3})?)`;
const PERCENT = String.raw`\s*(%|percent|per cent|pct\.?|prozent|pour ?cent|por ciento|процентов|процента?)?\s*`;
const EXACT = new RegExp(`^(?:ca?\\.\\s*|~\\s*)?${FIGURE}${PERCENT}$`, 'iu');
const RANGE = new RegExp(
  `^(?:between\\s+|from\\s+|von\\s+|de\\s+|от\\s+)?${FIGURE}${PERCENT}(?:-|–|—|\\.\\.|to|and|bis|à|a|до)\\s*${FIGURE}${PERCENT}$`, 'iu',
);
const ABOVE = new RegExp(
  `^(?:>=?|≥|over|more than|at least|above|über|mehr als|mindestens|plus de|au moins|más de|al menos|более|свыше|`
  + `не менее)\\s*${FIGURE}${PERCENT}(?:\\s*or more)?$`,
  'iu',
);
const BELOW = new RegExp(
  `^(?:<=?|≤|under|less than|below|up to|at most|unter|weniger als|höchstens|moins de|au plus|menos de|hasta|менее|`
  + `до)\\s*${FIGURE}${PERCENT}$`,
  'iu',
);

/**
 * The share that a text says, in per cent: "75 %", "75,00", "25-50%", "> 25 %";
 * a fraction where the notation is that and no sign says per cent. Undefined where it says none between 0 and 100.
 */
export function shareIn(text: string, notation: ShareNotation, decimal: Decimal): Share | undefined {
  const plain = text.trim();
  if (notation === 'percent' && /^\d{1,2}$/.test(plain)) return Number(plain);
  if (plain.length > 100) return undefined;
  const scale = notation === 'fraction' && !saysPercent(plain) ? 100 : 1;
  const value = (figure: string) => percentOf(figure, decimal, scale);
  const exact = EXACT.exec(plain);
  if (exact) return within(value(exact[1]!));
  const range = RANGE.exec(plain);
  if (range) return bounds(value(range[1]!), value(range[3]!));
  const above = ABOVE.exec(plain);
  if (above) return bounds(value(above[1]!), 100);
  const below = BELOW.exec(plain);
  return below ? bounds(0, value(below[1]!)) : undefined;
}

/** Whether a share says that it is in per cent. */
export function saysPercent(text: string): boolean {
  return /%|p(er)?\s?c(en)?t|prozent|pour ?cent|por ciento|процент/iu.test(text);
}

/** A figure of a share: where the decimal mark of the table makes too much of it, the other mark is meant ("33,333"). */
function percentOf(text: string, decimal: Decimal, scale: number): number | undefined {
  const read = [figureOf(text, decimal), figureOf(text, decimal === 'point' ? 'comma' : 'point')].map((value) =>
    value === undefined || scale === 1 ? value : Number((value * scale).toPrecision(12)),
  );
  return read.find((value) => value !== undefined && value >= 0 && value <= 100);
}

function within(percent: number | undefined): number | undefined {
  return percent !== undefined && percent >= 0 && percent <= 100 ? percent : undefined;
}

function bounds(min: number | undefined, max: number | undefined): Share | undefined {
  return min === undefined || max === undefined ? undefined : between(min, max);
}

/** What a figure says of the decimal mark of its table: undefined where it has none, or one that may separate thousands. */
export function decimalIn(text: string): Decimal | undefined {
  const figure = text.trim().replace(/[\s%€$£]/g, '');
  if (!/^[+-]?[\d.,]+$/.test(figure)) return undefined;
  const [dot, comma] = [figure.lastIndexOf('.'), figure.lastIndexOf(',')];
  if (dot === -1 && comma === -1) return undefined;
  if (dot !== -1 && comma !== -1) return dot > comma ? 'point' : 'comma';
  const mark = dot === -1 ? ',' : '.';
  const parts = figure.split(mark);
  const decimal = mark === '.' ? 'point' : 'comma';
  if (parts.length > 2) return decimal === 'point' ? 'comma' : 'point';
  return parts[1]!.length !== 3 || /^[+-]?0?$/.test(parts[0]!) ? decimal : undefined;
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₽': 'RUB', '₴': 'UAH', '₹': 'INR', US$: 'USD', A$: 'AUD', C$: 'CAD', HK$: 'HKD',
};

/** A sum of money: the figure, the currency where the cell has one, and whether it says "up to". Undefined where there is no figure. */
export function sumIn(text: string, decimal: Decimal): { value: number; currency?: string; ceiling?: boolean } | undefined {
  const found =
    /^(up to|bis zu|jusqu'à|hasta|до)?\s*([A-Z]{3}\b|US\$|A\$|C\$|HK\$|[$€£¥₽₴₹])?\s*([+-]?[\d.,\s\u00a0\u202f'’]*\d(?:[eE][+-]?\d{1,3})?)\s*([A-Z]{3}\b|[$€£¥₽₴₹])?$/u.exec(
      text.trim().slice(0, 100),
    );
  const value = found ? figureOf(found[3]!, decimal) : undefined;
  if (!found || value === undefined) return undefined;
  const sign = found[2] ?? found[4];
  const currency = sign === undefined ? undefined : (CURRENCY_SIGNS[sign] ?? sign);
  return { value, ...(currency ? { currency } : {}), ...(found[1] ? { ceiling: true } : {}) };
}

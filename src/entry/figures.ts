import type { Amount, Share } from '../model';

/** What stands at a place of a text, and how long it is; a doubt in place of a value where it is of the kind and cannot be. */
export type Found<T> = { readonly length: number } & (
  { readonly value: T; readonly doubt?: undefined } | { readonly value?: undefined; readonly doubt: string }
);

const END = '(?=[\\s,;()]|$)';
const NUMBER = '\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?';

/** A figure as it is typed: 5300, 5 300, 5,300, 7.5, 7,5. */
function numberOf(text: string): number {
  const grouped = /^\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?$/.test(text);
  return Number(grouped ? text.replace(/[,\u00a0\u202f ]/g, '') : text.replace(',', '.'));
}

const LEAST = 'at\\s+least|over|more\\s+than|above|>=?|≥';
const MOST = 'at\\s+most|up\\s+to|less\\s+than|under|below|<=?|≤';
const SHARE = new RegExp(
  `(?:(${LEAST})\\s*|(${MOST})\\s*)?(\\d+(?:[.,]\\d+)?)(?:\\s*(?:-|–|to)\\s*(\\d+(?:[.,]\\d+)?))?\\s*(?:%|per\\s?cent|percent)${END}`,
  'iuy',
);

/** A share at a place: "75 %", "25–50 %", "over 50 per cent", "at most 10 %". */
export function shareAt(text: string, at: number): Found<Share> | undefined {
  SHARE.lastIndex = at;
  const match = SHARE.exec(text);
  if (!match) return undefined;
  const [whole, least, most, first, second] = match;
  const [low, high] = [numberOf(first!), second === undefined ? undefined : numberOf(second)];
  const { length } = whole;
  if (low > 100 || (high ?? 0) > 100) return { length, doubt: 'A share is at most 100 %.' };
  if (high !== undefined)
    return low <= high
      ? { length, value: low === high ? low : { min: low, max: high } }
      : { length, doubt: 'The lower bound comes first: 25–50 %.' };
  if (least !== undefined) return { length, value: low === 100 ? 100 : { min: low, max: 100 } };
  if (most !== undefined) return { length, value: low === 0 ? 0 : { min: 0, max: low } };
  return { length, value: low };
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, tn: 1e12,
};
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  us$: 'USD',
  dollars: 'USD',
  euros: 'EUR',
  euro: 'EUR',
  pounds: 'GBP',
  won: 'KRW',
  yuan: 'CNY',
  yen: 'JPY',
  baht: 'THB',
  roubles: 'RUB',
  rubles: 'RUB',
};
/** ISO 4217, of the currencies in use and some that are not any more. */
const CURRENCIES = new Set(
  [
    'AED', 'AFN', 'ALL', 'AMD', 'ANG', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BGN', 'BHD', 'BIF', 'BMD', 'BND', 'BOB',
    'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHF', 'CLP', 'CNY', 'COP', 'CRC', 'CUP', 'CVE', 'CZK', 'DEM', 'DJF', 'DKK',
    'DOP', 'DZD', 'EGP', 'ERN', 'ESP', 'ETB', 'EUR', 'FJD', 'FKP', 'FRF', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD',
    'HNL', 'HRK', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'ITL', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW',
    'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR',
    'MVR', 'MWK', 'MXN', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG',
    'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP',
    'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'UYU', 'UZS', 'VES', 'VND', 'VUV', 'WST',
    'XAF', 'XCD', 'XOF', 'XPF', 'YER', 'ZAR', 'ZMW', 'ZWL',
  ],
);
const SCALE = '(thousand|million|billion|trillion|bn|mn|tn|k|m)';
const SIGN = '(US\\$|[$€£]|[A-Z]{3}|dollars|euros?|pounds|won|yuan|yen|baht|roubles|rubles)';
const AMOUNT = new RegExp(
  `(?:(up\\s+to|at\\s+most)\\s+)?(?:${SIGN}\\s?(${NUMBER})(?:\\s?${SCALE})?|(${NUMBER})(?:\\s?${SCALE})?\\s?${SIGN})${END}`, 'uy',
);

/** A sum at a place: "400 million USD", "$1.5bn", "up to EUR 20 000". */
export function amountAt(text: string, at: number): Found<Amount> | undefined {
  AMOUNT.lastIndex = at;
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  const [whole, upTo, signBefore, figureBefore, scaleBefore, figureAfter, scaleAfter, signAfter] = match;
  const sign = (signBefore ?? signAfter)!;
  const currency = SIGNS[sign.toLowerCase()] ?? sign;
  if (!CURRENCIES.has(currency)) return undefined;
  const value = numberOf((figureBefore ?? figureAfter)!) * (SCALES[scaleBefore ?? scaleAfter ?? ''] ?? 1);
  return { length: whole.length, value: { value, currency, ...(upTo === undefined ? {} : { ceiling: true }) } };
}

import type { DateOrder, ShareNotation } from '../../../formats';

export const DATE_ORDERS: readonly { id: DateOrder; label: string }[] = [
  { id: 'DMY', label: '31.12.2008' }, { id: 'MDY', label: '12/31/2008' }, { id: 'YMD', label: '2008/12/31' },
];

export const SHARES: readonly { id: ShareNotation; label: string }[] = [
  { id: 'percent', label: '75 = 75 %' }, { id: 'fraction', label: '0.75 = 75 %' },
];

export const DECIMALS = [{ id: 'point', label: '1,234.5' }, { id: 'comma', label: '1.234,5' }] as const;

export const DELIMITERS = [
  { id: ',', label: 'comma' }, { id: ';', label: 'semicolon' }, { id: '\t', label: 'tab' }, { id: '|', label: 'pipe |' },
  { id: ':', label: 'colon' },
] as const;

/** The encodings that exports of spreadsheets and databases usually have, by their label of the Encoding Standard. */
export const ENCODINGS = [
  { id: 'utf-8', label: 'UTF-8' },
  { id: 'utf-16le', label: 'UTF-16' },
  { id: 'utf-16be', label: 'UTF-16, big-endian' },
  { id: 'windows-1252', label: 'Western European (1252)' },
  { id: 'windows-1250', label: 'Central European (1250)' },
  { id: 'windows-1251', label: 'Cyrillic (1251)' },
  { id: 'windows-1253', label: 'Greek (1253)' },
  { id: 'windows-1254', label: 'Turkish (1254)' },
  { id: 'windows-1255', label: 'Hebrew (1255)' },
  { id: 'windows-1256', label: 'Arabic (1256)' },
  { id: 'windows-1257', label: 'Baltic (1257)' },
  { id: 'macintosh', label: 'Mac, Western' },
  { id: 'ibm866', label: 'Cyrillic, DOS (866)' },
  { id: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { id: 'gb18030', label: 'Chinese, simplified' },
  { id: 'big5', label: 'Chinese, traditional' },
  { id: 'shift_jis', label: 'Japanese' },
  { id: 'euc-kr', label: 'Korean' },
] as const;

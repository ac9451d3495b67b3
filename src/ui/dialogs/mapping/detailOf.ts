import type { ColumnMapping, ColumnMeaning, DateOrder, ShareNotation, TableOptions } from '../../../formats';
import { entityTypeIds, entityTypes, type EntityType, type RelationshipType } from '../../../model';
import type { ColumnDetail } from '../../../workspace';
import { DATE_ORDERS, SHARES } from './notations';
import { valueAnswer, valueChoices, valueOfAnswer } from './valueChoices';

/** What more can be said of a column: a choice, and what an answer says of it. */
interface Detail {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { id: string; label: string }[];
  say(answer: string): ColumnDetail;
}

const DATES: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['start', 'end', 'published', 'made']);
const CURRENCIES = [
  'EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY', 'RUB', 'UAH', 'KPW', 'KRW', 'HKD', 'SGD', 'AED', 'SAR', 'EGP', 'TRY', 'PLN', 'CZK', 'SEK',
  'NOK', 'DKK', 'CAD', 'AUD', 'NZD', 'INR', 'BRL', 'MXN', 'ZAR', 'KZT',
];
const LISTS: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['alias', 'identifier', 'source', 'property']);
const SEPARATORS = [';', ',', '|', '/'];

/** The one thing that is worth asking of a column besides its meaning; nothing of most. */
export function detailOf(column: ColumnMapping, options: TableOptions): Detail | undefined {
  const { as, dateOrder = '', share = '', entityType = '', separator = '', currency = '', relationshipType, turned } = column;
  if (DATES.has(as))
    return {
      label: 'Date format',
      value: dateOrder,
      options: [{ id: '', label: `${labelIn(DATE_ORDERS, options.dateOrder)} (file default)` }, ...DATE_ORDERS],
      say: (d) => (d === '' ? {} : { dateOrder: d as DateOrder }),
    };
  if (as === 'share')
    return {
      label: 'Share format', value: share, options: [{ id: '', label: `${labelIn(SHARES, options.share)} (file default)` }, ...SHARES],
      say: (s) => (s === '' ? {} : { share: s as ShareNotation }),
    };
  if (as === 'from' || as === 'to')
    return {
      label: 'Entity type',
      value: entityType,
      options: [{ id: '', label: 'default type' }, ...entityTypeIds.map((id) => ({ id, label: entityTypes[id].label }))],
      say: (t) => ({ ...(separator ? { separator } : {}), ...(t === '' ? {} : { entityType: t as EntityType }) }),
    };
  if (as === 'amount')
    return {
      label: 'Currency',
      value: currency,
      options: [
        { id: '', label: 'currency of the cell' },
        ...[...new Set([...CURRENCIES, ...(currency ? [currency] : [])])].map((id) => ({ id, label: id })),
      ],
      say: (c) => (c === '' ? {} : { currency: c }),
    };
  if (as === 'related')
    return {
      label: 'Relationship', value: relationshipType ? valueAnswer({ value: '', as: relationshipType, ...(turned ? { turned } : {}) }) : '',
      options: RELATED, say: (answer) => relatedDetail(answer),
    };
  if (LISTS.has(as))
    return {
      label: 'Values per cell',
      value: separator,
      options: [
        { id: '', label: 'single value' },
        ...[...new Set([...SEPARATORS, ...(separator ? [separator] : [])])].map((id) => ({ id, label: `list separated by “${id}”` })),
      ],
      say: (s) => (s === '' ? {} : { separator: s }),
    };
  return undefined;
}

/** What the entity named is to the entity of the row. */
const RELATED = [
  { id: '', label: 'is linked to this' },
  ...valueChoices('relationship')
    .flatMap(({ options }) => options)
    .filter(({ id }) => id !== '')
    .map(({ id, label }) => ({ id, label: `${label} this` })),
];

function relatedDetail(answer: string): ColumnDetail {
  const { as, turned } = valueOfAnswer('', answer);
  return as === null ? {} : { relationshipType: as as RelationshipType, ...(turned ? { turned } : {}) };
}

function labelIn(options: readonly { id: string; label: string }[], id: string): string {
  return options.find((o) => o.id === id)!.label;
}

import type { Amount } from '../model';

/** "USD 400000000", "up to EUR 1200". */
export function amountText({ value, currency, ceiling }: Amount): string {
  return `${ceiling ? 'up to ' : ''}${currency} ${value}`;
}

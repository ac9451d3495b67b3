/**
 * The order of texts in every answer and file: by UTF-16 code units, the same on every machine and in every language.
 * Below 0 where `a` comes first.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of names in lists for people: by the English alphabet, accents and cases beside their letters. */
export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'en');
}

/** A key of two texts, the same whichever is named first. */
export function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

/** The order of records by their ids. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

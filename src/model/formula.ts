/**
 * The signs at the beginning of a cell that make a spreadsheet program compute it: = + - @ also in full width, as Japanese and
 * Chinese programs take them, tab and the line breaks behind which one could stand.
 */
const SIGNS = '=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20';
const COMPUTED = new RegExp(`^'*[${SIGNS}]`);
const DEFUSED = new RegExp(`^'+[${SIGNS}]`);

/**
 * A text that no spreadsheet program reads as a formula: an apostrophe before such a sign, and before apostrophes that stand before one.
 */
export function defused(text: string): string {
  return COMPUTED.test(text) ? `'${text}` : text;
}

/** A text without the apostrophe that keeps spreadsheet programs from reading it as a formula; the inverse of `defused`. */
export function undefused(text: string): string {
  return text.charCodeAt(0) === 0x27 && DEFUSED.test(text) ? text.slice(1) : text;
}

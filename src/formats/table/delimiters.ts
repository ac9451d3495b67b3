/** The delimiters that are looked for, the likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

const DECLARED = /^\ufeff?"?sep=(.)"?\r?\n?/i;

/** The delimiter that a first line `sep=;` declares, as Excel reads and writes it, and the length of that line. */
export function declaredDelimiter(text: string): { delimiter: string; length: number } | undefined {
  const found = DECLARED.exec(text);
  return found ? { delimiter: found[1]!, length: found[0].length } : undefined;
}

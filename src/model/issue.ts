/** Something wrong with, or worth saying of, a file or a dataset. Bad input is data: it is reported, not thrown. */
export interface Issue {
  /** A stable name in kebab case: `dangling-end`, `not-json`. */
  code: string;
  severity: 'error' | 'warning';
  /** Where: a path as `relationships[3].from`, or `line 12, column 5`. */
  at: string;
  /** The value found there, as short text. */
  value?: string;
  message: string;
  /** What to do next. */
  hint: string;
}

/** A value as an issue shows it: JSON, at most 80 characters. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

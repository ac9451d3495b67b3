/** An object of a JSON text whose fields are not known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** The object that a value is; undefined for lists, scalars and null. */
export function asObject(value: unknown): Json | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : undefined;
}

/** The list that a value is, else none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text that a value is, trimmed; undefined where it is none or empty. Numbers count as text. */
export function asText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
  return text === '' ? undefined : text;
}

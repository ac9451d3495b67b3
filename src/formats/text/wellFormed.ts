import type { Issue } from '../../model';

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text without halves of characters: each lone surrogate becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}

/** A JSON value of bounded depth with all its texts and keys well formed, and whether any was not. */
export function wellFormedValue(value: unknown): { value: unknown; repaired: boolean } {
  let repaired = false;
  const text = (raw: string) => {
    const whole = wellFormed(raw);
    repaired ||= whole !== raw;
    return whole;
  };
  const walk = (raw: unknown): unknown => {
    if (typeof raw === 'string') return text(raw);
    if (Array.isArray(raw)) return raw.map(walk);
    if (raw === null || typeof raw !== 'object') return raw;
    return Object.fromEntries(Object.entries(raw).map(([key, inner]) => [text(key), walk(inner)]));
  };
  return { value: walk(value), repaired };
}

/** What is told of a file whose halves of characters were replaced. */
export const HALF_CHARACTERS: Issue = {
  code: 'lone-surrogate',
  severity: 'warning',
  at: '(file)',
  message: 'Halves of characters (lone surrogates) stand in this file; each was replaced by “\uFFFD”.',
  hint: 'Search the file for \\ud8 to \\udf and correct the texts.',
};

import type { z } from 'zod';
import { shown, type Issue } from './issue';

/** "relationships[3].from" for the path of a zod issue; "(root)" for the root. */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`)).join('').replace(/^\./, '') || '(root)';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined), data,
  );
}

/** A zod issue as an issue of the house. `hint` says what to do about a value that does not fit. */
export function schemaIssue(issue: z.core.$ZodIssue, data: unknown, hint: string): Issue {
  const value = valueAt(data, issue.path);
  return {
    code: issue.code === 'unrecognized_keys' ? 'unknown-field' : value === undefined ? 'missing-field' : 'bad-value',
    severity: 'error',
    at: pathText(issue.path),
    ...(value === undefined ? {} : { value: shown(value) }),
    message: issue.message,
    hint,
  };
}

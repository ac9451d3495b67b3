import type { WorkspaceState } from '../state';

/**
 * A selector that is computed again only when one of the things that it depends on is another object. It remembers
 * the last state alone. `compute` must read nothing of the state but what `dependsOn` picks.
 */
export function memoised<Result>(
  dependsOn: readonly ((state: WorkspaceState) => unknown)[], compute: (state: WorkspaceState) => Result,
): (state: WorkspaceState) => Result {
  let last: { parts: readonly unknown[]; result: Result } | undefined;
  return (state) => {
    const parts = dependsOn.map((pick) => pick(state));
    if (last?.parts.every((part, i) => Object.is(part, parts[i]))) return last.result;
    last = { parts, result: compute(state) };
    return last.result;
  };
}

import type { WorkspaceState } from '../state';

/**
 * A selector that is reckoned again only when one of the things that it depends on is another object. It remembers
 * the last state alone. `reckon` must read nothing of the state but what `dependsOn` picks.
 */
export function memoised<Result>(
  dependsOn: readonly ((state: WorkspaceState) => unknown)[], reckon: (state: WorkspaceState) => Result,
): (state: WorkspaceState) => Result {
  let last: { parts: readonly unknown[]; result: Result } | undefined;
  return (state) => {
    const parts = dependsOn.map((pick) => pick(state));
    if (last?.parts.every((part, i) => Object.is(part, parts[i]))) return last.result;
    last = { parts, result: reckon(state) };
    return last.result;
  };
}

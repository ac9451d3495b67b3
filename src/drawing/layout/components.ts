import { otherEnd, type LayoutProblem } from './layoutProblem';

/** The parts of a chart that nothing ties to one another, as lists of entity indices: largest first, ties by first entity. O(n + m). */
export function componentsOf(problem: LayoutProblem): number[][] {
  const seen = new Uint8Array(problem.ids.length);
  const found: number[][] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue;
    const members = [start];
    seen[start] = 1;
    for (let head = 0; head < members.length; head++) {
      for (const bundle of problem.bundlesAt[members[head]!]!) {
        const next = otherEnd(problem, bundle, members[head]!);
        if (seen[next]) continue;
        seen[next] = 1;
        members.push(next);
      }
    }
    found.push(members.sort((a, b) => a - b));
  }
  return found.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

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

/**
 * Hops from one entity to each in its component, breadth first; −1 elsewhere. O(n + m).
 */
export function hopsFrom(problem: LayoutProblem, start: number): Int32Array {
  const hops = new Int32Array(problem.ids.length).fill(-1);
  const queue = [start];
  hops[start] = 0;
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head]!;
    for (const bundle of problem.bundlesAt[at]!) {
      const next = otherEnd(problem, bundle, at);
      if (hops[next] !== -1) continue;
      hops[next] = hops[at]! + 1;
      queue.push(next);
    }
  }
  return hops;
}

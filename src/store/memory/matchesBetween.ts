import { matchSteps, type MatchOptions } from '../../analysis';
import type { Entity, MatchAnswer } from '../../model';

/**
 * Who of each added file may be whom of what was there before it, best first. `starts` says where the entities of each
 * added file begin in the list. Two of one file are never proposed. Yields how much is done, 0–1; the cost is that of
 * `proposeMatches` for each file.
 */
export function* matchesBetween(
  entities: readonly Entity[], starts: readonly number[], options: MatchOptions,
): Generator<number, MatchAnswer> {
  const answers: MatchAnswer[] = [];
  for (const [i, start] of starts.entries()) {
    const steps = matchSteps(entities.slice(0, start), entities.slice(start, starts[i + 1] ?? entities.length), options);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (i + step.value) / starts.length;
    answers.push(step.value);
  }
  const proposals = answers.flatMap((a) => a.proposals).sort((x, y) => y.score - x.score);
  const kept = proposals.slice(0, options.limit ?? proposals.length);
  const sum = (of: (a: MatchAnswer) => number) => answers.reduce((n, a) => n + of(a), 0);
  return {
    proposals: kept, more: sum((a) => a.more) + proposals.length - kept.length, compared: sum((a) => a.compared),
    notCompared: sum((a) => a.notCompared),
  };
}

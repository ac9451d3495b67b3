import { takenCandidate, type NameCandidate } from '../../model';
import type { CrosscheckState } from '../crosscheckState';

/** By name of a cross-check: who it is taken for, by hand or by score; undefined where nobody. */
export function takenNames({ names, matches, decided }: CrosscheckState): (NameCandidate | undefined)[] {
  return matches.map(({ candidates }, i) => {
    const by = decided.get(i);
    return by === undefined ? takenCandidate(names[i]!, candidates) : candidates.find((c) => c.entity === by);
  });
}

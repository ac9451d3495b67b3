import type { MatchReason } from '../../model';

/** A reason whose sentence is not worded yet, since most pairs come to nothing. Weights in bits. */
export interface Evidence {
  kind: MatchReason['kind'];
  weight: number;
  /** A number that one party alone has. */
  strong?: boolean;
  say(): string;
}

import type { EntityType, MatchProposal, Proof } from '../../model';

/** An entity as a screening names it. */
export interface NamedEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
}

/** Someone of a case who may be someone on a list. Scores are 0–1 and rank; they are no measured frequency. */
export interface Hit extends Pick<MatchProposal, 'score' | 'certainty' | 'reasons'> {
  readonly entity: NamedEntity;
  readonly listed: NamedEntity & { readonly list: string; readonly topics?: string };
}

/** Someone whom those that were hit hold, or may hold, under the 50 per cent rule. Shares in per cent. */
export interface HeldParty {
  readonly entity: NamedEntity;
  readonly answer: 'yes' | 'undetermined';
  readonly aggregate: { readonly min: number; readonly max: number };
  readonly proof: Proof;
  /** The proof as sentences, owners indented below what they hold. */
  readonly because: readonly string[];
}

/** What `screen` answers, as `--json` prints it. */
export interface Screened {
  readonly case: string;
  readonly threshold: number;
  /** Entities of the case that were compared, and places and events that were not. */
  readonly screened: number;
  readonly notScreened: number;
  readonly lists: readonly { readonly file: string; readonly title: string; readonly entities: number; readonly compared: number }[];
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Hits beyond the limit. */
  readonly more: number;
  readonly held: readonly HeldParty[];
  /** Entities below them that were not asked about, since there are too many. */
  readonly notAsked: number;
}

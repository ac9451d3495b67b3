import type { ClaimLine, Completion, SourceRead } from '../entry';
import type { Position, Source } from '../model';

/** What is being entered. */
export interface EntryState {
  /** What is typed now; absent where nothing is. */
  readonly open?: 'source' | 'claim' | undefined;
  readonly text: string;
  /** The line as it was read; of an older text until the newer one is. */
  readonly line?: ClaimLine | undefined;
  /** What Enter will enter, as a sentence, and what becomes of it. */
  readonly preview?: EntryPreview | undefined;
  readonly completions: readonly Completion[];
  /** Which completion Tab takes, from 0. */
  readonly chosen: number;
  /** What every claim cites. */
  readonly source?: Source | undefined;
  /** What was pasted as a source, as it was read. */
  readonly read?: SourceRead | undefined;
  /** Enter was pressed on a line with doubts: pressed again it enters what is understood. */
  readonly confirm: boolean;
}

/** What a line will be. */
export interface EntryPreview {
  readonly sentence: string;
  /** "A claim more for a tie that is there", "A new tie between two who are here". */
  readonly becomes: string;
  /** What it contradicts, a sentence each. It is entered all the same. */
  readonly contradicts: readonly string[];
}

/** A record in a form; or what depends on one that is to be taken away, with what goes with it. */
export type EditingState =
  | {
      readonly kind: 'form';
      readonly list: 'sources' | 'entities' | 'relationships';
      readonly id: string;
      /** One field alone. */
      readonly only?: 'name';
    }
  | { readonly kind: 'split'; readonly id: string }
  | { readonly kind: 'arrow'; readonly id: string }
  | { readonly kind: 'note'; readonly id: string; readonly at?: Position }
  | { readonly kind: 'add'; readonly id: 'new'; readonly at?: Position }
  | { readonly kind: 'claim'; readonly list: 'entities' | 'relationships'; readonly id: string; readonly claim: number }
  | {
      readonly kind: 'delete';
      readonly list: 'sources' | 'entities' | 'relationships';
      readonly id: string;
      readonly says: readonly string[];
    };

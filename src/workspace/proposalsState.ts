import type { Proposal, Source, Tray } from '../model';
import type { EntryPreview } from './entryState';

/** What a proposal would be in the data as it is now, or why it cannot be entered here. */
export type ProposalSeen = (EntryPreview & { readonly repeated: boolean; readonly source: Source }) | { readonly cannot: string };

/** A review tray, and what a person made of it. Whatever of it is accepted is in the data; nothing else of it is. */
export interface ProposalsState {
  readonly name: string;
  /** The tray as it was read. */
  readonly written: string;
  readonly all: readonly Proposal[];
  readonly refused: ReadonlySet<string>;
  readonly faults: Tray['faults'];
  /** Those that were looked at against the data, by id. */
  readonly seen: ReadonlyMap<string, ProposalSeen>;
  /** What the tray itself says was decided. */
  readonly decided: Tray['decisions'];
}

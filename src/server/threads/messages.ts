import type { PackedFault } from '../../packed';
import type { NameParts, SharedStore } from '../../store';

/** A file that this process has open; threads read from it by its descriptor. */
export interface OpenFile {
  readonly descriptor: number;
  /** In bytes. */
  readonly size: number;
}

/** What a thread begins with: it opens a file for all others, or answers questions about it. */
export type ThreadData = OpeningData | AnsweringData;

export interface OpeningData extends OpenFile {
  readonly role: 'open';
}

export interface AnsweringData extends OpenFile {
  readonly role: 'answer';
  readonly opened: OpenedFile;
  /** Absent where they are not read yet. */
  readonly names?: ReadNames;
}

/** What a file was opened as: its columns, and the overview that is kept in it. */
export type OpenedFile = Omit<SharedStore, 'names'>;

/** The names, or why they cannot be read. */
export type ReadNames = { readonly parts: NameParts } | { readonly failure: string };

export type FromOpening =
  | { readonly kind: 'file'; readonly opened: OpenedFile }
  | { readonly kind: 'refused'; readonly fault: PackedFault; readonly at: string; readonly message: string }
  | { readonly kind: 'names'; readonly names: ReadNames };

/** A request to the table of questions, with the number by which it is known until its answer has been sent. */
export interface AskedCall {
  readonly kind: 'ask';
  readonly call: number;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export type ToAnswering =
  | AskedCall
  | { readonly kind: 'cancel'; readonly call: number }
  /** A piece was passed on, and another may come. */
  | { readonly kind: 'more'; readonly call: number }
  | { readonly kind: 'names'; readonly names: ReadNames };

export type FromAnswering =
  | { readonly kind: 'ready' }
  /** A piece of an answer, which is JSON; a short answer is one piece. */
  | { readonly kind: 'piece'; readonly call: number; readonly status: number; readonly bytes: Uint8Array; readonly last: boolean }
  /** A cancelled question has stopped. */
  | { readonly kind: 'stopped'; readonly call: number };

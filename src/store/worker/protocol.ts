import type { DatasetPart, OnProgress } from '../../model';
import type { DatasetDescription, GraphStore, QuestionName } from '../graphStore';
import type { PlainError } from '../storeError';

/** What opening a source gives inside the worker: a store if it could be opened, and whatever the opener has to tell. */
export interface Opening<Detail> {
  store?: GraphStore;
  detail: Detail;
}

/** The same as it reaches the page, with the description and, of a small dataset, everything in it: one round trip. */
export interface OpeningAnswer<Detail> {
  description?: DatasetDescription;
  part?: DatasetPart;
  detail: Detail;
}

/** Errors travel as data, so that their class survives the journey. */
export type Settled<T> = { value: T; error?: undefined } | { value?: undefined; error: PlainError };

/** What a worker answers to. Each call has a number of its own, by which it can be cancelled. */
export interface StoreService<Source, Detail> {
  open(call: number, source: Source, partUpTo: number, onProgress?: OnProgress): Promise<Settled<OpeningAnswer<Detail>>>;
  ask(call: number, name: QuestionName, asked: unknown, onProgress?: OnProgress): Promise<Settled<unknown>>;
  /** Other work on what is open than answering a question. */
  work(call: number, task: unknown, onProgress?: OnProgress): Promise<Settled<unknown>>;
  cancel(call: number): void;
  close(): Promise<void>;
}

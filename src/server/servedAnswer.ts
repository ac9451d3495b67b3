import type { CallOptions } from '../model';
import type { HttpAnswer } from '../store';

/** An answer as a server passes it on: a value that becomes JSON, or the JSON already, in pieces. */
export type ServedAnswer = HttpAnswer | { readonly status: number; readonly pieces: AsyncIterable<Uint8Array> };

/** The questions of a store, wherever they are computed. A `RequestTable` of the store is one. */
export type Questions = (method: string, path: string, body: unknown, options?: CallOptions) => Promise<ServedAnswer>;

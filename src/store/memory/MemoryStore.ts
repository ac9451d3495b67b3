import { inTurns, type CallOptions, type Dataset } from '../../model';
import { DatasetTable, indexSteps } from '../../graph';
import type { GraphStore } from '../graphStore';
import type { Question } from '../question';
import { questions } from '../questions';
import { DatasetReader } from './datasetReader';

/** A store over a dataset in memory: in the worker of a page, in the command, in tests. */
export type MemoryStore = Required<GraphStore> & {
  /** Begins to index the names, in turns with whatever is asked, so that the first search need not wait for it. */
  prepareSearch(): void;
};

interface OpeningOptions extends CallOptions {
  /** Where the entities of each file that was added begin in the dataset. */
  readonly added?: readonly number[];
}

/** Opens stores over datasets in memory. */
export const MemoryStore = {
  /**
   * Indexes a dataset, which must not be changed afterwards, in turns. Throws `UnknownEntityError` for an end that is not there, and the
   * signal's reason. Cost O(entities + relationships).
   */
  async open(data: Dataset, { added = [], ...options }: OpeningOptions = {}): Promise<MemoryStore> {
    return storeOver(new DatasetReader(new DatasetTable(data), await inTurns(indexSteps(data), options), { added }));
  },
};

/** The store of a reader: each question of the table as a method. */
export function storeOver(first: DatasetReader): MemoryStore {
  let reader = first;
  first.onRevised = (next) => (reader = next);
  const methods = Object.entries(questions as Record<string, Question>).map(([name, question]) => [name, methodOf(() => reader, question)]);
  const prepareSearch = () => {
    // The next search hears of what failed.
    reader.nameIndex().catch(() => undefined);
  };
  return { ...(Object.fromEntries(methods) as Required<GraphStore>), close: async () => undefined, prepareSearch };
}

function methodOf(reader: () => DatasetReader, question: Question) {
  return async (asked: unknown = {}, options: CallOptions = {}) => {
    options.signal?.throwIfAborted();
    return question.answer(reader(), asked, options);
  };
}

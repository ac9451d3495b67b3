/** The questions: a store over a dataset has a method for each, and what is asked of it is typed. */
export { proposeMatches } from '../analysis';
export { AmbiguousNameError, MemoryStore, resolveEntity, UnknownEntityError } from '../store';
export type { GraphStore, SearchHit } from '../store';

export { compileFilter, OUT, type CompiledFilter } from './compileFilter';
export type { ClaimCore } from './claimTable';
export type { Adjacency } from './adjacency';
export { GraphIndex, type IndexParts } from './graphIndex';
export { buildIndex, DuplicateEntityError, IndexBuilder } from './indexBuilder';
export { UnknownEntityError } from './unknownEntityError';

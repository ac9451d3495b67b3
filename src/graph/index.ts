export { compileFilter, OUT, type CompiledFilter } from './compileFilter';
export type { ClaimCore } from './claimTable';
export { ColumnError, type CodedColumn, type EntityColumns, type PackedColumn, type RelationshipColumns } from './columns';
export type { Adjacency } from './adjacency';
export { GraphIndex, type IndexParts } from './graphIndex';
export { fromGraphology, toGraphology, type EntityAttributes, type RelationshipAttributes } from './graphology';
export { buildIndex, DuplicateEntityError, IndexBuilder } from './indexBuilder';
export { UnknownEntityError } from './unknownEntityError';

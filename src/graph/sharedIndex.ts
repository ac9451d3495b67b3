import type { Interval, Source } from '../model';
import { withStops, type Adjacency } from './adjacency';
import { ClaimTable, type ClaimColumns } from './claimTable';
import { GraphIndex } from './graphIndex';
import type { WholeNumbers } from './growingColumn';
import { IdTable, type IdTableParts } from './idTable';
import { IntervalTable } from './intervalTable';
import { PackedStrings, type StringParts } from './packedStrings';
import { inSharedMemory } from './sharedMemory';

/**
 * An index as plain data in shared memory, with all that follows from its columns (adjacency, statuses, the table of ids): a thread that
 * gets it takes next to no memory of its own, and no time.
 */
export interface SharedIndex {
  readonly entityIds: StringParts;
  readonly entityIdTable: IdTableParts;
  readonly entityTypeCodes: Uint8Array;
  readonly lifeCodes?: WholeNumbers | undefined;
  readonly relationshipIds: StringParts;
  readonly relationshipTypeCodes: Uint8Array;
  readonly weaknesses: Uint8Array;
  readonly intervalCodes: WholeNumbers;
  readonly intervals: readonly Interval[];
  readonly claims: ClaimColumns;
  readonly adjacency: Omit<Adjacency, 'stops'>;
  readonly ends: Uint32Array;
}

/** Copies an index to shared memory. Cost O(entities + relationships). */
export function shareIndex(index: GraphIndex): SharedIndex {
  const { entityIds, relationshipIds, intervals, claims, adjacency, ...columns } = index.parts;
  const { stops: _stops, ...rows } = adjacency;
  return inSharedMemory({
    ...columns,
    entityIds: entityIds.ids.parts,
    entityIdTable: entityIds.parts,
    relationshipIds: relationshipIds.parts,
    intervals: intervals.all(),
    claims: claims.columns,
    adjacency: rows,
    ends: index.ends(),
  });
}

/** The index again, in any thread; nothing is copied. `sources` are those of its dataset. Cost O(relationships), a nanosecond each. */
export function indexOfShared(shared: SharedIndex, sources: readonly Source[]): GraphIndex {
  const { entityIds, entityIdTable, relationshipIds, intervals: all, claims, adjacency, ...columns } = shared;
  const intervals = new IntervalTable();
  for (const interval of all) intervals.codeOf(interval);
  return new GraphIndex({
    ...columns,
    entityIds: IdTable.ofParts(PackedStrings.ofParts(entityIds), entityIdTable),
    relationshipIds: PackedStrings.ofParts(relationshipIds),
    intervals,
    claims: ClaimTable.of(sources, claims),
    adjacency: withStops(adjacency),
  });
}

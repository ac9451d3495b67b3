import type { Interval, Source } from '../model';
import { adjacencyOf } from './adjacency';
import { ClaimTable, type ClaimColumns } from './claimTable';
import { ColumnError } from './columns';
import { GraphIndex } from './graphIndex';
import type { WholeNumbers } from './growingColumn';
import { IdTable } from './idTable';
import { DuplicateEntityError } from './indexBuilder';
import { IntervalTable } from './intervalTable';
import { PackedStrings } from './packedStrings';

/** Strings by their code units, one after another, and how many each has. */
export interface StringColumns {
  readonly units: Uint8Array | Uint16Array;
  readonly lengths: WholeNumbers;
}

/** All that an index is made of, as columns that can be written down and read again; by integer of entities or relationships. */
interface IndexColumns {
  readonly entityIds: StringColumns;
  /** Places in `entityTypeIds`, and below in `relationshipTypeIds`. */
  readonly entityTypes: Uint8Array;
  /** When each entity existed, as places in `intervals`; absent where none has a date. */
  readonly lives?: WholeNumbers | undefined;
  readonly relationshipIds: StringColumns;
  readonly relationshipTypes: Uint8Array;
  /** `from` of relationship r at 2r, `to` at 2r + 1. */
  readonly ends: Uint32Array;
  /** When each held, as places in `intervals`. */
  readonly held: WholeNumbers;
  readonly intervals: readonly Interval[];
  readonly claims: ClaimColumns;
}

/** The columns of an index. They are not copied. */
export function columnsOfIndex(index: GraphIndex): IndexColumns {
  const { parts } = index;
  return {
    entityIds: parts.entityIds.ids,
    entityTypes: parts.entityTypeCodes,
    lives: parts.lifeCodes,
    relationshipIds: parts.relationshipIds,
    relationshipTypes: parts.relationshipTypeCodes,
    ends: index.ends(),
    held: parts.intervalCodes,
    intervals: parts.intervals.all(),
    claims: parts.claims.columns,
  };
}

/**
 * The index of columns, which may come from anywhere: whatever they hold, either it is an index whose every integer stands for something,
 * or it throws `ColumnError`, `DuplicateEntityError`, or `TypeError` for a date that is none. What follows from them (adjacency, statuses,
 * the table of ids) is made anew. `sources` are those of the dataset. Cost O(entities + relationships), some tens of ns each.
 */
export function indexOfColumns(columns: IndexColumns, sources: readonly Source[]): GraphIndex {
  const { entityIds, entityTypes, lives, relationshipIds, relationshipTypes, ends, held } = columns;
  const [entities, relationships] = [entityTypes.length, relationshipTypes.length];
  sameLength({ entityIds: entityIds.lengths.length, lives: lives?.length ?? entities }, entities, 'entities');
  sameLength(
    { relationshipIds: relationshipIds.lengths.length, ends: ends.length / 2, held: held.length, claims: columns.claims.patterns.length },
    relationships, 'relationships',
  );
  if (ends.some((end) => end >= entities)) throw new ColumnError('A relationship ends at an entity that is not there.');
  const intervals = new IntervalTable();
  for (const [code, interval] of columns.intervals.entries())
    if (intervals.codeOf(interval) !== code) throw new ColumnError(`Interval ${code} is there twice.`);
  for (const [name, codes] of [
    ['lives', lives], ['held', held],
  ] as const)
    if (codes?.some((code) => code >= intervals.length)) throw new ColumnError(`Column "${name}" names an interval that is not there.`);
  const claims = ClaimTable.of(sources, columns.claims);
  const ids = new IdTable(PackedStrings.of(entityIds.units, entityIds.lengths));
  const twice = ids.enterAll();
  if (twice !== -1) throw new DuplicateEntityError(ids.ids.at(twice));
  return new GraphIndex({
    entityIds: ids,
    entityTypeCodes: entityTypes,
    lifeCodes: lives,
    relationshipIds: PackedStrings.of(relationshipIds.units, relationshipIds.lengths),
    relationshipTypeCodes: relationshipTypes,
    weaknesses: claims.weaknesses(),
    intervalCodes: held,
    intervals,
    claims,
    adjacency: adjacencyOf(entities, ends),
  });
}

function sameLength(lengths: Readonly<Record<string, number>>, rows: number, what: string): void {
  for (const [name, length] of Object.entries(lengths))
    if (length !== rows) throw new ColumnError(`Column "${name}" has ${length} rows, and there are ${rows} ${what}.`);
}

import { Turns, type Entity, type Relationship, type Source } from '../model';
import {
  IdTable, type DatasetHead, type EntityIndex, type GraphIndex, type RecordTable, type RelationshipIndex, type SourceIndex,
} from '../graph';
import { damaged } from './packedFileError';
import type { RecordBlocks } from './recordBlocks';
import { entityAt, relationshipAt } from './recordLines';

/** What a packed table is made of. */
interface PackedParts {
  readonly head: DatasetHead;
  readonly entityClaims: number;
  readonly sources: readonly Source[];
  /** The most that the share of each relationship may be, as a place in `shares`. */
  readonly shareCodes: Uint8Array | Uint16Array | Uint32Array;
  readonly shares: Float64Array;
  readonly entityBlocks: RecordBlocks;
  readonly relationshipBlocks: RecordBlocks;
  /** The table of relationships' ids, where it is at hand. */
  readonly relationshipIds?: IdTable | undefined;
}

/**
 * The records of a packed file, each read where it lies when it is asked for. Reading rejects with `PackedFileError` for what is damaged.
 */
export class PackedTable implements RecordTable {
  readonly #sourceById: Map<string, number>;
  #relationshipIds: IdTable | undefined;

  constructor(
    private readonly index: GraphIndex,
    readonly parts: PackedParts,
  ) {
    this.#relationshipIds = parts.relationshipIds;
    this.#sourceById = new Map(parts.sources.map(({ id }, i) => [id, i]));
  }

  get head(): DatasetHead {
    return this.parts.head;
  }

  get entityCount(): number {
    return this.index.entityCount;
  }

  get relationshipCount(): number {
    return this.index.relationshipCount;
  }

  get sourceCount(): number {
    return this.parts.sources.length;
  }

  get entityClaims(): number {
    return this.parts.entityClaims;
  }

  entities(integers: readonly EntityIndex[], signal?: AbortSignal): Promise<Entity[]> {
    return inBatches(integers, signal, async (batch) => {
      const lines = await this.parts.entityBlocks.lines(batch);
      return batch.map((integer, i) => entityAt(this.index, integer, lines[i]!));
    });
  }

  relationships(integers: readonly RelationshipIndex[], signal?: AbortSignal): Promise<Relationship[]> {
    return inBatches(integers, signal, async (batch) => {
      const lines = await this.parts.relationshipBlocks.lines(batch);
      return batch.map((integer, i) => relationshipAt(this.index, integer, lines[i]!));
    });
  }

  async sources(integers: readonly SourceIndex[]): Promise<Source[]> {
    return integers.map((i) => this.parts.sources[i]!);
  }

  /** The table of ids is made when the first is looked up. */
  relationshipIndexOf(id: string): RelationshipIndex {
    return this.relationshipIds().indexOf(id);
  }

  relationshipIds(): IdTable {
    if (!this.#relationshipIds) {
      const ids = new IdTable(this.index.parts.relationshipIds);
      const twice = ids.enterAll();
      if (twice !== -1) throw damaged(`relationship ${twice}`, 'another has the same id');
      this.#relationshipIds = ids;
    }
    return this.#relationshipIds;
  }

  sourceIndexOf(id: string): SourceIndex {
    return this.#sourceById.get(id) ?? -1;
  }

  greatestShareAt(relationship: RelationshipIndex): number {
    return this.parts.shares[this.parts.shareCodes[relationship]!]!;
  }
}

/** So many records are read at once: a millisecond or two. */
const BATCH = 500;

/** Reads records in batches and turns. Rejects with the signal's reason. */
async function inBatches<T>(
  integers: readonly number[], signal: AbortSignal | undefined, read: (batch: readonly number[]) => Promise<T[]>,
): Promise<T[]> {
  if (integers.length <= BATCH) return read(integers);
  const turns = new Turns({ signal });
  const records: T[] = [];
  for (let first = 0; first < integers.length; first += BATCH) {
    for (const record of await read(integers.slice(first, first + BATCH))) records.push(record);
    if (turns.over) await turns.next();
  }
  return records;
}

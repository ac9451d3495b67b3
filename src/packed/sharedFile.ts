import type { Source } from '../model';
import { IdTable, indexOfShared, inSharedMemory, shareIndex, type IdTableParts, type SharedIndex } from '../graph';
import type { ByteSource } from './byteSource';
import type { Directory } from './directory';
import type { PackedFile } from './packedFile';
import { PackedTable } from './packedTable';
import { RecordBlocks, type BlockParts } from './recordBlocks';

/**
 * A packed file that was opened, as plain data whose columns lie in shared memory. Threads that get it read records from the file
 * themselves, and have the rest in common.
 */
export interface SharedFile {
  readonly directory: Directory;
  readonly sources: readonly Source[];
  readonly index: SharedIndex;
  readonly shareCodes: Uint8Array | Uint16Array | Uint32Array;
  readonly shares: Float64Array;
  readonly entityBlocks: BlockParts;
  readonly relationshipBlocks: BlockParts;
  readonly relationshipIds: IdTableParts;
}

/** Copies what was read of a file to shared memory. Throws `PackedFileError` for an id that is there twice. Cost O(its columns). */
export function shareFile({ directory, index, table }: PackedFile): SharedFile {
  const { sources, shareCodes, shares, entityBlocks, relationshipBlocks } = table.parts;
  return {
    directory, sources, index: shareIndex(index),
    ...inSharedMemory({
      shareCodes, shares, entityBlocks: entityBlocks.parts, relationshipBlocks: relationshipBlocks.parts,
      relationshipIds: table.relationshipIds().parts,
    }),
  };
}

/** The same file in another thread. `source` is the file that was opened. Nothing is read before a record is asked for. */
export function openSharedFile(source: ByteSource, shared: SharedFile): Omit<PackedFile, 'sections'> {
  const { directory, sources, shareCodes, shares } = shared;
  const { entities, relationships } = directory.counts;
  const index = indexOfShared(shared.index, sources);
  const table = new PackedTable(index, {
    head: directory.dataset, entityClaims: directory.counts.entityClaims, sources, shareCodes, shares,
    entityBlocks: new RecordBlocks(source, 'entities', entities, shared.entityBlocks),
    relationshipBlocks: new RecordBlocks(source, 'relationships', relationships, shared.relationshipBlocks),
    relationshipIds: IdTable.ofParts(index.parts.relationshipIds, shared.relationshipIds),
  });
  return { directory, index, table };
}

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds, source, stances, type Interval } from '../model';
import { ColumnError, DuplicateEntityError, indexOfColumns, type ClaimColumns, type GraphIndex, type StringColumns } from '../graph';
import type { ByteSource } from './byteSource';
import { directory, type Directory } from './directory';
import { damaged, PackedFileError } from './packedFileError';
import { PackedTable } from './packedTable';
import { PREAMBLE_BYTES, preambleOf } from './preamble';
import { RecordBlocks } from './recordBlocks';
import { parsed, SectionReader, wholeBytes } from './sections';
import { xxHash32 } from './xxHash32';

/** A packed file that is open: its index in memory, its records where they lie, and columns that were written beside them. */
export interface PackedFile {
  readonly directory: Directory;
  readonly index: GraphIndex;
  readonly table: PackedTable;
  readonly sections: SectionReader;
}

const LONGEST_ID = 200;

/**
 * Opens a packed file: reads its columns, each against its checksum, and none of its records. Rejects with `PackedFileError`, which says
 * what is wrong and where, for whatever is not a packed dataset; with what the source rejects with where it cannot be read. Cost O(entities
 * + relationships).
 */
export async function openPackedFile(source: ByteSource): Promise<PackedFile> {
  const told = await packedDirectory(source);
  const sections = new SectionReader(source, told.sections);
  const { entities, relationships } = told.counts;
  const sources = await checked(sections, 'sources', z.array(sourceRecord));
  if (sources.length !== told.counts.sources)
    throw damaged('section "sources"', `it holds ${sources.length} sources in place of ${told.counts.sources}`);
  const index = await indexIn(sections, told, sources);
  const shares = await sections.floats('shares');
  const shareCodes = await sections.wholeNumbers('relationships.shares', relationships);
  if (shareCodes.some((code) => code >= shares.length) || shares.some((share) => !(share >= 0 && share <= 100)))
    throw damaged('section "relationships.shares"', 'a share is none');
  const entityBlocks = await RecordBlocks.open(source, sections, 'entities', entities, told.blocks.entities);
  const relationshipBlocks = await RecordBlocks.open(source, sections, 'relationships', relationships, told.blocks.relationships);
  const table = new PackedTable(index, {
    head: told.dataset, entityClaims: told.counts.entityClaims, sources, shareCodes, shares, entityBlocks, relationshipBlocks,
  });
  return { directory: told, index, table, sections };
}

const sourceRecord = source;

/** What a packed file says that it holds: read at once, whatever its size. Rejects as `openPackedFile`. */
export async function packedDirectory(source: ByteSource): Promise<Directory> {
  const bytes = await directoryBytes(source);
  const told = directory.safeParse(parsed(bytes, 'its directory'));
  if (!told.success) throw damaged('its directory', z.prettifyError(told.error), told.error);
  return told.data;
}

/**
 * By which a packed file is known again: the SHA-256 of its directory, as hex. The directory has the checksum of every section, and
 * sections have those of all records. Rejects as `openPackedFile`.
 */
export async function packedIdentity(source: ByteSource): Promise<string> {
  return bytesToHex(sha256(await directoryBytes(source)));
}

async function directoryBytes(source: ByteSource): Promise<Uint8Array> {
  const preamble = preambleOf(await source.read(0, Math.min(PREAMBLE_BYTES, source.size)), source.size);
  const bytes = await wholeBytes(source, preamble.directoryAt, preamble.directoryBytes);
  if (xxHash32(bytes) !== preamble.directoryChecksum) throw damaged('its directory', 'the checksum does not fit');
  return bytes;
}

async function indexIn(
  sections: SectionReader, { counts, codes }: Directory, sources: readonly z.infer<typeof sourceRecord>[],
): Promise<GraphIndex> {
  const { entities, relationships } = counts;
  const columns = {
    entityIds: await stringsIn(sections, 'entities.ids', entities),
    entityTypes: recoded(await sections.wholeNumbers('entities.types', entities), codes.entityTypes, entityTypeIds, 'entities'),
    lives: sections.has('entities.lives') ? await sections.wholeNumbers('entities.lives', entities) : undefined,
    relationshipIds: await stringsIn(sections, 'relationships.ids', relationships),
    relationshipTypes: recoded(
      await sections.wholeNumbers('relationships.types', relationships), codes.relationshipTypes, relationshipTypeIds, 'relationships',
    ),
    ends: await endsIn(sections, relationships),
    held: await sections.wholeNumbers('relationships.held', relationships),
    intervals: await checked(sections, 'intervals', intervals),
    claims: await claimsIn(sections, relationships, codes.stances),
  };
  try {
    return indexOfColumns(columns, sources);
  } catch (cause) {
    if (cause instanceof ColumnError || cause instanceof DuplicateEntityError || cause instanceof TypeError)
      throw damaged('its columns', cause.message, cause);
    throw cause;
  }
}

const intervals: z.ZodType<Interval[]> = z.array(z.strictObject({ start: z.string().optional(), end: z.string().optional() }));

async function stringsIn(sections: SectionReader, name: string, count: number): Promise<StringColumns> {
  const lengths = await sections.wholeNumbers(`${name}.lengths`, count);
  const units = await sections.wholeNumbers(`${name}.units`);
  if (units instanceof Uint32Array) throw damaged(`section "${name}.units"`, 'it does not hold text');
  if (lengths.some((length) => length === 0 || length > LONGEST_ID))
    throw damaged(`section "${name}.lengths"`, 'an id is empty or too long');
  return { units, lengths };
}

async function endsIn(sections: SectionReader, relationships: number): Promise<Uint32Array> {
  const ends = await sections.wholeNumbers('relationships.ends', relationships * 2);
  if (!(ends instanceof Uint32Array)) throw damaged('section "relationships.ends"', 'its numbers have another width');
  return ends;
}

async function claimsIn(sections: SectionReader, relationships: number, written: readonly string[]): Promise<ClaimColumns> {
  if (written.join() !== stances.join())
    throw new PackedFileError(
      'newer-version', 'its directory', 'This packed dataset has other stances of claims than this program knows. Get a newer one.',
    );
  return {
    citedOnly: await checked(sections, 'sources.cited', z.array(z.string())),
    patterns: await sections.wholeNumbers('relationships.claims', relationships),
    claims: await sections.wholeNumbers('claims.packed'),
    lengths: await sections.wholeNumbers('claims.lengths'),
  };
}

/** Codes of types as this program has them: its list may have grown since the file was written. */
function recoded(
  codes: Uint8Array | Uint16Array | Uint32Array, written: readonly string[], known: readonly string[], what: string,
): Uint8Array {
  const now = written.map((type) => known.indexOf(type));
  if (codes.some((code) => code >= now.length)) throw damaged(`section "${what}.types"`, 'a type is none');
  const used = new Set(codes);
  const unknown = written.find((_, code) => now[code] === -1 && used.has(code));
  if (unknown !== undefined)
    throw new PackedFileError(
      'newer-version', 'its directory',
      `This packed dataset has ${what} of a type that this program does not know: "${unknown}". Get a newer one.`,
    );
  return codes instanceof Uint8Array && now.every((code, i) => code === i) ? codes : Uint8Array.from(codes, (code) => now[code]!);
}

async function checked<T>(sections: SectionReader, name: string, shape: z.ZodType<T>): Promise<T> {
  const read = shape.safeParse(await sections.json(name));
  if (!read.success) throw damaged(`section "${name}"`, 'it does not hold what it should', read.error);
  return read.data;
}

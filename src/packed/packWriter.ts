import { entityTypeIds, relationshipTypeIds, stances, type Entity, type Relationship, type Source } from '../model';
import type { PackedStrings} from '../graph';
import {
  columnsOfIndex, greatestShare, GrowingColumn, IdTable, IndexBuilder, type DatasetHead, type GraphIndex, type StringColumns,
} from '../graph';
import type { Directory, Origin, Section } from './directory';
import { PREAMBLE_BYTES, preambleBytes } from './preamble';
import { BLOCK_RECORDS } from './recordBlocks';
import { entityLine, relationshipLine } from './recordLines';
import { bytesOfNumbers, kindOf, type Numbers } from './sections';
import { xxHash32 } from './xxHash32';

/** Where a packed file is written. */
export interface PackedSink {
  /** Bytes that follow those before. They may be used again as soon as it resolves. */
  append(bytes: Uint8Array): Promise<void>;
  /** In place of the very first bytes, when all others are written. */
  begin(bytes: Uint8Array): Promise<void>;
}

/** What is written beside the records, under names of its own: columns made as they go past, and answers made of the whole. */
interface BesideRecords {
  addEntity(entity: Entity): void;
  columns(): Readonly<Record<string, Numbers>>;
  /** JSON. The index holds every record. */
  answers(index: GraphIndex): Promise<Readonly<Record<string, unknown>>>;
}

/** The longest id, in characters, as the model has it. */
const LONGEST_ID = 200;
/** How many bytes are gathered before they are written. */
const GATHERED = 1024 * 1024;

/** A record that cannot be packed; the message says why. */
export class UnpackableError extends Error {
  override readonly name = 'UnpackableError';
}

/**
 * Writes a packed dataset from records that stream past: all sources, then all entities, then all relationships. Nothing of a record is
 * kept but what its index holds, so millions fit. The same records give the same bytes. Everything throws `UnpackableError` for a record
 * that cannot be packed, and what `IndexBuilder` throws.
 */
export class PackWriter {
  readonly #index: IndexBuilder;
  readonly #sources: Source[] = [];
  readonly #shares = new ShareColumn();
  readonly #out: Output;
  readonly #entities: BlockWriter;
  readonly #relationships: BlockWriter;
  #entityClaims = 0;

  constructor(
    sink: PackedSink,
    private readonly beside: BesideRecords,
    expected?: { entities: number; relationships: number },
  ) {
    this.#index = new IndexBuilder(expected);
    this.#out = new Output(sink);
    this.#entities = new BlockWriter(this.#out);
    this.#relationships = new BlockWriter(this.#out);
  }

  /** Whether `drained` is to be awaited before more records come. */
  get full(): boolean {
    return this.#out.gathered >= GATHERED;
  }

  /** Resolves when what was gathered is written. */
  drained(): Promise<void> {
    return this.#out.flush();
  }

  addSource(source: Source): void {
    if (this.#entities.records > 0 || this.#relationships.records > 0)
      throw new UnpackableError(`Source "${source.id}" comes after entities or relationships. Sources come first.`);
    this.#index.addSource(source);
    this.#sources.push(source);
  }

  addEntity(entity: Entity): void {
    if (this.#relationships.records > 0)
      throw new UnpackableError(`Entity "${entity.id}" comes after relationships. Entities come before them.`);
    this.#index.addEntity(withinReach(entity.id), entity.type, entity);
    this.#entityClaims += entity.claims?.length ?? 0;
    this.beside.addEntity(entity);
    this.#entities.add(entityLine(entity));
  }

  addRelationship(relationship: Relationship): void {
    this.#entities.end();
    this.#index.addRelationship(
      withinReach(relationship.id), relationship.type, relationship.from, relationship.to, relationship, relationship.claims,
    );
    this.#shares.push(greatestShare(relationship));
    this.#relationships.add(relationshipLine(relationship));
  }

  /** Writes what is left. The writer is used up. Gives the length of the file in bytes. */
  async finish(dataset: DatasetHead, origins: readonly Origin[] = []): Promise<number> {
    this.#entities.end();
    this.#relationships.end();
    const index = this.#index.finish();
    distinct(index.parts.relationshipIds, 'relationships');
    const columns = columnsOfIndex(index);
    const strings = (name: string, { units, lengths }: StringColumns) => ({ [`${name}.units`]: units, [`${name}.lengths`]: lengths });
    const numbers: Record<string, Numbers> = {
      ...strings('entities.ids', columns.entityIds),
      'entities.types': columns.entityTypes,
      ...(columns.lives ? { 'entities.lives': columns.lives } : {}),
      ...strings('relationships.ids', columns.relationshipIds),
      'relationships.types': columns.relationshipTypes,
      'relationships.ends': columns.ends,
      'relationships.held': columns.held,
      'relationships.claims': columns.claims.patterns,
      'claims.packed': columns.claims.claims,
      'claims.lengths': columns.claims.lengths,
      ...this.#shares.columns(),
      ...this.#entities.columns('entities'),
      ...this.#relationships.columns('relationships'),
      ...this.beside.columns(),
    };
    const sections: Record<string, Section> = {};
    for (const [name, column] of Object.entries(numbers)) sections[name] = await this.#out.section(kindOf(column), bytesOfNumbers(column));
    for (const [name, value] of Object.entries({
      intervals: columns.intervals, sources: this.#sources, 'sources.cited': columns.claims.citedOnly,
      ...(await this.beside.answers(index)),
    })) {
      sections[name] = await this.#out.section('json', new TextEncoder().encode(JSON.stringify(value)));
    }
    return this.#out.finish({
      dataset, origins: [...origins],
      counts: {
        entities: index.entityCount, relationships: index.relationshipCount, sources: this.#sources.length,
        entityClaims: this.#entityClaims,
      },
      codes: { entityTypes: [...entityTypeIds], relationshipTypes: [...relationshipTypeIds], stances: [...stances] },
      blocks: { entities: this.#entities.at, relationships: this.#relationships.at }, sections,
    });
  }
}

function withinReach(id: string): string {
  if (id.length > LONGEST_ID)
    throw new UnpackableError(`The id "${id.slice(0, 40)}…" has ${id.length} characters, and ids have at most ${LONGEST_ID}.`);
  return id;
}

function distinct(ids: PackedStrings, what: string): void {
  const twice = new IdTable(ids).enterAll();
  if (twice !== -1) throw new UnpackableError(`Two ${what} have the id "${ids.at(twice)}". Give each an id of its own.`);
}

/** Bytes on their way to a file: gathered, and their place counted. */
class Output {
  /** Where what comes next will stand. */
  at = PREAMBLE_BYTES;
  gathered = PREAMBLE_BYTES;
  #pieces: Uint8Array[] = [new Uint8Array(PREAMBLE_BYTES)];

  constructor(private readonly sink: PackedSink) {}

  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.at += bytes.length;
    this.gathered += bytes.length;
  }

  async flush(): Promise<void> {
    const all = new Uint8Array(this.gathered);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    [this.#pieces, this.gathered] = [[], 0];
    if (all.length > 0) await this.sink.append(all);
  }

  async section(kind: Section['kind'], bytes: Uint8Array): Promise<Section> {
    await this.flush();
    const section = { kind, at: this.at, bytes: bytes.length, checksum: xxHash32(bytes) };
    if (bytes.length > 0) await this.sink.append(bytes);
    this.at += bytes.length;
    return section;
  }

  async finish(directory: Directory): Promise<number> {
    const { at, bytes, checksum } = await this.section('json', new TextEncoder().encode(JSON.stringify(directory)));
    await this.sink.begin(preambleBytes({ directoryAt: at, directoryBytes: bytes, directoryChecksum: checksum, size: this.at }));
    return this.at;
  }
}

/** Gathers the lines of records in blocks. */
class BlockWriter {
  records = 0;
  /** Where the first block begins. */
  at = PREAMBLE_BYTES;
  #lines: string[] = [];
  readonly #lengths = new GrowingColumn(16);
  readonly #checksums = new GrowingColumn(16, 32);

  constructor(private readonly out: Output) {}

  add(line: string): void {
    if (this.records === 0) this.at = this.out.at;
    this.records++;
    this.#lines.push(line);
    if (this.#lines.length === BLOCK_RECORDS) this.end();
  }

  /** Ends the block that is begun. */
  end(): void {
    if (this.#lines.length === 0) return;
    const bytes = new TextEncoder().encode(this.#lines.join('\n'));
    this.#lengths.push(bytes.length);
    this.#checksums.push(xxHash32(bytes));
    this.out.add(bytes);
    this.#lines = [];
  }

  columns(what: string): Record<string, Numbers> {
    return { [`${what}.blocks`]: this.#lengths.trim(), [`${what}.checksums`]: this.#checksums.trim() };
  }
}

/** The most that the share of each relationship may be, by code. */
class ShareColumn {
  readonly #codes = new GrowingColumn(16);
  readonly #codeOf = new Map<number, number>([[0, 0]]);

  push(share: number): void {
    let code = this.#codeOf.get(share);
    if (code === undefined) this.#codeOf.set(share, (code = this.#codeOf.size));
    this.#codes.push(code);
  }

  columns(): Record<string, Numbers> {
    return { 'relationships.shares': this.#codes.trim(), shares: Float64Array.from(this.#codeOf.keys()) };
  }
}

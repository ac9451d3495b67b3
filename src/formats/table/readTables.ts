import type { NamedFile, Reading, ReadOptions } from '../format';
import { DatasetBuilder, settleShares } from '../builder';
import { limitsOf } from '../limits';
import { CellCount } from '../records';
import type { AppliedTable } from './applyMapping';
import { EntityRegister } from './entityRegister';
import { Columns, MappedRow } from './mappedRow';
import type { TableRole } from './columnMeanings';
import type { TableOptions } from './mapping';
import { readClaimRow } from './readClaimRow';
import { readNoteRow } from './readNoteRow';
import { readEntityRow } from './readEntityRow';
import { openMapped } from './readPreview';
import { RelationshipReader } from './readRelationshipRow';
import { RelatedEntities } from './relatedEntities';
import { SourceRegister } from './rowSources';
import { reportSimilarNames } from './similarNames';
import { MOST_ROWS } from './surveyTable';
import { UnknownWords } from './unknownWords';

/** What is said of entities of which the table tells no type. */
const UNKNOWN = 'no type that is known here';

/** The order in which tables are read: what others refer to first. */
const ORDER: readonly TableRole[] = ['sources', 'entities', 'relationships', 'claims', 'notes'];

/** Reads a table file, a zip of such, or the files of a folder, by the mapping of the options or the one that is guessed. */
export async function readTables(input: Uint8Array | readonly NamedFile[], options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('table', options);
  const { mapping, tables } = await openMapped(input, builder, false);
  builder.phase = 'Reading';
  const reader = new TablesReader(mapping.options, builder);
  const total = tables.reduce((n, { table }) => n + table.size, 0) || 1;
  let before = 0;
  for (const one of ORDER.flatMap((role) => tables.filter(({ mapping: { role: is } }) => is === role))) {
    await reader.read(one, (done) => 0.5 + (0.45 * (before + done * one.table.size)) / total);
    before += one.table.size;
  }
  for (const { table, mapping: { role } } of tables) if (role === 'ignore') builder.miss(`table “${table.name}”, which was left out`);
  await reader.finish();
  options.onProgress?.(1);
  return { ...builder.reading(), mapping: { ...mapping, tables: tables.map((one) => one.mapping) } };
}

class TablesReader {
  readonly #entities: EntityRegister;
  readonly #sources: SourceRegister;
  readonly #relationships: RelationshipReader;
  readonly #related: RelatedEntities;
  readonly #unknown = new UnknownWords();
  readonly #cells: CellCount;
  #broken = false;

  constructor(
    readonly options: TableOptions,
    readonly builder: DatasetBuilder,
  ) {
    this.#cells = new CellCount(limitsOf(builder.options.limits).cells);
    this.#entities = new EntityRegister(builder);
    this.#sources = new SourceRegister(builder, options);
    this.#related = new RelatedEntities(options, this.#entities, builder);
    this.#relationships = new RelationshipReader(options, this.#entities, this.#sources, this.#unknown);
  }

  async read({ table, mapping }: AppliedTable, progress: (done: number) => number): Promise<void> {
    const columns = new Columns(mapping);
    let n = 0;
    let width = Infinity;
    let ragged: { at: string; rows: number } | undefined;
    for (const raw of table.rows()) {
      const place = n++;
      this.#cells.add(raw.cells.length, raw.at);
      if (mapping.header !== null && place <= mapping.header) {
        if (place < mapping.header) this.builder.miss('rows above the header');
        else width = raw.cells.length;
        continue;
      }
      if (place > (mapping.header ?? -1) + MOST_ROWS) {
        this.builder.warn(
          'too-many-rows', raw.at, `The table has more than the ${MOST_ROWS} rows that are read; this one and those behind it were not.`,
          'Split the file, or take out what is not needed.', String(MOST_ROWS),
        );
        this.builder.miss(`rows of “${table.name}” behind the first ${MOST_ROWS}`);
        break;
      }
      if (raw.cutShort)
        this.builder.error(
          'cut-short', raw.at, 'The file ends inside a quoted field that begins in this row; the row was read as far as it goes.',
          'Save or download it again, or close the quote.',
        );
      else if (raw.fault !== undefined)
        this.builder.warn('bad-row', raw.at, `This row was read as far as it goes: ${raw.fault}.`, 'Check its quotes and delimiters.');
      this.#warnOfBytes(raw.cells, raw.at);
      const row = new MappedRow(raw, columns, this.builder, table.encoding !== undefined);
      if (row.keepBeyond(width)) ragged = { at: ragged?.at ?? raw.at, rows: (ragged?.rows ?? 0) + 1 };
      this.#readRow(row, mapping.role);
      this.builder.rows += 1;
      if (this.builder.turnIsOver) await this.builder.nextTurn(progress(raw.done));
    }
    if (ragged)
      this.builder.warn(
        'ragged-row',
        ragged.at,
        `Rows are longer than the header, ${ragged.rows} in all, this one the first; what is beyond was kept as properties.`,
        'Check quotes and delimiters, or give every column a header.',
        String(ragged.rows),
      );
  }

  /** What holds for all tables: words that are not known, shares that may be fractions, names that are alike. */
  async finish(): Promise<void> {
    this.#sources.finish();
    this.#related.finish();
    this.#unknown.report(this.builder);
    this.#relationships.report();
    const untyped = this.#entities.untyped;
    if (untyped > 0)
      this.builder.warn(
        'type-by-default',
        '(file)',
        `${untyped === 1 ? `One entity has ${UNKNOWN}; it has` : `${untyped} entities have ${UNKNOWN}; each has`} `
        + 'the one that the mapping sets for such, or that its relationship expects.',
        'Add a column of types, or set the type in the mapping.',
        String(untyped),
      );
    await reportSimilarNames(this.#entities.unnumbered, this.builder);
    if (this.#relationships.bareShares) settleShares(this.builder);
  }

  #readRow(row: MappedRow, role: TableRole): void {
    if (role === 'sources') this.#sources.readRow(row);
    else if (role === 'entities') readEntityRow(row, this.options, this.#entities, this.#sources, this.#unknown, this.#related);
    else if (role === 'relationships') this.#relationships.read(row);
    else if (role === 'notes') readNoteRow(row, this.options, this.#entities, this.#relationships);
    else readClaimRow(row, this.options, this.#entities, this.#relationships, this.#sources);
  }

  #warnOfBytes(cells: readonly unknown[], at: string): void {
    if (this.#broken || !cells.some((cell) => typeof cell === 'string' && cell.includes('\uFFFD'))) return;
    this.#broken = true;
    this.builder.warn(
      'not-text', at, 'From here on some bytes are no text; each stands as “\uFFFD”.',
      'Choose another encoding in the mapping, or save the file as UTF-8.',
    );
  }
}

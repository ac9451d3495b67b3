import type { Entity } from '../../model';
import { inSharedMemory, type RecordTable } from '../../graph';
import { damaged, type Numbers, type SectionReader } from '../../packed';
import { FoldedNames, NameIndex, type NameColumns, type NameParts } from '../memory/names';

const SECTIONS: Readonly<Record<keyof NameColumns, string>> = {
  words: 'names.words',
  wordLengths: 'names.words.lengths',
  row: 'names.row',
  nameLengths: 'names.lengths',
  entityLengths: 'names.entities',
};

/** How names are folded: a number that changes whenever `foldText` does. Names that were folded otherwise are folded anew. */
const FOLDING = 1;

/** Folds names while they go past, and writes them beside the records. */
export class PackedNames {
  readonly #names = new FoldedNames();

  addEntity(entity: Entity): void {
    this.#names.add(entity);
  }

  columns(): Record<string, Numbers> {
    this.#names.finish();
    const { columns } = this.#names;
    const named = Object.entries(SECTIONS).map(([column, section]) => [section, columns[column as keyof NameColumns]] as const);
    return { ...Object.fromEntries(named), 'names.folding': Uint8Array.of(FOLDING) };
  }
}

/**
 * The names that were written beside the records, or those of the records where they were folded otherwise. Rejects with `PackedFileError`.
 */
export async function readPackedNames(table: RecordTable, sections: SectionReader): Promise<NameIndex> {
  const [folding] = await sections.wholeNumbers('names.folding', 1);
  if (folding !== FOLDING) return NameIndex.build(table);
  const names = FoldedNames.of({
    words: await words(sections),
    wordLengths: await sections.wholeNumbers(SECTIONS.wordLengths),
    row: await sections.wholeNumbers(SECTIONS.row),
    nameLengths: await sections.wholeNumbers(SECTIONS.nameLengths),
    entityLengths: await sections.wholeNumbers(SECTIONS.entityLengths, table.entityCount),
  });
  if (!names) throw damaged('section "names"', 'its columns do not fit together');
  return new NameIndex(table, names);
}

/** The names of a store as plain data in shared memory. */
export function shareNames({ names }: NameIndex): NameParts {
  return inSharedMemory(names.parts());
}

/** The same names in another thread, which takes next to nothing for them. */
export function sharedNames(table: RecordTable, parts: NameParts): NameIndex {
  return new NameIndex(table, FoldedNames.ofParts(parts));
}

async function words(sections: SectionReader): Promise<Uint8Array> {
  const bytes = await sections.wholeNumbers(SECTIONS.words);
  if (bytes instanceof Uint8Array) return bytes;
  throw damaged(`section "${SECTIONS.words}"`, 'it does not hold text');
}

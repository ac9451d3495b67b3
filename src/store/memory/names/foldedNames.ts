import { GrowingColumn, type WholeNumbers } from '../../../graph';
import { atOnce, type Entity, type Steps } from '../../../model';
import { NamesByLength, type NamesByLengthParts } from './namesByLength';
import { WordHolders, type HolderParts } from './wordHolders';
import { WordTable, type WordParts } from './wordTable';

/** Among so many names of an entity a new one is looked for: one with thousands must not cost their square. */
const LOOKED_THROUGH = 16;

/** How many characters a beginning has. */
const BEGINNING = 4;

/** The first four characters of a text in one integer, the first in the lowest byte; zero where there are none. */
export function beginningOf(text: string): number {
  let beginning = 0;
  for (let i = 0; i < text.length && i < BEGINNING; i++) beginning |= text.charCodeAt(i) << (8 * i);
  return beginning;
}

/** Every name that an entity is known by, the main one first. */
export function namesOf({ name, shortName, aliases, identifiers }: Entity): string[] {
  const names = [name];
  if (shortName !== undefined) names.push(shortName);
  if (aliases) names.push(...aliases);
  if (identifiers) for (const { value } of identifiers) names.push(value);
  return names;
}

/** What a search writes on. */
export interface SearchRoom {
  /** By word. */
  readonly rowOf: Uint32Array;
  readonly looked: Uint8Array;
  /** By entity. */
  readonly marks: Uint8Array;
}

/** For so many searches at a time room is kept. */
const KEPT_ROOMS = 2;

/** Folded names as columns that can be written down and read again. */
export interface NameColumns {
  /** The distinct words, one after another, and how many characters each has. */
  readonly words: Uint8Array;
  readonly wordLengths: WholeNumbers;
  /** The words of all names by their integers, one name after another; how many words each name has, and how many names each entity. */
  readonly row: WholeNumbers;
  readonly nameLengths: WholeNumbers;
  readonly entityLengths: WholeNumbers;
}

/** Folded names as plain data, of which others are made without a copy. */
export interface NameParts {
  readonly words: WordParts;
  readonly row: WholeNumbers;
  readonly nameStarts: WholeNumbers;
  readonly nameLetters: WholeNumbers;
  readonly nameLengths: WholeNumbers;
  readonly nameBeginnings: WholeNumbers;
  readonly entityStarts: WholeNumbers;
  readonly holders: HolderParts;
  readonly byLength: NamesByLengthParts;
}

/**
 * The names of many entities as `foldText` folds them, each a row of integers of `words`.
 * A name that says of its entity what another has said is left out where it is found out cheaply.
 */
export class FoldedNames {
  words: WordTable;
  /** The words of all names, one name after another. */
  private row: GrowingColumn;
  /** Where the words of each name begin, and at last where those of the last end. */
  private nameStarts: GrowingColumn;
  private nameLetters: GrowingColumn;
  private nameLengths: GrowingColumn;
  private nameBeginnings: GrowingColumn;
  /** Where the names of each entity begin, and at last where those of the last end. */
  private entityStarts: GrowingColumn;

  private found: WordHolders | undefined;
  private ordered: NamesByLength | undefined;
  private readonly rooms: SearchRoom[] = [];

  /** `capacity`: how many entities are expected. */
  constructor(capacity = 16) {
    this.words = new WordTable(capacity);
    [this.row, this.nameStarts, this.nameLetters, this.nameLengths, this.nameBeginnings, this.entityStarts] = [
      new GrowingColumn(capacity, 32), new GrowingColumn(capacity, 32), new GrowingColumn(capacity, 32), new GrowingColumn(capacity, 32),
      new GrowingColumn(capacity, 32), new GrowingColumn(capacity + 1, 32),
    ];
    this.nameStarts.push(0);
    this.entityStarts.push(0);
  }

  /** The words of all names, one name after another; `nameOffsets` says where each begins. */
  get wordRow(): WholeNumbers {
    return this.row.values;
  }

  get nameOffsets(): WholeNumbers {
    return this.nameStarts.values;
  }

  /** The letters of every name. */
  get letters(): WholeNumbers {
    return this.nameLetters.values;
  }

  /** How many characters every name has, spaces aside. */
  get lengths(): WholeNumbers {
    return this.nameLengths.values;
  }

  /** With what every name begins, its words written together; see `beginningOf`. */
  get beginnings(): WholeNumbers {
    return this.nameBeginnings.values;
  }

  /** Where the names of each entity begin. */
  get entityOffsets(): WholeNumbers {
    return this.entityStarts.values;
  }

  get entities(): number {
    return this.entityStarts.length - 1;
  }

  /**
   * Names that were folded before, from their columns; none can be added. Undefined where the columns do not fit together.
   * Cost O(words of all names).
   */
  static of({ words, wordLengths, row, nameLengths, entityLengths }: NameColumns): FoldedNames | undefined {
    const table = WordTable.of(words, wordLengths);
    if (!table || row.some((word) => word >= table.length)) return undefined;
    const names = new FoldedNames(entityLengths.length);
    names.words = table;
    names.row = GrowingColumn.of(row);
    let end = 0;
    for (const length of nameLengths) {
      if (end + length > row.length) return undefined;
      names.endName(end, (end += length));
    }
    let last = 0;
    for (const length of entityLengths) names.entityStarts.push((last += length));
    return end === row.length && last === nameLengths.length ? names : undefined;
  }

  /** Names that `parts` of others told; none can be added. Nothing is copied. */
  static ofParts({
    words, row, nameStarts, nameLetters, nameLengths, nameBeginnings, entityStarts, holders, byLength,
  }: NameParts): FoldedNames {
    const names = new FoldedNames(0);
    names.words = WordTable.ofParts(words);
    names.found = new WordHolders(holders);
    names.ordered = new NamesByLength(byLength);
    names.row = GrowingColumn.of(row);
    names.nameStarts = GrowingColumn.of(nameStarts);
    names.nameLetters = GrowingColumn.of(nameLetters);
    names.nameLengths = GrowingColumn.of(nameLengths);
    names.nameBeginnings = GrowingColumn.of(nameBeginnings);
    names.entityStarts = GrowingColumn.of(entityStarts);
    return names;
  }

  /** The names with all that searches need, as plain data; after `finish`, or of names that were folded before. */
  parts(): NameParts {
    return {
      words: this.words.parts,
      row: this.row.trim(),
      nameStarts: this.nameStarts.trim(),
      nameLetters: this.nameLetters.trim(),
      nameLengths: this.nameLengths.trim(),
      nameBeginnings: this.nameBeginnings.trim(),
      entityStarts: this.entityStarts.trim(),
      holders: atOnce(this.holders()).parts,
      byLength: atOnce(this.byLength()).parts,
    };
  }

  /** The names as columns, for `FoldedNames.of`; after `finish`. */
  get columns(): NameColumns {
    return {
      words: this.words.bytes,
      wordLengths: lengthsBetween(this.words.offsets),
      row: this.row.values,
      nameLengths: lengthsBetween(this.nameStarts.values),
      entityLengths: lengthsBetween(this.entityStarts.values),
    };
  }

  /** Which entities have which words, for queries; they are found out at the first one, and kept. After `finish`. */
  *holders(): Steps<WordHolders> {
    return (this.found ??= yield* WordHolders.steps(this));
  }

  /** The names of several words by their lengths, found out and kept likewise. */
  *byLength(): Steps<NamesByLength> {
    return (this.ordered ??= yield* NamesByLength.steps(this));
  }

  /** Room for one search, all zero; whoever takes it gives it back by `giveBack`, so that the next need not make it anew. */
  takeRoom(): SearchRoom {
    const room = this.rooms.pop();
    if (!room)
      return { rowOf: new Uint32Array(this.words.length), looked: new Uint8Array(this.words.length), marks: new Uint8Array(this.entities) };
    for (const array of [room.rowOf, room.looked, room.marks]) array.fill(0);
    return room;
  }

  giveBack(room: SearchRoom): void {
    if (this.rooms.length < KEPT_ROOMS) this.rooms.push(room);
  }

  /** Adds an entity after those that are there. Cost O(length of its names). */
  add(entity: Entity): void {
    for (const name of namesOf(entity)) this.addName(name);
    this.entityStarts.push(this.nameStarts.length - 1);
  }

  /** A name as `foldText` gives it. */
  nameAt(name: number): string {
    const [from, to] = [this.nameStarts.values[name]!, this.nameStarts.values[name + 1]!];
    return Array.from(this.row.values.subarray(from, to), (word) => this.words.wordAt(word)).join(' ');
  }

  /** The same without spaces. */
  togetherAt(name: number): string {
    let text = '';
    for (let at = this.nameStarts.values[name]!; at < this.nameStarts.values[name + 1]!; at++)
      text += this.words.wordAt(this.row.values[at]!);
    return text;
  }

  /** Whether a name, its words written together, begins with a text. */
  beginsTogether(name: number, text: string): boolean {
    const { offsets, bytes } = this.words;
    let at = 0;
    for (let i = this.nameStarts.values[name]!; i < this.nameStarts.values[name + 1]! && at < text.length; i++) {
      const word = this.row.values[i]!;
      for (let unit = offsets[word]!; unit < offsets[word + 1]! && at < text.length; unit++)
        if (bytes[unit] !== text.charCodeAt(at++)) return false;
    }
    return at === text.length;
  }

  /** Lets go of what only adding needs: nothing can be added any more. */
  finish(): void {
    this.words.finish();
    const { row, nameStarts, nameLetters, nameLengths, nameBeginnings, entityStarts } = this;
    for (const column of [row, nameStarts, nameLetters, nameLengths, nameBeginnings, entityStarts]) column.trim();
  }

  private addName(name: string): void {
    const from = this.row.length;
    this.words.add(name, this.row);
    if (this.row.length === from || this.isThere(from)) this.row.length = from;
    else this.endName(from, this.row.length);
  }

  private endName(from: number, to: number): void {
    const { offsets, bytes, letters: lettersOfWords } = this.words;
    let letters = 0;
    let length = 0;
    let beginning = 0;
    for (let at = from; at < to; at++) {
      const word = this.row.values[at]!;
      const start = offsets[word]!;
      const end = offsets[word + 1]!;
      letters |= lettersOfWords[word]!;
      for (let unit = start, i = length; i < BEGINNING && unit < end; unit++, i++) beginning |= bytes[unit]! << (8 * i);
      length += end - start;
    }
    this.nameLetters.push(letters);
    this.nameLengths.push(length);
    this.nameBeginnings.push(beginning >>> 0);
    this.nameStarts.push(to);
  }

  /** Whether the entity that is being added has the name already whose words begin at `from`. */
  private isThere(from: number): boolean {
    const row = this.row.values;
    const length = this.row.length - from;
    const first = this.entityStarts.values[this.entities]!;
    const end = Math.min(this.nameStarts.length - 1, first + LOOKED_THROUGH);
    for (let name = first; name < end; name++) {
      const other = this.nameStarts.values[name]!;
      if (this.nameStarts.values[name + 1]! - other !== length) continue;
      let same = 0;
      while (same < length && row[other + same] === row[from + same]) same++;
      if (same === length) return true;
    }
    return false;
  }
}

/** How far each offset is from the one before. */
function lengthsBetween(offsets: WholeNumbers): WholeNumbers {
  const lengths = new GrowingColumn(offsets.length);
  for (let i = 1; i < offsets.length; i++) lengths.push(offsets[i]! - offsets[i - 1]!);
  return lengths.trim();
}

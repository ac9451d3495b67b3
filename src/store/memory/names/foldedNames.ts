import { foldText, type Entity } from '../../../model';
import { Numbers } from './numbers';
import { WordTable } from './wordTable';

/** What a character of a name becomes: a code unit of a word, nothing, or the end of a word. */
const LEFT_OUT = 1;
const APART = 0;
const BECOMES = Uint8Array.from({ length: 128 }, (_, unit) => {
  const folded = foldText(String.fromCharCode(unit));
  return folded !== '' ? folded.charCodeAt(0) : foldText(`a${String.fromCharCode(unit)}a`) === 'aa' ? LEFT_OUT : APART;
});
const OTHER_THAN_ASCII = /[^\0-\x7f]/;
/** Among so many names of an entity a new one is looked for: one with thousands must not cost their square. */
const LOOKED_THROUGH = 16;

/** Every name that an entity is known by, the main one first. */
export function namesOf({ name, shortName, aliases, identifiers }: Entity): string[] {
  const names = [name];
  if (shortName !== undefined) names.push(shortName);
  if (aliases) names.push(...aliases);
  if (identifiers) for (const { value } of identifiers) names.push(value);
  return names;
}

/** The names of many entities as `foldText` folds them, each a row of integers of `words`. A name that says of its entity what another has said is left out where it is found out cheaply. */
export class FoldedNames {
  readonly words = new WordTable();
  /** The words of all names, one name after another. */
  private readonly row = new Numbers();
  /** Where the words of each name begin, and at last where those of the last end. */
  private readonly nameStarts = new Numbers();
  /** Where the names of each entity begin, and at last where those of the last end. */
  private readonly entityStarts = new Numbers();

  constructor() {
    this.nameStarts.push(0);
    this.entityStarts.push(0);
  }

  /** The words of all names, one name after another; `nameOffsets` says where each begins. */
  get wordRow(): Uint32Array {
    return this.row.values;
  }

  get nameOffsets(): Uint32Array {
    return this.nameStarts.values;
  }

  /** Where the names of each entity begin. */
  get entityOffsets(): Uint32Array {
    return this.entityStarts.values;
  }

  get entities(): number {
    return this.entityStarts.length - 1;
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
    for (let at = this.nameStarts.values[name]!; at < this.nameStarts.values[name + 1]!; at++) text += this.words.wordAt(this.row.values[at]!);
    return text;
  }

  /** Whether a name, its words written together, begins with a text. */
  beginsTogether(name: number, text: string): boolean {
    const { offsets, bytes } = this.words;
    let at = 0;
    for (let i = this.nameStarts.values[name]!; i < this.nameStarts.values[name + 1]! && at < text.length; i++) {
      const word = this.row.values[i]!;
      for (let unit = offsets[word]!; unit < offsets[word + 1]! && at < text.length; unit++) if (bytes[unit] !== text.charCodeAt(at++)) return false;
    }
    return at === text.length;
  }

  /** Lets go of what only adding needs: nothing can be added any more. */
  finish(): void {
    this.words.finish();
    for (const column of [this.row, this.nameStarts, this.entityStarts]) column.trim();
  }

  private addName(name: string): void {
    const from = this.row.length;
    const text = OTHER_THAN_ASCII.test(name) ? foldText(name) : name;
    for (let i = 0; i < text.length; i++) {
      const unit = BECOMES[text.charCodeAt(i)]!;
      if (unit === APART) this.closeWord();
      else if (unit !== LEFT_OUT) this.words.write(unit);
    }
    this.closeWord();
    if (this.row.length === from || this.isThere(from)) this.row.length = from;
    else this.nameStarts.push(this.row.length);
  }

  private closeWord(): void {
    const word = this.words.close();
    if (word !== -1) this.row.push(word);
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

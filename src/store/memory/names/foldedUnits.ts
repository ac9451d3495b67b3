import { foldText } from '../../../model';

/** Stands between two words. */
export const APART = 0;
/** Of ASCII what is left out of words. */
const NOTHING = 1;

/** What a character becomes inside a name as `foldText` folds it: code units of a–z and 0–9, `APART` where words end, or none. */
function unitsOf(char: string): Uint8Array {
  const folded = foldText(`a${char}a`).slice(1, -1);
  return Uint8Array.from(folded, (c) => (c === ' ' ? APART : c.charCodeAt(0)));
}

const OF_ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) => unitsOf(String.fromCharCode(unit))[0] ?? NOTHING);
/** Of every other code unit that has been met. */
const ofOthers = new Array<Uint8Array | undefined>(0x10000);

/** One name after another as `foldText` folds it, in bytes instead of a string: that is several times cheaper where thousands come. */
export class FoldedUnits {
  /** Code units, with `APART` once or more between words, and before and after them too. */
  units = new Uint8Array(256);
  length = 0;

  /** In place of the name before. Cost O(length). */
  fold(name: string): void {
    this.length = 0;
    this.makeRoom(name.length);
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      if (unit >= 0x80) i += this.foldOther(name, i) - 1;
      else if (OF_ASCII[unit] !== NOTHING) this.units[this.length++] = OF_ASCII[unit]!;
    }
  }

  /** Folds a character that is not of ASCII; gives how many code units it has. */
  private foldOther(name: string, at: number): number {
    const char = String.fromCodePoint(name.codePointAt(at)!);
    const units = char.length > 1 ? unitsOf(char) : (ofOthers[name.charCodeAt(at)] ??= unitsOf(char));
    this.makeRoom(units.length + name.length - at);
    this.units.set(units, this.length);
    this.length += units.length;
    return char.length;
  }

  /** For so many more code units. */
  private makeRoom(more: number): void {
    if (this.length + more <= this.units.length) return;
    const wider = new Uint8Array((this.length + more) * 2);
    wider.set(this.units.subarray(0, this.length));
    this.units = wider;
  }
}

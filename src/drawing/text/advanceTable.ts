/** The advance widths of one face, in font units, as runs of neighbouring code points: [first, widths]. */
export interface AdvanceTable {
  readonly unitsPerEm: number;
  readonly runs: readonly (readonly [number, readonly number[]])[];
  /**
   * Of letters that join their neighbours, the widths of their forms: alone, joined to the letter before; and where they
   * join the letter after as well: joined to it, and to both.
   */
  readonly joining?: readonly (readonly [number, readonly number[]])[];
}

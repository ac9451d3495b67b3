/** The advance widths of one face, in font units, as runs of neighbouring code points: [first, widths]. */
export interface AdvanceTable {
  readonly unitsPerEm: number;
  readonly runs: readonly (readonly [number, readonly number[]])[];
}

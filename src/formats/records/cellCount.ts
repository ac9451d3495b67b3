import { limitIssue, ReadLimitError } from '../limits';

/** Counts the cells of tables as they are read, against the most that are. */
export class CellCount {
  #read = 0;

  constructor(private readonly most: number) {}

  /** Takes the cells of a row. Throws `ReadLimitError`, which names the row's place and the limit, where they are more than are read. */
  add(cells: number, at: string): void {
    this.#read += cells;
    if (this.#read <= this.most) return;
    const most = `${this.most.toLocaleString('en')} cells`;
    throw new ReadLimitError(
      limitIssue(
        'too-much', at, most, `Here the tables have more than the ${most} that are read.`,
        'Split the file, or take out rows and columns that are not needed.',
      ),
    );
  }
}

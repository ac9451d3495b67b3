import { FILLED, type MarkedCells } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';

/** Cells of a column that are marked in a table, and how others are. */
export interface Marks {
  readonly cells: MarkedCells | undefined;
  /** Whether the cells of a column can be marked. */
  fills(column: string): boolean;
  mark(cells: Omit<MarkedCells, 'list'> | undefined): void;
}

export function useMarks(list: MarkedCells['list']): Marks {
  const cells = useShown((s) => (s.cells?.list === list ? s.cells : undefined));
  const run = useRun();
  return {
    cells, fills: (column) => column in FILLED[list],
    mark: (marked) => void ((marked ?? cells) && run('markCells', marked && { list, ...marked })),
  };
}

import type { Issue } from '../../../model';
import type { TablePreview } from '../../../formats';

/** Doubts about a table, and about its columns by their place. */
interface TableDoubts {
  readonly table: readonly Issue[];
  readonly columns: ReadonlyMap<number, readonly Issue[]>;
}

/** The doubts of a preview where they belong: at a column, at a table, else at the file. */
export function doubtsOf({ tables, doubts }: Pick<TablePreview, 'tables' | 'doubts'>): { file: Issue[]; tables: TableDoubts[] } {
  const left = new Set(doubts);
  const found = tables.map(({ name, header }): TableDoubts => {
    const take = (at: string) => doubts.filter((d) => d.at === at && left.has(d));
    const columns = new Map<number, Issue[]>();
    header.forEach((text, index) => {
      const here = take(`${name}, column “${text.trim() || String(index + 1)}”`);
      if (here.length > 0) columns.set(index, here);
    });
    const table = take(name);
    for (const d of [...table, ...[...columns.values()].flat()]) left.delete(d);
    return { table, columns };
  });
  return { file: [...left], tables: found };
}

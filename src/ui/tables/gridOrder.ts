/** How a table is ordered: by which column, and which way. */
export interface GridOrder {
  column: string;
  descending: boolean;
}

export interface GridColumn<Row> {
  id: string;
  label: string;
  /** A width as CSS grid writes it: `2fr`, `90px`. */
  width: string;
  /** What the column is ordered by; numbers by size, text by the alphabet, absent values last either way. */
  value: (row: Row) => string | number | undefined;
  /** Figures stand at the right, and are ordered with the largest first at the first press. */
  figures?: boolean;
}

const byAlphabet = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows in order; equal ones stay as they came. Cost O(n log n). */
export function inOrder<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], order: GridOrder | undefined): Row[] {
  const column = columns.find((c) => c.id === order?.column);
  if (!column || !order) return [...rows];
  const sign = order.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: column.value(row) }));
  keyed.sort((a, b) => {
    const absentA = a.key === undefined || a.key === '';
    const absentB = b.key === undefined || b.key === '';
    if (absentA || absentB) return Number(absentA) - Number(absentB);
    return (
      sign * (typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : byAlphabet.compare(String(a.key), String(b.key)))
    );
  });
  return keyed.map(({ row }) => row);
}

/** What a press on a column's heading orders by next: the column, then the other way, then as it came. */
export function nextOrder(column: Pick<GridColumn<unknown>, 'id' | 'figures'>, order: GridOrder | undefined): GridOrder | undefined {
  const first = column.figures === true;
  if (order?.column !== column.id) return { column: column.id, descending: first };
  return order.descending === first ? { column: column.id, descending: !first } : undefined;
}

/** Rows in which every word that is sought occurs, in whichever column; upper and lower case, and accents, count as one. */
export function matching<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], sought: string): readonly Row[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(columns.map((c) => c.value(row) ?? '').join(' '));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

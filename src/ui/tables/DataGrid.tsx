import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../parts/Icon';
import { CellField } from './CellField';
import { inOrder, matching, nextOrder, type GridColumn, type GridOrder } from './gridOrder';
import type { Marks } from './useMarks';
import './tables.css';

const ROW_HEIGHT = 30;
/** Stays in sight above the rows, in px. */
const HEAD_HEIGHT = 31;

export interface DrawnColumn<Row> extends GridColumn<Row> {
  cell: (row: Row) => ReactNode;
  /** What its figures can and cannot tell; a tip on the heading. */
  note?: string;
  /** How it is edited in place; a column without is read only. */
  edit?: { text: (row: Row) => string; put: (row: Row, text: string) => void };
}

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly DrawnColumn<Row>[];
  sought: string;
  selected: string | undefined;
  onSelect: (id: string) => void;
  rowClass?: (row: Row) => string | undefined;
  /** Cells of a column that can be marked, to be filled down. */
  marks?: Marks;
  /** What is said where there are no rows. */
  empty?: string;
}

/**
 * A table of any length: only the rows in sight are in the page. Arrows move, Enter or Space selects; F2 or a double click edits a cell
 * where its column can be edited. With Shift, arrows and a click mark cells of a column.
 */
export function DataGrid<Row extends { id: string }>({
  label, rows, columns, sought, selected, onSelect, rowClass, marks, empty = 'Nothing is drawn.',
}: Props<Row>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<GridOrder>();
  const [active, setActive] = useState<string>();
  const [editing, setEditing] = useState<{ row: string; column: string }>();
  /** The column that keys act on, where arrows have chosen one. */
  const [chosen, setChosen] = useState<string>();
  /** Where marking began. */
  const [anchor, setAnchor] = useState<string>();
  const [lastSelected, setLastSelected] = useState<string>();
  const shown = useMemo(() => inOrder(matching(rows, columns, sought), columns, order), [rows, columns, sought, order]);
  const at = Math.max(0, shown.findIndex((row) => row.id === (active ?? selected)));
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is read in this component alone
  const virtual = useVirtualizer({
    count: shown.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, scrollPaddingEnd: HEAD_HEIGHT,
    overscan: 12,
  });

  if (selected !== lastSelected) {
    setLastSelected(selected);
    setActive(selected);
  }
  useEffect(() => {
    const index = shown.findIndex((row) => row.id === selected);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only a new selection may scroll; sorting and filtering may not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const moveTo = (index: number) => {
    const next = Math.min(shown.length - 1, Math.max(0, index));
    setActive(shown[next]?.id);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  /** Marks the cells of a column from where marking began to a row. */
  const markTo = (index: number, column: DrawnColumn<Row> | undefined) => {
    if (!marks || !column || !marks.fills(column.id)) return;
    const next = Math.min(shown.length - 1, Math.max(0, index));
    const from = marks.cells?.column === column.id && anchor ? shown.findIndex((row) => row.id === anchor) : at;
    const [first, last] = [Math.min(Math.max(from, 0), next), Math.max(from, next)];
    setAnchor(shown[Math.max(from, 0)]?.id);
    setChosen(column.id);
    marks.mark({ column: column.id, label: column.label, ids: shown.slice(first, last + 1).map((row) => row.id) });
  };
  const markable = () => columns.find((c) => c.id === chosen && marks?.fills(c.id)) ?? columns.find((c) => marks?.fills(c.id));
  const moveColumn = (by: 1 | -1) => {
    const now = editable.findIndex((c) => c.id === chosen);
    setChosen(editable[Math.min(editable.length - 1, Math.max(0, now + by))]?.id);
    marks?.mark(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = {
      ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 15, PageUp: at - 15, Home: 0, End: shown.length - 1,
    };
    const row = shown[at];
    if (event.key in steps) {
      if (event.shiftKey) markTo(steps[event.key]!, markable());
      else marks?.mark(undefined);
      moveTo(steps[event.key]!);
    } else if (event.key === 'ArrowRight' && editable.length > 0) moveColumn(1);
    else if (event.key === 'ArrowLeft' && editable.length > 0) moveColumn(-1);
    else if ((event.key === 'Enter' || event.key === ' ') && row) onSelect(row.id);
    else if (event.key === 'F2' && row && editable.length > 0) 
      setEditing({ row: row.id, column: chosen ?? editable[0]!.id });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const editable = columns.filter((column) => column.edit);
  const leaveField = () => {
    setEditing(undefined);
    scroller.current?.focus();
  };
  const commit = (row: Row, column: DrawnColumn<Row>, text: string, move: -1 | 0 | 1) => {
    if (text.trim() !== column.edit!.text(row)) column.edit!.put(row, text.trim());
    const next = move === 0 ? undefined : editable[editable.indexOf(column) + move];
    if (next) setEditing({ row: row.id, column: next.id });
    else leaveField();
  };

  const marked = new Set(marks?.cells?.ids);
  const isMarked = (row: Row, column: DrawnColumn<Row>) => marks?.cells?.column === column.id && marked.has(row.id);
  const template = { gridTemplateColumns: columns.map((c) => c.width).join(' ') };
  return (
    <div
      className="grid"
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-activedescendant={shown[at] ? `${id}${shown[at].id}` : undefined}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row" style={template}>
          {columns.map((column) => (
            <ColumnHeading key={column.id} column={column} order={order} onOrder={setOrder} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body">
        <div className="grid-length" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = shown[item.index]!;
            return (
              <div
                key={row.id}
                id={`${id}${row.id}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={row.id === selected}
                data-active={item.index === at || undefined}
                className={`grid-row ${rowClass?.(row) ?? ''}`}
                style={{ ...template, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  marks?.mark(undefined);
                  onSelect(row.id);
                }}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={column.figures ? 'grid-cell figures' : 'grid-cell'}
                    aria-selected={isMarked(row, column) || undefined}
                    data-chosen={(item.index === at && column.id === chosen) || undefined}
                    onClick={(event) => {
                      if (!event.shiftKey || !marks?.fills(column.id)) return;
                      event.stopPropagation();
                      markTo(item.index, column);
                      scroller.current?.focus();
                    }}
                    onDoubleClick={column.edit && (() => setEditing({ row: row.id, column: column.id }))}
                  >
                    {column.edit && editing?.row === row.id && editing.column === column.id ? (
                      <CellField
                        label={column.label} initial={column.edit.text(row)} onCancel={leaveField}
                        onCommit={(text, move) => commit(row, column, text, move)}
                      />
                    ) : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {shown.length === 0 && (
          <p className="grid-empty quiet">{rows.length === 0 ? empty : `None of ${rows.length} has “${sought}”.`}</p>
        )}
      </div>
    </div>
  );
}

/** The heading of a column, which orders the rows where the column can. */
export function ColumnHeading<Row>({
  column, order, onOrder,
}: {
  column: Pick<DrawnColumn<Row>, 'id' | 'label' | 'figures' | 'note'>;
  order: GridOrder | undefined;
  /** Absent where rows are not ordered by this column. */
  onOrder?: ((order: GridOrder | undefined) => void) | undefined;
}) {
  const sorted = order?.column === column.id ? (order.descending ? 'descending' : 'ascending') : 'none';
  return (
    <div role="columnheader" aria-sort={sorted} className={column.figures ? 'grid-cell figures' : 'grid-cell'}>
      {onOrder ? (
        <button type="button" className="grid-order" title={column.note} onClick={() => onOrder(nextOrder(column, order))}>
          {column.label}
          {sorted !== 'none' && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} small />}
        </button>
      ) : (
        <span className="grid-order fixed">{column.label}</span>
      )}
    </div>
  );
}

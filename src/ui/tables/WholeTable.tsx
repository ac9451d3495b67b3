import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RowsQuestion } from '../../store';
import { useRun, useShown } from '../shell/useWorkspace';
import { ColumnHeading } from './DataGrid';
import type { GridOrder } from './gridOrder';
import { usePages, type Listed } from './usePages';
import { WHOLE_COLUMNS } from './wholeColumns';

const ROW_HEIGHT = 30;
const HEAD_HEIGHT = 31;
/** Browsers lay out no more than some ten million pixels, one below the other. */
const MOST_ROWS = 500_000;
/** How long the last letter must be ago before the rows are asked for, in ms. */
const SETTLES_AFTER = 250;

/**
 * All entities or relationships that the filter admits, of data of any size: only the rows in sight are asked for. The store sorts and
 * finds. Arrows move, Enter or Space shows a record.
 */
export function WholeTable({ of, sought }: { of: RowsQuestion['of']; sought: string }) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<GridOrder>();
  const [active, setActive] = useState(0);
  const [listed, setListed] = useState<Listed>();
  const asked = useListed(of, useSettled(sought), order);
  const pages = usePages(asked);
  const run = useRun();
  const aside = useShown((s) => s.chart.filter.withoutSources);
  const asideIds = useMemo(() => new Set(aside), [aside]);
  const selected = useShown((s) => s.selection?.id);
  const count = Math.min(MOST_ROWS, pages.first?.total ?? 0);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is read in this component alone
  const virtual = useVirtualizer({
    count, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, scrollPaddingEnd: HEAD_HEIGHT, overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index, items.at(-1)?.index];
  useEffect(() => {
    if (first !== undefined && last !== undefined) pages.show(first, last);
  }, [first, last, pages]);
  if (listed !== asked) {
    setListed(asked);
    setActive(0);
  }
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [asked]);
  const show = (record: string) => run('showRecord', { list: of, id: record });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const steps: Record<string, number> = {
      ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 15, PageUp: active - 15, Home: 0, End: count - 1,
    };
    const row = pages.at(active);
    if (event.key in steps) {
      const next = Math.min(count - 1, Math.max(0, steps[event.key]!));
      setActive(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if ((event.key === 'Enter' || event.key === ' ') && row) void show(row.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const columns = WHOLE_COLUMNS[of];
  const template = { gridTemplateColumns: columns.map((c) => c.width).join(' ') };
  const label = of === 'entities' ? 'All entities' : 'All relationships';
  return (
    <>
      <Told of={of} pages={pages} sought={asked.text} />
      <div
        className="grid" ref={scroller} role="grid" aria-label={label} aria-rowcount={(pages.first?.total ?? 0) + 1}
        aria-colcount={columns.length} tabIndex={0} onKeyDown={onKeyDown} aria-busy={!pages.first && pages.failure === undefined}
        aria-activedescendant={pages.at(active) && `${id}${active}`}
      >
        <div role="rowgroup" className="grid-head">
          <div role="row" aria-rowindex={1} className="grid-row" style={template}>
            {columns.map((column) => (
              <ColumnHeading key={column.id} column={column} order={order} onOrder={column.order && setOrder} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="grid-body">
          <div className="grid-length" style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = pages.at(index);
              return (
                <div
                  key={index} id={`${id}${index}`} role="row" aria-rowindex={index + 2} data-active={index === active || undefined}
                  aria-selected={row !== undefined && row.id === selected} className="grid-row"
                  style={{ ...template, transform: `translateY(${start}px)` }} onClick={() => row && void show(row.id)}
                >
                  {columns.map((column) => (
                    <div
                      key={column.id} role="gridcell"
                      className={`grid-cell${column.figures ? ' figures' : ''}${row ? '' : ' awaited'}`}
                    >
                      {row && column.cell(row, asideIds)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </>
  );
}

/** How many rows there are, or what keeps them. */
function Told({ of, pages: { first, failure, again }, sought }: {
  of: RowsQuestion['of']; pages: ReturnType<typeof usePages>; sought: string | undefined;
}) {
  const things = of === 'entities' ? 'entities' : 'relationships';
  if (failure !== undefined)
    return (
      <p className="table-note" role="alert">
        {failure} <button type="button" className="text-button" onClick={again}>try again</button>
      </p>
    );
  if (!first) return <p className="table-note quiet" role="status">Asking the data…</p>;
  const count = first.total.toLocaleString('en');
  const found = sought === undefined ? `${count} ${things} under the filter` : `${count} ${things} for “${sought}”`;
  const rest = [
    first.complete ? '' : 'These are of the thousand parties whose names fit best; more letters find others.',
    first.total > MOST_ROWS
      ? `The first ${MOST_ROWS.toLocaleString('en')} are listed; sort the other way, or find by a name, to see others.` : '',
  ];
  return <p className="table-note quiet" role="status">{[`${found}.`, ...rest].filter((t) => t !== '').join(' ')}</p>;
}

/** What is asked, as an object that changes only with it, and with the data. */
function useListed(of: RowsQuestion['of'], sought: string, order: GridOrder | undefined): Listed {
  const filter = useShown((s) => s.chart.filter);
  const edits = useShown((s) => s.edits);
  const decided = useShown((s) => s.chart.decided);
  const dataset = useShown((s) => s.dataset);
  const by = WHOLE_COLUMNS[of].find((c) => c.id === order?.column)?.order;
  const descending = order?.descending ?? false;
  return useMemo(() => ({
    of, filter, ...(sought === '' ? {} : { text: sought }), ...(by ? { order: by, descending } : {}),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- other data, or edits of it, are another list of the same question
  }), [of, filter, sought, by, descending, edits, decided, dataset]);
}

/** A text once it has not changed for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text.trim());
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), SETTLES_AFTER);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

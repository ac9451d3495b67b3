import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RowsAnswer, RowsQuestion } from '../../store';
import { useWorkspace } from '../shell/useWorkspace';
import { rowsOf, type WholeRow } from './wholeColumns';

/** How many rows a page has. */
const PAGE = 100;
/** How many pages are kept: enough to scroll back and forth without waiting. */
const KEPT = 20;

export type Listed = Omit<RowsQuestion, 'from' | 'limit'>;

/** What is known of a list of rows. */
interface Pages {
  readonly asked: Listed;
  /** Absent until the first page is there. */
  readonly first?: Pick<RowsAnswer, 'total' | 'complete'>;
  readonly pages: ReadonlyMap<number, readonly WholeRow[]>;
  /** Why a page is not there. */
  readonly failure?: string;
}

interface PagedRows extends Pages {
  /** A row; nothing while it is awaited. */
  at(row: number): WholeRow | undefined;
  /** Asks for the pages of rows that are in sight; those that no longer are need not come. */
  show(first: number, last: number): void;
  again(): void;
}

/** The rows of all the data, page by page as they come into sight. Another question, as an object, is another list. */
export function usePages(asked: Listed): PagedRows {
  const workspace = useWorkspace();
  const [state, setState] = useState<Pages>({ asked, pages: new Map() });
  const shown: Pages = state.asked === asked ? state : { asked, pages: new Map(), ...(state.first ? { first: state.first } : {}) };
  const asking = useRef(new Map<number, AbortController>());
  const load = useCallback(
    (page: number) => {
      const stopped = new AbortController();
      asking.current.set(page, stopped);
      const done = (with_: (before: Pages) => Pages) => {
        if (stopped.signal.aborted) return;
        asking.current.delete(page);
        setState((before) => with_(before.asked === asked ? before : { asked, pages: new Map() }));
      };
      workspace.rows({ ...asked, from: page * PAGE, limit: PAGE }, stopped.signal).then(
        (answer) => done(({ pages }) => ({ asked, first: answer, pages: latest(pages, page, answer) })),
        (error: unknown) => done((before) => ({ ...before, failure: error instanceof Error ? error.message : String(error) })),
      );
    },
    [workspace, asked],
  );
  useEffect(() => {
    const { current } = asking;
    load(0);
    return () => {
      for (const stopped of current.values()) stopped.abort();
      current.clear();
    };
  }, [load]);
  return useMemo(
    () => ({
      ...shown,
      at(row) {
        return shown.pages.get(Math.floor(row / PAGE))?.[row % PAGE];
      },
      show(first, last) {
        const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
        for (const [page, stopped] of asking.current) {
          if ((page >= from && page <= to) || page === 0) continue;
          stopped.abort();
          asking.current.delete(page);
        }
        for (let page = from; page <= to; page++) if (!shown.pages.has(page) && !asking.current.has(page)) load(page);
      },
      again() {
        setState({ asked, pages: new Map() });
        load(0);
      },
    }),
    [shown, load, asked],
  );
}

function latest(pages: Pages['pages'], page: number, answer: RowsAnswer): Pages['pages'] {
  const kept = new Map(pages).set(page, rowsOf(answer));
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return kept;
}

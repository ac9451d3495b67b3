import { queryOf, viewOf, type AddressedView } from './viewQuery';
import type { HistoryEntry } from '../platform';
import type { Session } from '../session';

/** Keeps the address bar in step with what is shown, and what is shown with Back and Forward. */
export interface AddressSync {
  /** The next view that is written will be a step for Back; others take the place of the last. */
  expectStep(): void;
  /** Writes the view into the address, if it is another. */
  write(): void;
  /** A step that was expected and led to no other view is expected no more. */
  settle(): void;
  dispose(): void;
}

/** An address that the user went to. */
export interface Arrival {
  readonly query: string;
  readonly fragment: string;
  /** What the browser remembers of the place; absent where a link leads to it. */
  readonly entry?: HistoryEntry | undefined;
}

/**
 * What is told of places: that one is left, with what is shown still as it was there, that a step to a new one is done,
 * and that the user went to another.
 */
interface Places {
  leave(key: string): void;
  settle(): void;
  /** Resolves when the place is shown, or another was gone to meanwhile; never rejects. */
  arrive(at: Arrival): Promise<void>;
}

export function syncAddress(session: Session, places: Places): AddressSync {
  const { address, now } = session.deps;
  let count = 0;
  const newKey = () => `${now()}-${++count}`;
  let key = address.entry()?.key ?? newKey();
  let stepExpected = false;
  let arriving: Promise<void> | undefined;
  // Until a place is shown, what is seen is neither what it was like nor what its address should say.
  const leave = () => arriving ?? places.leave(key);
  const stop = address.onMove(() => {
    void leave();
    const at = { query: address.query(), fragment: address.fragment(), entry: address.entry() };
    key = at.entry?.key ?? newKey();
    stepExpected = false;
    const shown = places.arrive(at).then(() => {
      if (arriving !== shown) return;
      arriving = undefined;
      write();
      places.settle();
    });
    arriving = shown;
  });
  const write = () => {
    if (session.get().dataset === undefined || (arriving && !stepExpected)) return;
    const [query, { stamp }, entry] = [queryOf(session.get()), session, address.entry()];
    const another = query !== address.query() || (entry !== undefined && entry.stamp !== stamp);
    if (another && stepExpected) address.push(query, { key: (key = newKey()), stamp });
    else if (another || entry?.key !== key || address.fragment() !== '') address.replace(query, { key, stamp });
    if (another) stepExpected = false;
  };
  return {
    expectStep() {
      write();
      void leave();
      stepExpected = true;
    },
    write,
    settle() {
      write();
      stepExpected = false;
      places.settle();
    },
    dispose: stop,
  };
}

/** The view of an address; what of it cannot be used is told and left out. */
export function readView(session: Session, query: string): AddressedView | undefined {
  const { view, unusable } = viewOf(query);
  for (const { name, value } of unusable)
    session.notify('error', `The link holds ${name}=${value}, which is not known here. It was ignored.`);
  return view;
}
